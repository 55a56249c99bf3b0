import type { Row } from "./package-xml.ts";

/** Two places, half up, exact for the small whole numbers that tests use. */
const dong = (hundredths: number) => (Math.round(hundredths) / 100).toFixed(2);

const OTHER_SOURCES = {
  T_NGUONKHAC_NSNN: "0",
  T_NGUONKHAC_VTNN: "0",
  T_NGUONKHAC_VTTN: "0",
  T_NGUONKHAC_CL: "0",
  T_NGUONKHAC: "0",
};

/** Whole đồng in, amounts of §4.8 out; `covered` is the per cent the insurer pays, 0 for who pays alone. */
function amounts(quantity: number, price: number, covered: number) {
  const paid = quantity * price * 100;
  const insured = covered === 0 ? 0 : paid;
  const insurer = (insured * covered) / 100;
  return {
    TYLE_TT_BH: covered === 0 ? "0" : "100",
    THANH_TIEN_BV: dong(paid),
    THANH_TIEN_BH: dong(insured),
    ...OTHER_SOURCES,
    MUC_HUONG: String(covered),
    T_BNTT: dong(paid - insured),
    T_BNCCT: dong(insured - insurer),
    T_BHTT: dong(insurer),
  };
}

export interface Priced {
  quantity?: number;
  /** Whole đồng. */
  price?: number;
  /** Per cent that the insurer pays; 0 for nothing. */
  covered?: number;
}

/** An XML2 row with all required fields and a bill that adds up. */
export function medicineRow(fields: Row = {}, { quantity = 10, price = 1_200, covered = 80 }: Priced = {}): Row {
  return {
    MA_LK: "LK0001",
    STT: "1",
    MA_THUOC: "40.678",
    MA_NHOM: "4",
    TEN_THUOC: "Paracetamol",
    DON_VI_TINH: "Viên",
    HAM_LUONG: "500 mg",
    DUONG_DUNG: "1.01",
    DANG_BAO_CHE: "Viên nén",
    LIEU_DUNG: "2 viên/lần * 2 lần/ngày",
    CACH_DUNG: "Uống sau ăn, sáng và chiều",
    SO_DANG_KY: "VD-24567-16",
    TT_THAU: "123/QĐ-SYT;G1;N2;2026",
    PHAM_VI: covered === 0 ? "2" : "1",
    SO_LUONG: quantity.toFixed(3),
    DON_GIA: price.toFixed(3),
    ...amounts(quantity, price, covered),
    MA_KHOA: "K01",
    MA_BAC_SI: "0012345/HCM-CCHN",
    NGAY_YL: "202611200830",
    MA_PTTT: "1",
    NGUON_CTRA: "1",
    ...fields,
  };
}

/** An XML3 row (by default a laboratory test) with all required fields and a bill that adds up. */
export function serviceRow(fields: Row = {}, { quantity = 1, price = 46_200, covered = 80 }: Priced = {}): Row {
  return {
    MA_LK: "LK0001",
    STT: "1",
    MA_DICH_VU: "23.0075.1494",
    MA_NHOM: "1",
    TEN_DICH_VU: "Định lượng Glucose [Máu]",
    DON_VI_TINH: "Lần",
    PHAM_VI: covered === 0 ? "2" : "1",
    SO_LUONG: String(quantity),
    DON_GIA_BV: String(price),
    DON_GIA_BH: String(covered === 0 ? 0 : price),
    TYLE_TT_DV: "100",
    ...amounts(quantity, price, covered),
    MA_KHOA: "K01",
    MA_BAC_SI: "0012345/HCM-CCHN",
    NGUOI_THUC_HIEN: "0054321/HCM-CCHN",
    MA_BENH: "E11.9",
    NGAY_YL: "202611200815",
    NGAY_TH_YL: "202611200820",
    NGAY_KQ: "202611200910",
    MA_PTTT: "1",
    MA_MAY: "HH.3.79012.ABC123",
    ...fields,
  };
}

/** An XML4 row. */
export const resultRow = (fields: Row = {}): Row => ({
  MA_LK: "LK0001",
  STT: "1",
  MA_DICH_VU: "23.0075.1494",
  MA_CHI_SO: "23.0075.1494.01",
  TEN_CHI_SO: "Glucose",
  GIA_TRI: "7.2",
  DON_VI_DO: "mmol/L",
  NGAY_KQ: "202611200910",
  MA_BS_DOC_KQ: "0054321/HCM-CCHN",
  ...fields,
});
