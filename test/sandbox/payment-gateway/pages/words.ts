import type { Language } from "../../http/language.ts";
import { type CommonWords, sharedWords } from "../../http/words.ts";
import type { OutcomeName } from "../outcomes.ts";
import type { RefusalReason } from "../protocol/order.ts";
import type { Refund } from "../transaction.ts";

type Named<T extends string> = Record<T, string>;

const vi = {
  ...sharedWords.vi,
  banner: "HỆ THỐNG THỬ (sandbox) – không phải VNPAY",
  warning: "Không có tiền thật nào được chuyển. Đừng nhập số thẻ hay số tài khoản của người thật.",
  amount: (dong: number) => `${dong.toLocaleString("vi-VN")} ₫`,

  payTitle: "Thanh toán (bản thử)",
  payee: "Nơi nhận",
  toPay: "Số tiền",
  content: "Nội dung",
  reference: "Mã đơn",
  until: "Trả trước",
  asPayer: "Như người trả tiền",
  asTester: "Thử những tình huống khó",
  choices: {
    pay: "Thanh toán",
    cancel: "Hủy giao dịch",
    "no-money": "Tài khoản không đủ tiền",
    "pay-twice": "Thanh toán, báo hai lần",
    "lose-ipn": "Thanh toán, mất thông báo",
    "wrong-amount": "Thanh toán, báo sai số tiền",
    "time-out": "Để quá hạn",
  } satisfies Named<OutcomeName>,
  hints: {
    pay: "Trả đủ tiền, cổng báo cho Sổ Khỏe rồi đưa bạn quay lại (mã 00).",
    cancel: "Quay lại mà không trả tiền (mã 24).",
    "no-money": "Ngân hàng từ chối (mã 51).",
    "pay-twice": "Trả tiền một lần, nhưng máy chủ của Sổ Khỏe nhận cùng một thông báo (IPN) hai lần cùng lúc.",
    "lose-ipn": "Trả tiền và quay lại, nhưng thông báo (IPN) không bao giờ tới. Sổ Khỏe phải tự hỏi cổng.",
    "wrong-amount": "Trả đúng tiền, nhưng thông báo (IPN) ghi thừa 10.000 ₫. Sổ Khỏe phải trả lời 04.",
    "time-out": "Không trả tiền, không có thông báo, không quay lại.",
  } satisfies Named<OutcomeName>,

  finishedTitle: "Giao dịch này đã xong",
  finishedText: (what: string) => `Kết quả: ${what}. Bấm lần nữa cũng không thay đổi gì.`,
  goBack: "Quay lại nơi bán",
  timedOutTitle: "Giao dịch đã quá hạn",
  timedOutText: "Không có tiền nào được trả. Cổng không báo gì cho Sổ Khỏe và cũng không đưa bạn quay lại.",

  refusedTitle: "Cổng không nhận yêu cầu thanh toán này",
  refusedText: "Không có giao dịch nào được mở.",
  wrongParameter: "Tham số sai:",
  reasons: {
    merchant: "Không có nơi nhận nào mang mã vnp_TmnCode này.",
    signature: "Chữ ký vnp_SecureHash thiếu hoặc sai (mã 97).",
    format: "Một tham số thiếu, sai dạng hoặc lặp lại (mã 03).",
    amount: "Số tiền phải từ 5.000 ₫ đến dưới 1 tỷ đồng.",
    "return-url": "Địa chỉ quay lại không phải của nơi nhận này.",
    expired: "Yêu cầu đã quá hạn thanh toán (mã 11).",
    duplicate: "Trong ngày đã có một giao dịch khác dùng mã đơn này (mã 01).",
  } satisfies Named<RefusalReason>,

  frontTitle: "Cổng thanh toán (bản thử)",
  frontIntro:
    "Trang này đóng vai cổng VNPAY khi chạy thử Sổ Khỏe. Hãy bấm thanh toán trong Sổ Khỏe, rồi quay lại đây xem cổng đã ghi gì và đã báo gì.",
  merchants: "Nơi nhận tiền",
  transactions: "Giao dịch, mới nhất trước",
  noTransactions: "Chưa có giao dịch nào trong lần chạy này.",
  columns: { order: "Đơn", amount: "Số tiền", result: "Kết quả", told: "Thông báo tới Sổ Khỏe (IPN)" },
  open: "Đang chờ người trả tiền",
  openLink: "Mở trang thanh toán",
  expired: "Quá hạn, chưa trả",
  transactionNo: (number: string) => `Số giao dịch ${number}`,
  notTold: "Chưa báo lần nào.",
  answered: (code: string, message: string) => `trả lời ${code} – ${message}`,
  unreadable: (status: number, message: string) => `trả lời HTTP ${status}, không đọc được: ${message}`,
  noAnswer: (why: string) => `không có trả lời: ${why}`,
  tellNow: "Báo ngay",
  tellAgain: "Báo lại",
  refundOf: (amount: string) => `Hoàn ${amount}`,
  refundStates: {
    "sent-to-bank": "đang chờ ngân hàng",
    "paid-back": "ngân hàng đã trả lại",
    refused: "ngân hàng từ chối",
  } satisfies Named<Refund["state"]>,
  payBack: "Ngân hàng trả lại",
  refuseRefund: "Ngân hàng từ chối",
  forMachines: "Dành cho máy",
  list: "Danh sách giao dịch (transactions.json)",
};

const en: typeof vi & CommonWords = {
  ...sharedWords.en,
  banner: "SANDBOX – not VNPAY",
  warning: "No real money moves. Do not type the card or account number of a real person.",
  amount: (dong) => `${dong.toLocaleString("en-GB")} VND`,

  payTitle: "Payment (test version)",
  payee: "Paid to",
  toPay: "Amount",
  content: "For",
  reference: "Order",
  until: "Pay before",
  asPayer: "As the payer",
  asTester: "Try what is difficult",
  choices: {
    pay: "Pay",
    cancel: "Cancel",
    "no-money": "Not enough money",
    "pay-twice": "Pay, told twice",
    "lose-ipn": "Pay, notice lost",
    "wrong-amount": "Pay, wrong amount told",
    "time-out": "Let it run out",
  },
  hints: {
    pay: "Pays in full; the gateway tells Sổ Khỏe and takes you back (code 00).",
    cancel: "Goes back without paying (code 24).",
    "no-money": "The bank refuses (code 51).",
    "pay-twice": "Pays once, but Sổ Khỏe's server gets the same notice (IPN) twice at the same moment.",
    "lose-ipn": "Pays and goes back, but the notice (IPN) never arrives. Sổ Khỏe has to ask by itself.",
    "wrong-amount": "Pays the right amount, but the notice (IPN) says 10,000 VND more. Sổ Khỏe must answer 04.",
    "time-out": "Pays nothing, tells nothing, does not go back.",
  },

  finishedTitle: "This payment is finished",
  finishedText: (what) => `Result: ${what}. Pressing again changes nothing.`,
  goBack: "Back to the merchant",
  timedOutTitle: "This payment has run out",
  timedOutText: "Nothing was paid. The gateway tells Sổ Khỏe nothing and does not take you back.",

  refusedTitle: "The gateway does not take this payment request",
  refusedText: "No transaction was opened.",
  wrongParameter: "Wrong parameter:",
  reasons: {
    merchant: "No merchant has this vnp_TmnCode.",
    signature: "The signature vnp_SecureHash is missing or wrong (code 97).",
    format: "A parameter is missing, has the wrong form or stands twice (code 03).",
    amount: "The amount must be from 5,000 VND to under a billion.",
    "return-url": "The address to return to is not this merchant's.",
    expired: "The request has expired (code 11).",
    duplicate: "Another transaction of the day already uses this order number (code 01).",
  },

  frontTitle: "Payment gateway (test version)",
  frontIntro:
    "This page plays the VNPAY gateway while Sổ Khỏe is being tried out. Press pay in Sổ Khỏe, then come back to see what the gateway noted and told.",
  merchants: "Who is paid",
  transactions: "Transactions, newest first",
  noTransactions: "No transaction in this run yet.",
  columns: { order: "Order", amount: "Amount", result: "Result", told: "Notices to Sổ Khỏe (IPN)" },
  open: "Waiting for the payer",
  openLink: "Open the payment page",
  expired: "Expired, not paid",
  transactionNo: (number) => `Transaction ${number}`,
  notTold: "Not told yet.",
  answered: (code, message) => `answered ${code} – ${message}`,
  unreadable: (status, message) => `answered HTTP ${status}, not readable: ${message}`,
  noAnswer: (why) => `no answer: ${why}`,
  tellNow: "Tell now",
  tellAgain: "Tell again",
  refundOf: (amount) => `Refund of ${amount}`,
  refundStates: { "sent-to-bank": "waits for the bank", "paid-back": "paid back", refused: "refused by the bank" },
  payBack: "The bank pays back",
  refuseRefund: "The bank refuses",
  forMachines: "For machines",
  list: "List of transactions (transactions.json)",
};

export type Words = typeof vi;

export const words: Record<Language, Words> = { vi, en };
