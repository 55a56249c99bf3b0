import type { SourceRow } from "../package.ts";

/** `MA_LOAI_KCB`, Decision 1804/2026 (in force 1 Aug 2026): kind of visit and its v3-ActCode class. */
export const VISIT_KINDS: ReadonlyMap<string, { name: string; actCode: string | undefined }> = new Map([
  ["01", { name: "Khám bệnh", actCode: "AMB" }],
  ["02", { name: "Điều trị ngoại trú", actCode: "AMB" }],
  ["03", { name: "Điều trị nội trú", actCode: "IMP" }],
  ["04", { name: "Điều trị nội trú ban ngày", actCode: "SS" }],
  ["05", { name: "Điều trị ngoại trú bệnh mạn tính dài ngày", actCode: "AMB" }],
  ["06", { name: "Điều trị lưu trú tại trạm y tế, phòng khám đa khoa khu vực", actCode: "IMP" }],
  ["07", { name: "Nhận thuốc theo hẹn", actCode: "AMB" }],
  ["08", { name: "Điều trị ngoại trú dài ngày có dịch vụ kỹ thuật", actCode: "AMB" }],
  ["09", { name: "Điều trị nội trú dưới 4 giờ", actCode: "IMP" }],
  ["10", { name: "Khám, chữa bệnh khác", actCode: undefined }],
  ["11", { name: "Khám, chữa bệnh lưu động", actCode: "FLD" }],
  ["12", { name: "Khám, chữa bệnh tại nhà", actCode: "HH" }],
  ["13", { name: "Khám, chữa bệnh y học gia đình", actCode: "AMB" }],
  ["14", { name: "Khám, chữa bệnh từ xa", actCode: "VR" }],
  ["15", { name: "Khám sức khỏe định kỳ", actCode: "AMB" }],
  ["16", { name: "Khám sàng lọc", actCode: "AMB" }],
]);

/** Kinds whose XML2 says what was given in the visit: never a current medicine. */
const INPATIENT: ReadonlySet<string> = new Set(["03", "04", "06", "09"]);

/** Some senders leave out the leading zero. */
export const visitKindOf = (code: string | undefined): string | undefined => code?.padStart(2, "0");

/** By the kind of visit; where the list does not know it, by whether there was an admission. */
export function isInpatient({ MA_LOAI_KCB, NGAY_VAO_NOI_TRU }: SourceRow["fields"]): boolean {
  const kind = visitKindOf(MA_LOAI_KCB) ?? "";
  return INPATIENT.has(kind) || (!VISIT_KINDS.has(kind) && NGAY_VAO_NOI_TRU !== undefined);
}

/** `KET_QUA_DTRI`, outcome of the treatment. Died is said of the visit; it is no date of death. */
export const OUTCOMES: ReadonlyMap<string, string> = new Map([
  ["1", "Khỏi"],
  ["2", "Đỡ"],
  ["3", "Không thay đổi"],
  ["4", "Nặng hơn"],
  ["5", "Tử vong"],
  ["6", "Tiên lượng nặng, xin về"],
  ["7", "Chưa xác định"],
  ["8", "Tử vong ngoại viện"],
]);

/** `MA_LOAI_RV`, how the visit ended. */
export const DISPOSITIONS: ReadonlyMap<string, string> = new Map([
  ["1", "Ra viện"],
  ["2", "Chuyển tuyến theo yêu cầu chuyên môn"],
  ["3", "Trốn viện"],
  ["4", "Xin ra viện"],
  ["5", "Chuyển tuyến theo yêu cầu người bệnh"],
]);

/**
 * `MA_KHOA`, clinical departments of Decision 4210/QĐ-BYT's list. K14 and K15 (neurology, psychiatry) stand the
 * other way round in some copies and keep their bare code; so do departments that see no patients.
 */
export const DEPARTMENTS: ReadonlyMap<string, string> = new Map([
  ["K01", "Khoa Khám bệnh"],
  ["K02", "Khoa Hồi sức cấp cứu"],
  ["K03", "Khoa Nội tổng hợp"],
  ["K04", "Khoa Nội tim mạch"],
  ["K05", "Khoa Nội tiêu hóa"],
  ["K06", "Khoa Nội cơ – xương – khớp"],
  ["K07", "Khoa Nội thận – tiết niệu"],
  ["K08", "Khoa Nội tiết"],
  ["K09", "Khoa Dị ứng"],
  ["K10", "Khoa Huyết học lâm sàng"],
  ["K11", "Khoa Truyền nhiễm"],
  ["K12", "Khoa Lao"],
  ["K13", "Khoa Da liễu"],
  ["K16", "Khoa Y học cổ truyền"],
  ["K17", "Khoa Lão học"],
  ["K18", "Khoa Nhi"],
  ["K19", "Khoa Ngoại tổng hợp"],
  ["K20", "Khoa Ngoại thần kinh"],
  ["K21", "Khoa Ngoại lồng ngực"],
  ["K22", "Khoa Ngoại tiêu hóa"],
  ["K23", "Khoa Ngoại thận – tiết niệu"],
  ["K24", "Khoa Chấn thương chỉnh hình"],
  ["K25", "Khoa Bỏng"],
  ["K26", "Khoa Phẫu thuật – Gây mê hồi sức"],
  ["K27", "Khoa Phụ sản"],
  ["K28", "Khoa Tai – Mũi – Họng"],
  ["K29", "Khoa Răng – Hàm – Mặt"],
  ["K30", "Khoa Mắt"],
  ["K31", "Khoa Vật lý trị liệu – Phục hồi chức năng"],
  ["K32", "Khoa Y học hạt nhân"],
  ["K33", "Khoa Ung bướu"],
]);

/** `DUONG_DUNG`, the routes our sources agree on; others keep their bare code. */
export const ROUTES: ReadonlyMap<string, string> = new Map([
  ["1.01", "Uống"],
  ["2.10", "Đường tiêm"],
  ["2.15", "Đường tiêm"],
]);

/** `MA_NHOM` of XML3: groups whose rows were done to the patient, and those whose rows have a result in XML4. */
export const PROCEDURE_GROUPS: ReadonlySet<string> = new Set(["8", "18"]);
export const RESULT_CATEGORIES: ReadonlyMap<string, string> = new Map([
  ["1", "laboratory"],
  ["2", "imaging"],
  ["3", "procedure"],
]);

/** Some senders write group "1" as "01". */
export const groupOf = (code: string | undefined): string | undefined => code?.replace(/^0+(?=\d)/, "");
