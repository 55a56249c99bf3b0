const encoder = new TextEncoder();

/** Headings of an export as one province's register writes them. */
export const HEAD =
  "STT;Họ và tên (*);Ngày sinh;Giới tính;Số định danh;Mã đối tượng;Tên vắc xin;Kháng nguyên;Mũi thứ;Ngày tiêm;Số lô;Cơ sở tiêm;Phản ứng sau tiêm";

export interface Child {
  name?: string;
  born?: string;
  sex?: string;
  number?: string;
  own?: string;
}

/** Rows of one child, in the order of HEAD. */
export const rowsOf = (
  { name = "Lê Gia Bảo", born = "15/10/2024", sex = "Nam", number = "", own = "" }: Child,
  doses: string[],
) => doses.map((dose, at) => `${at + 1};${name};${born};${sex};${number};${own};${dose}`);

export const csvOf = (rows: string[], head = HEAD): Uint8Array => encoder.encode([head, ...rows, ""].join("\r\n"));

/** Vaccine; antigen; dose; day; lot; place; reaction. */
export const DOSES = [
  "BCG;Lao;1;16/10/2024;BCG24-01;Bệnh viện Sản Nhi Kinh Bắc;",
  "ComBE Five;Bạch hầu, ho gà, uốn ván, viêm gan B, Hib;1;18/12/2024;CF24-77;Trạm Y tế Tam Giang;Sốt nhẹ",
  "ComBE Five;Bạch hầu, ho gà, uốn ván, viêm gan B, Hib;Mũi 2;17/01/2025;CF24-91;Trạm Y tế Tam Giang;Không",
];

/** A form with something in each part. */
export const formOf = (who: Record<string, unknown>, parts: Record<string, unknown> = {}) => ({
  ngay_lap: "2026-03-10",
  hanh_chinh: {
    ho_ten: "Nguyễn Thị Lan",
    ngay_sinh: "12/03/1961",
    gioi_tinh: "Nữ",
    nhom_mau_abo: "O",
    nhom_mau_rh: "+",
    ...who,
  },
  nguy_co: {
    hut_thuoc: { co: "Không" },
    ruou_bia: { co: true, so_ly_moi_ngay: 1 },
    ma_tuy: { co: false },
    hoat_dong_the_luc: { co: "có", thuong_xuyen: true },
    loai_ho_xi: "Xả nước",
  },
  di_ung: [
    { loai: "thuoc", ten: "Thuốc nhóm sulfa", mo_ta: "Nổi mẩn" },
    { loai: "thuc_pham", khong: true },
  ],
  benh_ban_than: [
    { benh: "tang_huyet_ap", nam: 2015 },
    { benh: "khac", ten: "Thoái hóa khớp gối" },
  ],
  khuyet_tat: [{ loai: "thi_luc", ten: "mắt trái kém" }],
  phau_thuat: [{ bo_phan: "Ruột thừa", nam: "1990" }],
  gia_dinh: [{ benh: "dai_thao_duong", nguoi: "Mẹ" }],
  sinh_san: { so_lan_co_thai: 3, so_lan_pha_thai: 1, so_con_hien_song: 2, bien_phap_tranh_thai: "Dụng cụ tử cung" },
  tiem_chung: [{ vac_xin: "Uốn ván", mui: 2, ngay: "05/06/1988", thang_thai: "5" }],
  kham: [
    {
      ngay: "2026-03-10",
      mach: 78,
      nhiet_do: "36,8",
      huyet_ap: { tam_thu: 138, tam_truong: 84 },
      can_nang: "56.50",
      chieu_cao: 155,
      ket_luan: "Tăng huyết áp",
      icd10: "I10",
      loi_khuyen: "Ăn giảm muối",
      bac_si: "BS. Trạm Tam Giang",
    },
  ],
  ...parts,
});

export const jsonOf = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value));
