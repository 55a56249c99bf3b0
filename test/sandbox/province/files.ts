import { facility } from "./facilities.ts";
import { persona } from "./personas.ts";

/** A file as a facility sends it that has neither packages nor FHIR for what it holds. */
export interface FileMessage {
  facilityKey: string;
  path: "/feeds/immunizations" | "/feeds/form-831";
  type: "text/csv" | "application/json";
  text: string;
}

const vietnamese = (day: string): string => day.split("-").reverse().join("/");
const after = (day: string, days: number): string =>
  vietnamese(new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10));

/** The immunisation register's export, as the regional centre hands it on for its children. */
function registerExport(): FileMessage {
  const head =
    "STT;Họ và tên;Ngày sinh;Giới tính;Số định danh;Mã đối tượng;Tên vắc xin;Kháng nguyên;Mũi;Ngày tiêm;Số lô;Cơ sở tiêm;Phản ứng sau tiêm";
  const doses: [key: string, own: string, vaccine: string, against: string, dose: number, days: number, lot: string][] =
    [
      ["quan", "DT-11-0202", "BCG", "Lao", 1, 12, "BCG11-04"],
      ["quan", "DT-11-0202", "Quinvaxem", "Bạch hầu, ho gà, uốn ván, viêm gan B, Hib", 1, 62, "QV11-110"],
      ["quan", "DT-11-0202", "Quinvaxem", "Bạch hầu, ho gà, uốn ván, viêm gan B, Hib", 2, 93, "QV11-162"],
      ["quan", "DT-11-0202", "Quinvaxem", "Bạch hầu, ho gà, uốn ván, viêm gan B, Hib", 3, 124, "QV11-201"],
      ["quan", "DT-11-0202", "Sởi", "Sởi", 1, 276, "S11-33"],
      ["quan", "DT-11-0202", "Td", "Uốn ván, bạch hầu", 1, 2_570, "TD18-7"],
      ["bao", "DT-24-1015", "Rotavin-M1", "Tiêu chảy do vi rút Rota", 1, 64, "RV24-18"],
      ["bao", "DT-24-1015", "Rotavin-M1", "Tiêu chảy do vi rút Rota", 2, 95, "RV25-02"],
    ];
  const rows = doses.map(([key, own, vaccine, against, dose, days, lot], at) => {
    const { name, birthDate, gender, personalNumber = "" } = persona(key);
    const who = [name, vietnamese(birthDate), gender === "male" ? "Nam" : "Nữ", personalNumber, own];
    const place = facility("commune-station").name;
    return [at + 1, ...who, vaccine, against, dose, after(birthDate, days), lot, place, "Không"].join(";");
  });
  return {
    facilityKey: "regional-centre",
    path: "/feeds/immunizations",
    type: "text/csv",
    text: `\ufeff${[head, ...rows].join("\r\n")}\r\n`,
  };
}

/** Đỗ Văn Thành's personal health-management record, filled in at his commune's station. */
function form831(today: Date): FileMessage {
  const { name, birthDate, personalNumber } = persona("thanh");
  const seen = new Date(today.getTime() - 40 * 86_400_000).toISOString().slice(0, 10);
  const form = {
    ngay_lap: seen,
    hanh_chinh: {
      ho_ten: name,
      ngay_sinh: vietnamese(birthDate),
      gioi_tinh: "Nam",
      so_dinh_danh: personalNumber,
      ma_ho_so: "TG-831-0577",
      nhom_mau_abo: "B",
      nhom_mau_rh: "+",
    },
    nguy_co: {
      hut_thuoc: { co: true, da_bo: true },
      ruou_bia: { co: true, so_ly_moi_ngay: 2 },
      hoat_dong_the_luc: { co: true, thuong_xuyen: true },
      loai_ho_xi: "Xả nước",
    },
    di_ung: [
      { loai: "thuc_pham", ten: "Tôm, cua", mo_ta: "Nổi mề đay sau khi ăn" },
      { loai: "thuoc", khong: true },
    ],
    phau_thuat: [{ bo_phan: "Ruột thừa", nam: 1998 }],
    gia_dinh: [{ benh: "tang_huyet_ap", nguoi: "Bố" }],
    tiem_chung: [{ vac_xin: "Uốn ván", mui: 1, ngay: "12/08/2019" }],
    kham: [
      {
        ngay: seen,
        mach: 76,
        huyet_ap: { tam_thu: 142, tam_truong: 88 },
        can_nang: "68.5",
        chieu_cao: 166,
        vong_bung: 88,
        loi_khuyen: "Đo lại huyết áp sau một tuần, giảm muối.",
      },
    ],
  };
  return {
    facilityKey: "commune-station",
    path: "/feeds/form-831",
    type: "application/json",
    text: JSON.stringify(form),
  };
}

export const fileMessages = (today: Date): FileMessage[] => [registerExport(), form831(today)];
