import { createHmac } from "node:crypto";
import { stringifyFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { type MappedPackage, mapPackage } from "#app/adapters/record-store/qd3176/mapping/index.ts";
import type { CasePackage, SourceRow, TableName } from "#app/adapters/record-store/qd3176/package.ts";

type Fields = Record<string, string>;
export type Tables = Partial<Record<TableName, Fields[]>>;

export const MA_LK = "LK-2026-000123";

export const summary: Fields = {
  MA_LK,
  STT: "1",
  MA_BN: "BN0012345",
  HO_TEN: "Nguyễn Thị Đào",
  SO_CCCD: "001170012345",
  NGAY_SINH: "197003150000",
  GIOI_TINH: "2",
  DIA_CHI: "12 phố Huế, phường Hai Bà Trưng, Hà Nội",
  DIEN_THOAI: "0912345678",
  MA_THE_BHYT: "GD4010112345678",
  MA_DKBD: "01001",
  GT_THE_TU: "20260101",
  GT_THE_DEN: "20261231",
  LY_DO_VV: "Đau đầu, chóng mặt",
  CHAN_DOAN_VAO: "Theo dõi tăng huyết áp",
  CHAN_DOAN_RV: "Tăng huyết áp vô căn; đái tháo đường",
  MA_BENH_CHINH: "I10",
  MA_BENH_KT: "E11.9;K21.0",
  MA_BENH_YHCT: "U62.391",
  MA_DOITUONG_KCB: "1.1",
  NGAY_VAO: "202611201000",
  NGAY_RA: "202611201130",
  SO_NGAY_DTRI: "0",
  KET_QUA_DTRI: "2",
  MA_LOAI_RV: "1",
  NGAY_TTOAN: "202611201140",
  T_THUOC: "123456.50",
  T_TONGCHI_BV: "500000.00",
  T_BHTT: "400000",
  MA_LOAI_KCB: "01",
  MA_KHOA: "K01",
  MA_CSKCB: "01001",
  MA_HSBA: "HS-99",
};

export const medicine: Fields = {
  MA_LK,
  STT: "1",
  MA_THUOC: "40.480",
  TEN_THUOC: "Amlodipin",
  HAM_LUONG: "5mg",
  DON_VI_TINH: "Viên",
  DUONG_DUNG: "1.01",
  LIEU_DUNG: "1 viên/lần * 1 lần/ngày",
  CACH_DUNG: "Uống sau ăn",
  SO_DANG_KY: "893110000125",
  SO_LUONG: "30.000",
  DON_GIA: "650.000",
  NGAY_YL: "202611201115",
};

export const service: Fields = {
  MA_LK,
  STT: "1",
  MA_DICH_VU: "23.0075.1494",
  TEN_DICH_VU: "Sinh hóa máu",
  MA_NHOM: "1",
  DON_VI_TINH: "Lần",
  SO_LUONG: "1",
  THANH_TIEN_BV: "21800.00",
  NGAY_YL: "202611201005",
  NGAY_TH_YL: "202611201010",
  NGAY_KQ: "202611201100",
  MA_MAY: "HH.1.01001.X1",
};

export const result: Fields = {
  MA_LK,
  STT: "1",
  MA_DICH_VU: "23.0075.1494",
  MA_CHI_SO: "1000123",
  TEN_CHI_SO: "Glucose",
  GIA_TRI: "7.10",
  DON_VI_DO: "mmol/L",
  NGAY_KQ: "202611201100",
  MA_BS_DOC_KQ: "0123456789",
};

/** One case with every table of the standard. */
export const everyTable: Tables = {
  XML0: [
    { MA_LK, STT: "1", MA_BN: "BN0012345", HO_TEN: "Nguyễn Thị Đào", NGAY_VAO: "202611201000", MA_LOAI_KCB: "01" },
  ],
  XML1: [summary],
  XML2: [medicine, { ...medicine, STT: "2", MA_THUOC: "40.800", TEN_THUOC: "Metformin", LIEU_DUNG: "theo đơn" }],
  XML3: [
    service,
    { ...service, STT: "2", MA_DICH_VU: "18.0119.0028", TEN_DICH_VU: "Chụp X-quang ngực thẳng", MA_NHOM: "2" },
    {
      ...service,
      STT: "3",
      MA_DICH_VU: "03.3817.0505",
      TEN_DICH_VU: "Chích áp xe",
      MA_NHOM: "8",
      MA_PTTT_QT: "86.04",
      MA_BENH: "L02",
    },
    {
      MA_LK,
      STT: "4",
      MA_VAT_TU: "N03.01.010",
      TEN_VAT_TU: "Bơm tiêm 5 ml",
      MA_NHOM: "10",
      SO_LUONG: "2",
      NGAY_YL: "202611201005",
    },
  ],
  XML4: [
    result,
    { ...result, STT: "2", MA_CHI_SO: "1000124", TEN_CHI_SO: "Creatinin", GIA_TRI: "<0,5", KET_LUAN: "Lặp lại" },
    {
      MA_LK,
      STT: "3",
      MA_DICH_VU: "18.0119.0028",
      TEN_CHI_SO: "X-quang",
      MO_TA: "Hai phế trường sáng",
      KET_LUAN: "Chưa thấy bất thường",
      NGAY_KQ: "202611201045",
    },
  ],
  XML5: [{ MA_LK, STT: "1", DIEN_BIEN_LS: "Tỉnh, huyết áp 150/90", THOI_DIEM_DBLS: "202611201020" }],
  XML6: [{ MA_LK, NGAYKD_HIV: "20200101" }],
  XML7: [
    { MA_LK, CHAN_DOAN_RV: "Tăng huyết áp", NGAY_CT: "20261120", HO_TEN_CHA: "Nguyễn Văn Cha", TEN_BS: "Trần Bác Sĩ" },
  ],
  XML8: [{ MA_LK, CHAN_DOAN_RV: "Tăng huyết áp", KET_QUA_DTRI: "2", NGAY_CT: "20261120", HO_TEN_ME: "Lê Thị Mẹ" }],
  XML9: [
    {
      MA_LK,
      HO_TEN_NND: "Nguyễn Thị Đào",
      HO_TEN_CON: "Nguyễn Bé Con",
      NGAY_SINH_CON: "202611200930",
      CAN_NANG_CON: "3100",
    },
  ],
  XML10: [
    { MA_LK, SO_CT: "10", SO_NGAY: "7", CHAN_DOAN_RV: "Dọa sảy thai", TU_NGAY: "20261120", DEN_NGAY: "20261126" },
  ],
  XML11: [{ MA_LK, SO_CT: "11", SO_NGAY_NGHI: "3", TU_NGAY: "20261120", NGAY_CT: "20261120", MA_BHXH: "7912345678" }],
  XML13: [
    {
      MA_LK,
      MA_NOI_DEN: "79001",
      NGAY_RA: "202611201130",
      CHAN_DOAN_RV: "Tăng huyết áp",
      HOTEN_NGUOI_HT: "Phạm Hộ Tống",
      HUONG_DIEU_TRI: "Chuyên khoa tim mạch",
    },
  ],
  XML14: [{ MA_LK, SO_GIAYHEN_KL: "H1", NGAY_HEN_KL: "20261220", NGAY_CT: "20261120", CHAN_DOAN_RV: "Tăng huyết áp" }],
  XML15: [{ MA_LK, STT: "1", NGAYBD_DTRI_LAO: "20261001", PHANLOAI_LAO_HIV: "1" }],
};

export function packageOf(tables: Tables): CasePackage {
  const rows = Object.entries(tables).map(([table, list]) => [
    table,
    list.map((fields, i): SourceRow => ({ table: table as TableName, number: i + 1, fields })),
  ]);
  return {
    maLk: MA_LK,
    maCskcb: "01001",
    preparedAt: new Date("2026-11-20T17:00:00Z"),
    edition: "3176",
    tables: Object.fromEntries(rows) as CasePackage["tables"],
    counts: {},
    issues: [],
  };
}

export const testId = (...parts: string[]): string =>
  createHmac("sha256", "test").update(JSON.stringify(parts)).digest("hex").slice(0, 32);

export const mapped = (tables: Tables): MappedPackage => mapPackage(packageOf(tables), testId);

/** As JSON keeps it; a number is read back by its digits with `text`. */
// biome-ignore lint/suspicious/noExplicitAny: tests reach into resources of every type
export type Json = any;

export const resourcesOf = (tables: Tables, type: string): Json[] =>
  mapped(tables)
    .entries.filter((entry) => entry.resource.resourceType === type)
    .map((entry) => JSON.parse(stringifyFhirJson(entry.resource)));

export const jsonOf = (tables: Tables, type: string): string =>
  mapped(tables)
    .entries.filter((entry) => entry.resource.resourceType === type)
    .map((entry) => stringifyFhirJson(entry.resource))
    .join("\n");
