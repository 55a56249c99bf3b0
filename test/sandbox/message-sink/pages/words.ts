import type { Language } from "../../http/language.ts";
import { sharedWords } from "../../http/words.ts";
import type { Channel, ReceiptState } from "../message.ts";

const vi = {
  ...sharedWords.vi,
  banner: "HỆ THỐNG THỬ (sandbox) – không gửi tin đi đâu",
  warning: "Mọi e-mail, SMS và Zalo của Sổ Khỏe bản thử dừng lại ở đây, không tới máy của ai.",

  frontTitle: "Hộp tin của mọi người (bản thử)",
  frontIntro:
    "Trang này đóng vai điện thoại và hộp thư của mọi người trong tỉnh hư cấu. Tin mới nhất ở trên. Tải lại trang để xem tin mới tới.",
  reload: "Tải lại",
  filterTo: "Số điện thoại hoặc e-mail của người nhận",
  filterChannel: "Kênh",
  allChannels: "Tất cả",
  show: "Xem",
  showAll: "Xem tất cả",
  channels: { email: "E-mail", sms: "SMS", zalo: "Zalo" } satisfies Record<Channel, string>,
  counted: (total: number) => (total === 0 ? "Chưa có tin nào." : `${total} tin.`),
  noneFor: "Không có tin nào như vậy.",
  pageOf: (page: number, pages: number) => `Trang ${page} trên ${pages}`,
  newer: "Tin mới hơn",
  older: "Tin cũ hơn",
  messages: "Tin đã nhận",

  to: "Tới",
  from: "Từ",
  noSubject: "(không có tiêu đề)",
  parts: (parts: number, encoding: string) => `${parts} tin tính tiền, ${encoding}`,
  states: { sent: "đã gửi", delivered: "đã tới máy", failed: "không tới được máy", read: "đã đọc" } satisfies Record<
    ReceiptState,
    string
  >,
  markRead: "Người nhận đọc tin này",
  openMail: "Xem cả thư",
  mailTitle: "Thư điện tử",
  mailText: "Phần chữ",
  mailHtml: "Phần trình bày (HTML)",
  attachments: "Tệp kèm",
  bytes: (size: number) => `${size.toLocaleString("vi-VN")} byte`,
  source: "Thư gốc, như lúc nhận",
  noText: "Thư này không có phần chữ.",

  faults: "Gây lỗi có chủ đích",
  faultsIntro: "Bật một lỗi cho những tin tới đây của một kênh, để xem Sổ Khỏe xử lý ra sao.",
  noFault: "Hiện không bật lỗi nào.",
  faultOn: (name: string, channel: string, times: number, to: string | undefined) =>
    `${channel}: đang bật lỗi ${name}, còn ${times} tin${to === undefined ? "" : ` tới ${to}`}.`,
  fault: "Lỗi",
  times: "Số tin",
  seconds: "Chậm bao nhiêu giây",
  onlyTo: "Chỉ với người nhận (bỏ trống: mọi người)",
  setFault: "Bật lỗi này",
  clearFault: "Tắt mọi lỗi",
  allFaults: "Các lỗi có thể bật",

  clear: "Xóa mọi tin",
  forMachines: "Dành cho máy",
  machineList: (port: number) => [
    `E-mail: SMTP ở localhost:${port}, không mã hóa, không mật khẩu`,
    "SMS: POST /sms {to, text, sender} → {id}",
    "Zalo: POST /zalo {to, template, parameters} → {id}",
    "Báo nhận: GET /receipts/{id}; đọc tin: POST /messages/{id}/read",
    "Lỗi: GET, POST /faults {fault, channel, times, seconds, to}",
    "Xóa: DELETE /messages",
  ],
  json: "Các tin đang xem (messages.json)",
};

const en: typeof vi = {
  ...sharedWords.en,
  banner: "SANDBOX – messages go nowhere",
  warning: "Every e-mail, SMS and Zalo message of the test Sổ Khỏe ends here; nobody's phone gets it.",

  frontTitle: "Everybody's messages (test version)",
  frontIntro:
    "This page plays the phones and mailboxes of everybody in the invented province. The newest is on top. Reload to see what has arrived since.",
  reload: "Reload",
  filterTo: "Recipient's phone number or e-mail",
  filterChannel: "Channel",
  allChannels: "All",
  show: "Show",
  showAll: "Show all",
  channels: { email: "E-mail", sms: "SMS", zalo: "Zalo" },
  counted: (total) => {
    if (total === 0) return "No message yet.";
    return total === 1 ? "1 message." : `${total} messages.`;
  },
  noneFor: "There is no such message.",
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  newer: "Newer",
  older: "Older",
  messages: "Messages received",

  to: "To",
  from: "From",
  noSubject: "(no subject)",
  parts: (parts, encoding) => `charged as ${parts}, ${encoding}`,
  states: { sent: "sent", delivered: "delivered", failed: "not delivered", read: "read" },
  markRead: "The recipient reads it",
  openMail: "Open the mail",
  mailTitle: "E-mail",
  mailText: "Text",
  mailHtml: "Layout (HTML)",
  attachments: "Attachments",
  bytes: (size) => `${size.toLocaleString("en-GB")} bytes`,
  source: "Source, as it came",
  noText: "This mail has no text part.",

  faults: "Faults on purpose",
  faultsIntro: "Switch a fault on for the next messages of a channel: see how Sổ Khỏe copes.",
  noFault: "No fault is on.",
  faultOn: (name, channel, times, to) =>
    `${channel}: the fault ${name} is on for ${times} more ${times === 1 ? "message" : "messages"}${to === undefined ? "" : ` to ${to}`}.`,
  fault: "Fault",
  times: "How many messages",
  seconds: "Seconds of delay",
  onlyTo: "Only to this recipient (empty: everybody)",
  setFault: "Switch this fault on",
  clearFault: "Switch faults off",
  allFaults: "All faults",

  clear: "Delete all messages",
  forMachines: "For machines",
  machineList: (port) => [
    `E-mail: SMTP at localhost:${port}, no encryption, no password`,
    "SMS: POST /sms {to, text, sender} → {id}",
    "Zalo: POST /zalo {to, template, parameters} → {id}",
    "Receipts: GET /receipts/{id}; reading: POST /messages/{id}/read",
    "Faults: GET, POST /faults {fault, channel, times, seconds, to}",
    "Deleting: DELETE /messages",
  ],
  json: "The messages shown (messages.json)",
};

export type Words = typeof vi;

export const words: Record<Language, Words> = { vi, en };
