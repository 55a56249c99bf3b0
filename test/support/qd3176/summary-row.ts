import type { CaseTables, Row } from "./package-xml.ts";

const hundredths = (amount = "0") => {
  const [whole = "0", part = ""] = amount.split(".");
  return BigInt(whole + part.padEnd(2, "0"));
};

const sum = (rows: readonly Row[], field: string): string => {
  const total = rows.reduce((sum, row) => sum + hundredths(row[field]), 0n);
  return `${total / 100n}.${String(total % 100n).padStart(2, "0")}`;
};

/** XML1's totals of these rows. */
export function totalsOf({ XML2 = [], XML3 = [] }: CaseTables): Row {
  const all = [...XML2, ...XML3];
  const supplies = XML3.filter((row) => row.MA_NHOM === "10" || row.MA_NHOM === "11");
  return {
    T_THUOC: sum(XML2, "THANH_TIEN_BV"),
    T_VTYT: sum(supplies, "THANH_TIEN_BV"),
    T_TONGCHI_BV: sum(all, "THANH_TIEN_BV"),
    T_TONGCHI_BH: sum(all, "THANH_TIEN_BH"),
    T_BNTT: sum(all, "T_BNTT"),
    T_BNCCT: sum(all, "T_BNCCT"),
    T_BHTT: sum(all, "T_BHTT"),
    T_NGUONKHAC: sum(all, "T_NGUONKHAC"),
    T_BHTT_GDV: "0.00",
  };
}

/** An XML1 record of an outpatient examination, invented, with all required fields and the totals of the other tables. */
export const summaryRow = (fields: Row = {}, tables: CaseTables = {}): Row => ({
  MA_LK: "LK0001",
  STT: "1",
  MA_BN: "26112001",
  HO_TEN: "Nguyễn Thị Thử Nghiệm",
  SO_CCCD: "079183000017",
  NGAY_SINH: "198305200000",
  GIOI_TINH: "2",
  MA_QUOCTICH: "000",
  MA_DANTOC: "01",
  MA_NGHE_NGHIEP: "00000",
  DIA_CHI: "12 đường Mẫu, phường Ví Dụ",
  MATINH_CU_TRU: "79",
  MAXA_CU_TRU: "26734",
  DIEN_THOAI: "0900000000",
  MA_THE_BHYT: "GD4797900000017",
  MA_DKBD: "79012",
  GT_THE_TU: "20260101",
  GT_THE_DEN: "20261231",
  LY_DO_VV: "Mệt, khát nước nhiều",
  CHAN_DOAN_VAO: "Theo dõi đái tháo đường",
  CHAN_DOAN_RV: "Đái tháo đường típ 2, chưa có biến chứng",
  MA_BENH_CHINH: "E11.9",
  MA_BENH_KT: "I10;E78.5",
  MA_DOITUONG_KCB: "1.1",
  NGAY_VAO: "202611200800",
  NGAY_RA: "202611201030",
  SO_NGAY_DTRI: "0",
  PP_DIEU_TRI: "Ngoại trú",
  KET_QUA_DTRI: "2",
  MA_LOAI_RV: "1",
  NGAY_TTOAN: "202611201040",
  ...totalsOf(tables),
  NAM_QT: "2026",
  THANG_QT: "11",
  MA_LOAI_KCB: "01",
  MA_KHOA: "K01",
  MA_CSKCB: "79012",
  CAN_NANG: "58.50",
  MA_HSBA: "HS-26-000123",
  MA_TTDV: "7900000001",
  ...fields,
});
