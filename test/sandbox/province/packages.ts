import { type CaseTables, packageXml } from "../../support/qd3176/package-xml.ts";
import { medicineRow, resultRow, serviceRow } from "../../support/qd3176/rows.ts";
import { summaryRow } from "../../support/qd3176/summary-row.ts";
import { facility } from "./facilities.ts";
import { persona } from "./personas.ts";
import { homeOf } from "./stories/people.ts";

/** A package of QĐ 3176 as one of the hospitals sends it: what most of them have instead of FHIR. */
export interface PackageMessage {
  facilityKey: string;
  personaKey: string;
  bytes: Uint8Array;
}

const DAY = 86_400_000;
const stamp = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).toISOString().replace(/\D/g, "");
const minutes = (at: Date) => stamp(at).slice(0, 12);

function identity(key: string) {
  const { name, personalNumber = "", birthDate, gender } = persona(key);
  return {
    MA_BN: `TN${personalNumber.slice(-6)}`,
    HO_TEN: name.toUpperCase(),
    SO_CCCD: personalNumber,
    NGAY_SINH: `${birthDate.replaceAll("-", "")}0000`,
    GIOI_TINH: gender === "male" ? "1" : "2",
    MA_THE_BHYT: homeOf(key).insurance ?? "",
  };
}

/** Chest pains looked into as an outpatient: medicines to take home, blood tests, an X-ray, a day to come back. */
function chestPain(today: Date): PackageMessage {
  const came = new Date(today.getTime() - 6 * DAY);
  const [ordered, known, left] = [40, 95, 130].map((m) => minutes(new Date(came.getTime() + m * 60_000)));
  const at = { MA_LK: "DN26110417", MA_KHOA: "K01", NGAY_YL: ordered ?? "" };
  const lists: CaseTables = {
    XML2: [
      medicineRow(
        {
          ...at,
          STT: "1",
          MA_THUOC: "40.552",
          TEN_THUOC: "Amlodipin",
          HAM_LUONG: "5 mg",
          LIEU_DUNG: "1 viên/lần * 1 lần/ngày",
          CACH_DUNG: "Uống buổi sáng",
        },
        { quantity: 30, price: 450 },
      ),
      medicineRow(
        {
          ...at,
          STT: "2",
          MA_THUOC: "40.538",
          TEN_THUOC: "Atorvastatin",
          HAM_LUONG: "10 mg",
          LIEU_DUNG: "1 viên/lần * 1 lần/ngày",
          CACH_DUNG: "Uống buổi tối",
        },
        { quantity: 30, price: 820 },
      ),
      medicineRow(
        {
          ...at,
          STT: "3",
          MA_THUOC: "40.2",
          TEN_THUOC: "Paracetamol",
          HAM_LUONG: "500 mg",
          LIEU_DUNG: "Uống 1 viên khi đau ngực, cách nhau ít nhất 6 giờ",
          CACH_DUNG: "Khi đau",
        },
        { quantity: 10, price: 300 },
      ),
    ],
    XML3: [
      serviceRow(
        {
          ...at,
          STT: "1",
          MA_DICH_VU: "02.1896",
          MA_NHOM: "13",
          TEN_DICH_VU: "Khám Nội",
          NGUOI_THUC_HIEN: "",
          NGAY_KQ: "",
        },
        { price: 45_000 },
      ),
      serviceRow(
        {
          ...at,
          STT: "2",
          MA_DICH_VU: "23.0041.1506",
          TEN_DICH_VU: "Định lượng Cholesterol toàn phần [Máu]",
          NGAY_KQ: known ?? "",
        },
        { price: 29_500 },
      ),
      serviceRow(
        {
          ...at,
          STT: "3",
          MA_DICH_VU: "18.0119.0028",
          MA_NHOM: "2",
          TEN_DICH_VU: "Chụp X-quang ngực thẳng",
          NGAY_KQ: known ?? "",
          MA_MAY: "XQ.3.99010.DR01",
        },
        { price: 73_300 },
      ),
    ],
    XML4: [
      resultRow({
        ...at,
        STT: "1",
        MA_DICH_VU: "23.0041.1506",
        MA_CHI_SO: "23.0041.01",
        TEN_CHI_SO: "Cholesterol toàn phần",
        GIA_TRI: "6.10",
        DON_VI_DO: "mmol/L",
        NGAY_KQ: known ?? "",
      }),
      resultRow({
        ...at,
        STT: "2",
        MA_DICH_VU: "18.0119.0028",
        MA_CHI_SO: "",
        TEN_CHI_SO: "",
        GIA_TRI: "",
        DON_VI_DO: "",
        MO_TA: "Hai phế trường sáng đều. Bóng tim không to. Góc sườn hoành hai bên nhọn.",
        KET_LUAN: "Không thấy hình ảnh bất thường trên phim chụp ngực.",
        NGAY_KQ: known ?? "",
      }),
    ],
  };
  const back = new Date(today.getTime() + 24 * DAY);
  const summary = {
    ...identity("thanh"),
    MA_LK: "DN26110417",
    MA_CSKCB: facility("regional-centre").code5,
    MA_DKBD: facility("clinic").code5,
    GT_THE_TU: `${stamp(came).slice(0, 4)}0101`,
    GT_THE_DEN: `${stamp(came).slice(0, 4)}1231`,
    LY_DO_VV: "Đau tức ngực khi leo cầu thang",
    CHAN_DOAN_VAO: "Đau ngực chưa rõ nguyên nhân",
    CHAN_DOAN_RV: "Tăng huyết áp vô căn (nguyên phát); rối loạn chuyển hoá lipid",
    MA_BENH_CHINH: "I10",
    MA_BENH_KT: "E78.5",
    NGAY_VAO: minutes(came),
    NGAY_RA: left ?? "",
    NGAY_TTOAN: left ?? "",
  };
  const tables: CaseTables = {
    XML1: [summaryRow(summary, lists)],
    ...lists,
    XML13: [
      {
        MA_LK: "DN26110417",
        SO_CHUYENTUYEN: "CT-0417/2026",
        MA_CSKCB: facility("regional-centre").code5,
        MA_NOI_DEN: facility("general-hospital").code5,
        HO_TEN: summary.HO_TEN,
        NGAY_VAO: summary.NGAY_VAO,
        NGAY_RA: summary.NGAY_RA,
        CHAN_DOAN_RV: summary.CHAN_DOAN_RV,
        MA_BENH_CHINH: "I10",
        HUONG_DIEU_TRI: "Chuyển khám chuyên khoa Tim mạch, làm điện tâm đồ gắng sức.",
        MA_LYDO_CT: "1",
      },
    ],
    XML14: [
      {
        MA_LK: "DN26110417",
        SO_GIAYHEN_KL: "HK-0417",
        MA_CSKCB: facility("regional-centre").code5,
        HO_TEN: summary.HO_TEN,
        NGAY_HEN_KL: stamp(back).slice(0, 8),
        CHAN_DOAN_RV: summary.CHAN_DOAN_RV,
        MA_BENH_CHINH: "I10",
        MA_BAC_SI: "0099010/BN-CCHN",
        MA_TTDV: "9901000001",
        NGAY_CT: stamp(came).slice(0, 8),
      },
    ],
  };
  const signature = Buffer.from("sandbox: chữ ký số hư cấu của đơn vị").toString("base64");
  const bytes = packageXml(tables, { preparedOn: stamp(came).slice(0, 8), signature });
  return { facilityKey: "regional-centre", personaKey: "thanh", bytes };
}

/** He was at the centre again yesterday: its record has not come yet. */
function expectedVisit(today: Date): PackageMessage {
  const came = new Date(today.getTime() - DAY);
  const code = facility("regional-centre").code5;
  const row = {
    ...identity("thanh"),
    MA_LK: "DN26110980",
    STT: "1",
    MA_DOITUONG_KCB: "1.1",
    MA_LOAI_KCB: "01",
    MA_CSKCB: code,
    NGAY_VAO: minutes(came),
  };
  const bytes = packageXml({ XML0: [row] }, { preparedOn: stamp(came).slice(0, 8), maCskcb: code });
  return { facilityKey: "regional-centre", personaKey: "thanh", bytes };
}

export const packageMessages = (today: Date): PackageMessage[] => [chestPain(today), expectedVisit(today)];
