import type { TableName } from "../package.ts";
import { OUTCOMES } from "./lists.ts";

type Line = readonly [field: string, label: string, names?: Readonly<Record<string, string>>];

export interface Paper {
  table: TableName;
  title: string;
  /** The fields that date it, best first. */
  dated: readonly string[];
  /** The fields that tell what it is about, best first. */
  lead: readonly string[];
  /** What of it is clinical, in the paper's order. Names, numbers and addresses of people are not. */
  lines: readonly Line[];
}

const YES_NO = { "0": "Không", "1": "Có" };
const FROM: Line = ["NGAY_VAO", "Vào viện"];
const TO: Line = ["NGAY_RA", "Ra viện"];
const AT_ENTRY: Line = ["CHAN_DOAN_VAO", "Chẩn đoán vào viện"];
const AT_END: Line = ["CHAN_DOAN_RV", "Chẩn đoán"];
const COURSE: Line = ["QT_BENHLY", "Quá trình bệnh lý"];
const FINDINGS: Line = ["TOMTAT_KQ", "Tóm tắt kết quả cận lâm sàng"];
const TREATMENT: Line = ["PP_DIEUTRI", "Phương pháp điều trị"];
const NOTE: Line = ["GHI_CHU", "Ghi chú"];
const PREGNANCY_ENDED: readonly Line[] = [
  ["MA_DINH_CHI_THAI", "Đình chỉ thai nghén", YES_NO],
  ["NGUYENNHAN_DINHCHI", "Nguyên nhân đình chỉ thai"],
  ["THOIGIAN_DINHCHI", "Thời gian đình chỉ thai"],
  ["TUOI_THAI", "Tuổi thai (tuần)"],
];
const OFF_WORK: readonly Line[] = [
  ["SO_NGAY_NGHI", "Số ngày nghỉ"],
  ["SO_NGAY", "Số ngày nghỉ"],
  ["TU_NGAY", "Nghỉ từ ngày"],
  ["DEN_NGAY", "Đến ngày"],
];

/** The papers of the standard. XML6 and XML15 are titles alone: their codes have lists we do not hold. */
export const papers: readonly Paper[] = [
  {
    table: "XML5",
    title: "Diễn biến lâm sàng",
    dated: ["THOI_DIEM_DBLS"],
    lead: ["DIEN_BIEN_LS"],
    lines: [
      ["DIEN_BIEN_LS", ""],
      ["GIAI_DOAN_BENH", "Giai đoạn bệnh"],
      ["HOI_CHAN", "Hội chẩn"],
      ["PHAU_THUAT", "Phẫu thuật"],
    ],
  },
  {
    table: "XML6",
    title: "Hồ sơ bệnh án chăm sóc và điều trị HIV/AIDS",
    dated: ["NGAYKD_HIV", "NGAY_CT"],
    lead: [],
    lines: [],
  },
  {
    table: "XML7",
    title: "Giấy ra viện",
    dated: ["NGAY_CT", "NGAY_RA"],
    lead: ["CHAN_DOAN_RV"],
    lines: [
      FROM,
      TO,
      AT_END,
      TREATMENT,
      ...PREGNANCY_ENDED,
      ["SO_NGAY_NGHI", "Số ngày nghỉ"],
      ["NGOAITRU_TUNGAY", "Nghỉ điều trị ngoại trú từ ngày"],
      ["NGOAITRU_DENNGAY", "Đến ngày"],
      NOTE,
    ],
  },
  {
    table: "XML8",
    title: "Tóm tắt hồ sơ bệnh án",
    dated: ["NGAY_CT", "NGAY_RA"],
    lead: ["CHAN_DOAN_RV"],
    lines: [
      FROM,
      TO,
      AT_ENTRY,
      ["CHAN_DOAN_RV", "Chẩn đoán ra viện"],
      COURSE,
      FINDINGS,
      TREATMENT,
      ["KET_QUA_DTRI", "Kết quả điều trị", Object.fromEntries(OUTCOMES)],
      ["NGAY_SINHCON", "Ngày sinh con"],
      ["NGAY_CONCHET", "Ngày con chết"],
      ["SO_CONCHET", "Số con chết"],
      NOTE,
    ],
  },
  {
    table: "XML9",
    title: "Giấy chứng sinh",
    dated: ["NGAY_CT", "NGAY_SINH_CON"],
    lead: [],
    lines: [
      ["NGAY_SINH_CON", "Sinh lúc"],
      ["GIOI_TINH_CON", "Giới tính", { "1": "Nam", "2": "Nữ", "3": "Chưa xác định" }],
      ["CAN_NANG_CON", "Cân nặng (gam)"],
      ["SO_CON", "Số con"],
      ["LAN_SINH", "Lần sinh"],
      ["SO_CON_SONG", "Số con đang sống"],
      ["TINH_TRANG_CON", "Tình trạng con"],
      ["SINHCON_PHAUTHUAT", "Sinh con phải phẫu thuật", YES_NO],
      ["SINHCON_DUOI32TUAN", "Sinh con dưới 32 tuần tuổi", YES_NO],
      NOTE,
    ],
  },
  {
    table: "XML10",
    title: "Giấy chứng nhận nghỉ dưỡng thai",
    dated: ["NGAY_CT", "TU_NGAY"],
    lead: ["CHAN_DOAN_RV"],
    lines: [AT_END, ...OFF_WORK],
  },
  {
    table: "XML11",
    title: "Giấy chứng nhận nghỉ việc hưởng bảo hiểm xã hội",
    dated: ["NGAY_CT", "TU_NGAY"],
    lead: ["CHAN_DOAN_RV"],
    lines: [AT_END, TREATMENT, ...PREGNANCY_ENDED, ...OFF_WORK],
  },
  {
    table: "XML13",
    title: "Giấy chuyển tuyến",
    dated: ["NGAY_RA", "NGAY_VAO"],
    lead: ["CHAN_DOAN_RV"],
    lines: [
      FROM,
      TO,
      ["DAU_HIEU_LS", "Dấu hiệu lâm sàng"],
      COURSE,
      FINDINGS,
      AT_END,
      TREATMENT,
      ["TEN_DICH_VU", "Dịch vụ kỹ thuật đã làm"],
      ["TEN_THUOC", "Thuốc đã dùng"],
      ["HUONG_DIEU_TRI", "Hướng điều trị"],
      ["PHUONGTIEN_VC", "Phương tiện vận chuyển"],
      ["MA_NOI_DEN", "Nơi chuyển đến (mã cơ sở)"],
    ],
  },
  {
    table: "XML14",
    title: "Giấy hẹn khám lại",
    dated: ["NGAY_CT", "NGAY_RA"],
    lead: ["CHAN_DOAN_RV"],
    lines: [FROM, TO, AT_END, ["NGAY_HEN_KL", "Hẹn khám lại ngày"]],
  },
  {
    table: "XML15",
    title: "Theo dõi điều trị bệnh lao",
    dated: ["NGAYBD_DTRI_LAO"],
    lead: [],
    lines: [
      ["NGAYBD_DTRI_LAO", "Bắt đầu điều trị lao"],
      ["NGAYKT_DTRI_LAO", "Kết thúc điều trị lao"],
    ],
  },
];
