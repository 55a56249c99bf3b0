import type { Language } from "../../http/language.ts";
import { sharedWords } from "../../http/words.ts";
import type { State } from "../answer.ts";
import type { Kind } from "../kinds.ts";

type Counts = { accepted: number; unchanged: number; refused: number };

const vi = {
  ...sharedWords.vi,
  banner: "HỆ THỐNG THỬ (sandbox) – không phải phần mềm của bệnh viện nào",
  warning: "Mọi cơ sở, mọi người và mọi kết quả ở đây đều hư cấu.",

  frontTitle: "Hệ thống của các bệnh viện (bản thử)",
  frontIntro:
    "Từ trang này, phần mềm của từng cơ sở trong tỉnh hư cấu gửi dữ liệu thật sự tới Sổ Khỏe, qua đúng giao diện mà bệnh viện thật sẽ dùng.",
  send: "Gửi dữ liệu mới",
  facility: "Cơ sở gửi",
  persona: "Về ai",
  kind: "Gửi gì",
  sendNow: "Gửi tới Sổ Khỏe",
  kinds: {
    visit: "Lần khám mới, có kết quả xét nghiệm",
    correction: "Đính chính một kết quả của lần khám vừa gửi",
    prescription: "Đơn thuốc mới",
    replay: "Gửi lại y hệt lần vừa gửi",
    "other-birth-date": "Lần khám ghi sai ngày sinh",
    broken: "Dữ liệu hỏng: đo vào ngày 30 tháng 2",
    "unknown-patient": "Người không giấy tờ, chỉ có mã bệnh nhân lạ",
  } satisfies Record<Kind, string>,
  expected: {
    visit: "Được nhận; đọc được ngay trong sổ.",
    correction: "Được nhận; sổ hiện giá trị mới và ghi là đã đính chính.",
    prescription: "Được nhận; thuốc có trong mục thuốc đang dùng.",
    replay: "Được trả lời y như lần trước; trong sổ không có gì thêm.",
    "other-birth-date": "Giữ lại chờ người vận hành; không vào sổ của ai.",
    broken: "Bị từ chối, nói rõ chỗ sai; không giữ lại phần nào.",
    "unknown-patient": "Giữ lại chờ người vận hành, dù tên và ngày sinh đúng.",
  } satisfies Record<Kind, string>,

  sent: "Đã gửi trong lần chạy này",
  nothingSent: "Chưa gửi gì trong lần chạy này.",
  silent: "Không có phần mềm gửi dữ liệu:",
  columns: { what: "Gửi gì", person: "Về ai", answer: "Sổ Khỏe trả lời", counts: "Số mục" },
  look: "Xem câu trả lời",
  states: {
    accepted: "Đã nhận",
    "partly-accepted": "Nhận một phần",
    quarantined: "Giữ lại chờ xem xét",
    rejected: "Bị từ chối",
    failed: "Chưa gửi được",
  } satisfies Record<State, string>,
  httpStatus: (status: number | undefined) => (status === undefined ? "không có trả lời" : `HTTP ${status}`),
  counts: ({ accepted, unchanged, refused }: Counts) =>
    `${accepted} mới · ${unchanged} đã có hoặc cập nhật · ${refused} bị từ chối`,
  same: "Câu trả lời giống hệt lần gửi trước.",
  notSame: "Câu trả lời khác lần gửi trước.",

  deliveryTitle: "Sổ Khỏe đã trả lời",
  noAnswerTitle: "Sổ Khỏe không trả lời",
  shouldBe: "Điều nên xảy ra:",
  issues: "Sổ Khỏe nói gì",
  entries: "Từng mục",
  entryColumns: { reference: "Mục", status: "Kết quả", issues: "Ghi chú" },
  next: "Xem gì tiếp trong Sổ Khỏe",
  nextBook: (name: string, login: string) => `Đăng nhập với tên ${name} (gõ ${login}), rồi mở:`,
  nextBookOfChild: (name: string) => `${name} không tự đăng nhập: đăng nhập với tên người giúp, rồi mở:`,
  results: "Kết quả xét nghiệm",
  visits: "Lần khám",
  medicines: "Thuốc",
  sources: "Bệnh viện nào đã gửi",
  nextOperator: (login: string) => `Đăng nhập với tên người vận hành (gõ ${login}), rồi mở:`,
  messages: "Dữ liệu đã nhận",
  retry: "Kiểm tra xem Sổ Khỏe có đang chạy không, rồi gửi lại.",
  rawAnswer: "Câu trả lời nguyên văn",
  rawBundle: "Dữ liệu đã gửi, nguyên văn",
  sendAnother: "Gửi tiếp",
  forMachines: "Dành cho máy",
  list: "Các lần gửi (GET /deliveries)",
  post: "Gửi: POST /deliveries {facility, persona, kind}",

  notSentTitle: "Không gửi được gì",
  notSent: {
    facility: "Không có cơ sở nào như vậy, hoặc cơ sở này không có phần mềm gửi dữ liệu.",
    persona: "Không có người nào như vậy.",
    kind: "Không có loại dữ liệu nào như vậy.",
    "nothing-before":
      "Trong lần chạy này, cơ sở chưa gửi gì về người này để đính chính hoặc gửi lại. Hãy gửi một lần khám mới trước.",
  },
};

const en: typeof vi = {
  ...sharedWords.en,
  banner: "SANDBOX – no hospital's software",
  warning: "Every facility, every person and every result here is invented.",

  frontTitle: "Hospital systems (test version)",
  frontIntro:
    "From this page, the software of each facility of the invented province really sends to Sổ Khỏe, through the very interface that real hospitals will use.",
  send: "Send something new",
  facility: "Facility that sends",
  persona: "About whom",
  kind: "What",
  sendNow: "Send to Sổ Khỏe",
  kinds: {
    visit: "A new visit with laboratory results",
    correction: "A corrected result of the visit just sent",
    prescription: "A new prescription",
    replay: "The very same delivery again",
    "other-birth-date": "A visit under a wrong birth date",
    broken: "Broken data: measured on 30 February",
    "unknown-patient": "Somebody without papers, only an unknown patient number",
  },
  expected: {
    visit: "Accepted; can be read in the book at once.",
    correction: "Accepted; the book shows the new value and says that it was corrected.",
    prescription: "Accepted; the medicines stand among those taken now.",
    replay: "Answered as before; the book gets nothing more.",
    "other-birth-date": "Kept for an operator; in nobody's book.",
    broken: "Refused, with the place that is wrong; nothing is kept.",
    "unknown-patient": "Kept for an operator, although name and birth date are right.",
  },

  sent: "Sent in this run",
  nothingSent: "Nothing sent in this run yet.",
  silent: "Without software that sends:",
  columns: { what: "What", person: "About whom", answer: "Sổ Khỏe's answer", counts: "Entries" },
  look: "See the answer",
  states: {
    accepted: "Accepted",
    "partly-accepted": "Partly accepted",
    quarantined: "Kept for review",
    rejected: "Refused",
    failed: "Not delivered",
  },
  httpStatus: (status) => (status === undefined ? "no answer" : `HTTP ${status}`),
  counts: ({ accepted, unchanged, refused }) => `${accepted} new · ${unchanged} known or updated · ${refused} refused`,
  same: "The answer is the same as to the delivery before.",
  notSame: "The answer differs from the one to the delivery before.",

  deliveryTitle: "Sổ Khỏe has answered",
  noAnswerTitle: "Sổ Khỏe has not answered",
  shouldBe: "What should happen:",
  issues: "What Sổ Khỏe says",
  entries: "Entry by entry",
  entryColumns: { reference: "Entry", status: "Outcome", issues: "Notes" },
  next: "What to look at next in Sổ Khỏe",
  nextBook: (name, login) => `Sign in as ${name} (type ${login}), then open:`,
  nextBookOfChild: (name) => `${name} does not sign in: sign in as whoever helps, then open:`,
  results: "Results",
  visits: "Visits",
  medicines: "Medicines",
  sources: "Which hospitals have sent",
  nextOperator: (login) => `Sign in as the operator (type ${login}), then open:`,
  messages: "What was received",
  retry: "Check that Sổ Khỏe is running, then send again.",
  rawAnswer: "The answer, word for word",
  rawBundle: "What was sent, word for word",
  sendAnother: "Send more",
  forMachines: "For machines",
  list: "Deliveries (GET /deliveries)",
  post: "Sending: POST /deliveries {facility, persona, kind}",

  notSentTitle: "Nothing was sent",
  notSent: {
    facility: "There is no such facility, or it has no software that sends.",
    persona: "There is no such person.",
    kind: "There is no such kind of delivery.",
    "nothing-before":
      "In this run, the facility has sent nothing about this person that could be corrected or repeated. Send a new visit first.",
  },
};

export type Words = typeof vi;

export const words: Record<Language, Words> = { vi, en };
