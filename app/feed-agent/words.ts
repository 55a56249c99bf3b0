import type { Unreadable } from "./inspect.ts";
import type { Why } from "./portal/later.ts";

export type Language = "vi" | "en";

/** The hospital's staff read these; Vietnamese is the source, English follows it key by key. */
const vi = {
  title: "Trạm gửi Sổ Khỏe",
  intro: "Chương trình này chuyển hồ sơ của bệnh viện đến Sổ Khỏe. Tải lại trang để xem tình hình mới nhất.",
  connection: "Kết nối đến Sổ Khỏe",
  good: (since: string) => `Tốt. Lần nhận trả lời gần nhất: ${since}.`,
  unknown: "Chưa gửi gì từ khi chương trình khởi động.",
  failing: (since: string, next: string) =>
    `Không gửi được từ ${since}. Sẽ tự thử lại lúc ${next}. Hồ sơ vẫn được giữ trên đĩa, không mất.`,
  why: {
    unreachable:
      "Không kết nối được đến máy chủ. Kiểm tra đường mạng, tường lửa và địa chỉ “portal” trong tệp cấu hình.",
    certificate:
      "Không xác minh được chứng chỉ TLS của máy chủ. Kiểm tra đồng hồ máy và chứng chỉ gốc (NODE_EXTRA_CA_CERTS).",
    timeout: "Máy chủ không trả lời kịp.",
    busy: "Máy chủ đang bận và hẹn gửi lại sau.",
    "server-error": "Máy chủ gặp lỗi với hồ sơ này.",
    "key-refused":
      "Máy chủ không nhận khóa của bệnh viện. Kiểm tra “clientId”, tệp khóa, và đồng hồ máy; hoặc báo Sở Y tế.",
    "not-allowed": "Bệnh viện chưa được phép gửi, hoặc kết nối đang bị tạm dừng. Liên hệ Sở Y tế.",
    "no-such-address": "Máy chủ không có địa chỉ này. Kiểm tra “portal” trong tệp cấu hình.",
    "strange-answer": "Trả lời không phải của Sổ Khỏe. Có thể có thiết bị mạng (proxy) chặn ở giữa.",
    disk: "Không ghi được kết quả ra thư mục của bệnh viện. Kiểm tra thư mục và quyền ghi.",
  } satisfies Record<Why, string>,
  unreadable: {
    empty: "Tệp rỗng.",
    "too-large": "Tệp lớn hơn 16 MB.",
    "not-utf8": "Tệp không phải văn bản UTF-8.",
    "not-xml": "Tệp không phải XML đúng cú pháp.",
    doctype: "Tệp XML có phần DOCTYPE, không được phép.",
    "not-json": "Tệp không phải JSON đúng cú pháp.",
    "not-bundle": "Tệp JSON không phải FHIR Bundle.",
  } satisfies Record<Unreadable, string>,
  line: (n: number) => `dòng ${n} của tệp`,
  queue: "Đang chờ gửi",
  queueEmpty: "Không còn hồ sơ nào chờ gửi.",
  queueLength: (n: number, oldest: string) => `${n} hồ sơ, cũ nhất từ ${oldest}.`,
  diskLow: (mb: number) =>
    `Đĩa chỉ còn ${mb} MB nên chương trình đang không nhận thêm hồ sơ. Hãy giải phóng chỗ trống.`,
  retry: "Gửi lại ngay",
  again: "Gửi lại hồ sơ này",
  folders: "Thư mục theo dõi",
  folderGood: "đọc được",
  folderBad: "không đọc được; kiểm tra ổ đĩa mạng và quyền",
  gateway: "Cổng nhận theo giao thức giám định BHYT",
  gatewayAt: (at: string) => `Đang nghe ở ${at}.`,
  passThrough: (url: string) => `Mọi lệnh cũng được chuyển đến ${url}.`,
  passThroughFailed: (at: string) => `Lần gần nhất cổng BHYT không trả lời: ${at}.`,
  notKept: (n: number, at: string) =>
    `${n} hồ sơ đã chuyển đến cổng BHYT nhưng chưa giữ được để gửi Sổ Khỏe, gần nhất ${at}.`,
  accepted: "Được nhận gần đây",
  attention: "Cần xem lại",
  none: "Chưa có.",
  nothingFound: "Không tìm thấy.",
  search: "Tìm theo MA_LK hoặc tên tệp",
  find: "Tìm",
  found: (q: string) => `Kết quả tìm “${q}”`,
  all: "Về trang đầu",
  waitingDocuments: "đang chờ gửi",
  states: {
    accepted: "Được nhận",
    partly_accepted: "Được nhận một phần",
    waiting: "Đã nhận, chờ Sở Y tế xác định là hồ sơ của ai",
    refused: "Bị từ chối",
  },
  whatNow: {
    accepted: "Không cần làm gì thêm.",
    partly_accepted:
      "Các dòng bị từ chối chưa vào Sổ Khỏe. Sửa trong hệ thống của bệnh viện rồi xuất và gửi lại cả hồ sơ.",
    waiting:
      "Không cần gửi lại. Kiểm tra số định danh, họ tên và ngày sinh của người bệnh; nếu sai thì sửa và gửi lại.",
    refused: "Không có gì của hồ sơ này vào Sổ Khỏe. Sửa theo các lý do dưới đây rồi xuất và gửi lại.",
  },
  replay: "Hồ sơ này đã được nhận từ trước; không có gì bị ghi hai lần.",
  columns: {
    time: "Lúc",
    name: "Tệp",
    maLk: "MA_LK",
    state: "Kết quả",
    table: "Bảng",
    row: "Dòng",
    field: "Trường",
    reason: "Lý do",
  },
  counts: { rows: "Số dòng", accepted: "Nhận", warned: "Cảnh báo", refused: "Từ chối" },
  severity: { error: "Lỗi", fatal: "Lỗi", warning: "Cảnh báo", information: "Lưu ý" },
  moreIssues: (n: number) => `… và ${n} điểm khác trong tệp .json cạnh hồ sơ.`,
  report: {
    heading: "KẾT QUẢ GỬI SỔ KHỎE",
    file: "Tệp",
    state: "Kết quả",
    at: "Thời điểm",
    message: "Mã tiếp nhận",
    number: "Số gửi",
    now: "Cần làm gì",
    issues: "Chi tiết",
  },
  notRunning: "Chương trình không chạy, hoặc trang tình hình không mở được ở",
};

const en: typeof vi = {
  title: "Sổ Khỏe feed agent",
  intro: "This program passes the hospital's records on to Sổ Khỏe. Reload the page for the latest.",
  connection: "Connection to Sổ Khỏe",
  good: (since) => `Good. Last answer: ${since}.`,
  unknown: "Nothing has been sent since the program started.",
  failing: (since, next) =>
    `Sending has failed since ${since}. It will be tried again at ${next}. Nothing is lost: everything stays on disk.`,
  why: {
    unreachable: "The server cannot be reached. Check the network, the firewall and “portal” in the configuration.",
    certificate:
      "The server's TLS certificate cannot be verified. Check the clock and the root certificate (NODE_EXTRA_CA_CERTS).",
    timeout: "The server did not answer in time.",
    busy: "The server is busy and asks to be tried later.",
    "server-error": "The server failed at this document.",
    "key-refused":
      "The server does not accept the hospital's key. Check “clientId”, the key file and the clock, or tell the health department.",
    "not-allowed": "The hospital may not send yet, or its connection is suspended. Contact the health department.",
    "no-such-address": "The server has no such address. Check “portal” in the configuration.",
    "strange-answer": "The answer is not one of Sổ Khỏe's. A network device (proxy) may stand in between.",
    disk: "The result could not be written to the hospital's folder. Check the folder and the right to write.",
  },
  unreadable: {
    empty: "The file is empty.",
    "too-large": "The file is larger than 16 MB.",
    "not-utf8": "The file is not UTF-8 text.",
    "not-xml": "The file is not well-formed XML.",
    doctype: "The XML file has a DOCTYPE, which is not allowed.",
    "not-json": "The file is not well-formed JSON.",
    "not-bundle": "The JSON file is not a FHIR Bundle.",
  },
  line: (n) => `line ${n} of the file`,
  queue: "Waiting to be sent",
  queueEmpty: "Nothing is waiting.",
  queueLength: (n, oldest) => `${n} documents, the oldest since ${oldest}.`,
  diskLow: (mb) => `The disk has only ${mb} MB left, so nothing new is taken. Make room.`,
  retry: "Send now",
  again: "Send this one again",
  folders: "Watched folders",
  folderGood: "readable",
  folderBad: "not readable; check the network drive and the rights",
  gateway: "Listener for the insurer gateway's calls",
  gatewayAt: (at) => `Listening at ${at}.`,
  passThrough: (url) => `Every call is also passed to ${url}.`,
  passThroughFailed: (at) => `The insurer's gateway last failed to answer: ${at}.`,
  notKept: (n, at) => `${n} documents went to the insurer but could not be kept for Sổ Khỏe, the last ${at}.`,
  accepted: "Accepted lately",
  attention: "To be looked at",
  none: "None yet.",
  nothingFound: "Nothing found.",
  search: "Search by MA_LK or file name",
  find: "Search",
  found: (q) => `Found for “${q}”`,
  all: "Back to the first page",
  waitingDocuments: "waiting to be sent",
  states: {
    accepted: "Accepted",
    partly_accepted: "Accepted in part",
    waiting: "Received; the health department finds out whose it is",
    refused: "Refused",
  },
  whatNow: {
    accepted: "Nothing more to do.",
    partly_accepted:
      "The refused rows are not in Sổ Khỏe. Correct them in the hospital's system, export and send the whole record again.",
    waiting:
      "No need to send it again. Check the patient's number, name and birth date; if one is wrong, correct it and send again.",
    refused: "Nothing of this record is in Sổ Khỏe. Correct it by the reasons below, export and send it again.",
  },
  replay: "This record had been received before; nothing was written twice.",
  columns: {
    time: "At",
    name: "File",
    maLk: "MA_LK",
    state: "Result",
    table: "Table",
    row: "Row",
    field: "Field",
    reason: "Reason",
  },
  counts: { rows: "Rows", accepted: "Accepted", warned: "Warned", refused: "Refused" },
  severity: { error: "Error", fatal: "Error", warning: "Warning", information: "Note" },
  moreIssues: (n) => `… and ${n} more in the .json file beside the record.`,
  report: {
    heading: "RESULT OF SENDING TO SỔ KHỎE",
    file: "File",
    state: "Result",
    at: "At",
    message: "Receipt",
    number: "Sent as",
    now: "What to do",
    issues: "Details",
  },
  notRunning: "The program is not running, or its status page cannot be opened at",
};

export const words = { vi, en } as const;
export type Words = typeof vi;

/** A moment as people of the hospital read it: 08:05:09 24/11/2026, Vietnamese time. */
export function shownTime(moment: string): string {
  const local = new Date(Date.parse(moment) + 7 * 3_600_000).toISOString();
  return `${local.slice(11, 19)} ${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)}`;
}
