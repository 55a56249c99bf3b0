import type { Language } from "../../http/language.ts";
import { sharedWords } from "../../http/words.ts";

const vi = {
  ...sharedWords.vi,
  banner: "HỆ THỐNG THỬ (sandbox) – không phải cơ quan bảo hiểm",
  warning: "Mọi thẻ ở đây là hư cấu; đầu số 99 không cơ quan nào cấp.",
  frontTitle: "Cổng của cơ quan bảo hiểm (bản thử)",
  frontIntro: "Cổng này trả lời Sổ Khỏe khi hỏi về thẻ BHYT, bằng mã kết quả như cổng thật.",
  asked: (n: number) => `Đã được hỏi ${n} lần.`,
  cards: "Các thẻ",
  columns: { card: "Thẻ", validity: "Hạn", place: "Nơi đăng ký", result: "Mã kết quả" },
  faults: "Gây lỗi có chủ đích",
  noFault: "Hiện không bật lỗi nào.",
  faultOn: (name: string, times: number) => `Đang bật lỗi ${name}, còn ${times} câu hỏi.`,
  fault: "Lỗi",
  times: "Số câu hỏi",
  seconds: "Chậm bao nhiêu giây",
  setFault: "Bật lỗi này",
  clearFault: "Tắt lỗi",
  allFaults: "Các lỗi có thể bật",
};

export type Words = typeof vi;

const en: Words = {
  ...sharedWords.en,
  banner: "TEST SYSTEM (sandbox) – not the insurer",
  warning: "Every card here is invented; no office issues numbers that begin with 99.",
  frontTitle: "The insurer's gateway (test)",
  frontIntro:
    "This gateway answers when Sổ Khỏe asks about a health-insurance card, with the result codes of the real one.",
  asked: (n: number) => `Asked ${n} times so far.`,
  cards: "Cards",
  columns: { card: "Card", validity: "Valid", place: "Registered at", result: "Result code" },
  faults: "Misbehave on command",
  noFault: "No fault is on.",
  faultOn: (name: string, times: number) => `Fault ${name} is on, for ${times} more questions.`,
  fault: "Fault",
  times: "How many questions",
  seconds: "Seconds late",
  setFault: "Set this fault",
  clearFault: "Clear the fault",
  allFaults: "Faults there are",
};

export const words: Record<Language, Words> = { vi, en };
