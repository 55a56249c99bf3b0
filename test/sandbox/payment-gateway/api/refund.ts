import type { Ledger } from "../ledger.ts";
import { stampOf } from "../protocol/gmt7.ts";
import { fromWire, toWire } from "../protocol/money.ts";
import type { Parameters } from "../protocol/signature.ts";
import { isPaid, type Refund, refunded, type Transaction } from "../transaction.ts";
import type { ApiCall } from "./request.ts";

type RefundCode = "00" | "91" | "94" | "95" | "99";

/** Sends money back through the bank, never more than was paid; the bank decides later. */
export function refund(
  ledger: Ledger,
  transaction: Transaction,
  call: ApiCall,
  now: Date,
): { code: RefundCode; details?: Parameters } {
  const amount = fromWire(call.get("Amount")) ?? 0;
  const full = call.get("TransactionType") === "02";
  const code = refusalOf(transaction, call, amount, full);
  if (code !== undefined) return { code };
  const made: Refund = {
    requestId: call.get("RequestId"),
    at: now,
    amount,
    full,
    transactionNo: ledger.nextNumber(),
    by: call.get("CreateBy"),
    orderInfo: call.get("OrderInfo"),
    state: "sent-to-bank",
  };
  transaction.refunds.push(made);
  return { code: "00", details: detailsOf(transaction, made) };
}

function refusalOf(
  transaction: Transaction,
  call: ApiCall,
  amount: number,
  full: boolean,
): Exclude<RefundCode, "00"> | undefined {
  const number = call.get("TransactionNo");
  if (!isPaid(transaction)) return "95";
  if (number !== "" && number !== "0" && number !== transaction.result?.transactionNo) return "91";
  const before = transaction.refunds.filter((r) => r.state !== "refused");
  if (before.some((r) => r.full) || (full && before.length > 0)) return "94";
  const left = transaction.order.amount - refunded(transaction);
  return amount > left || (full && amount !== left) ? "99" : undefined;
}

const detailsOf = ({ order }: Transaction, made: Refund): Parameters => ({
  Amount: toWire(made.amount),
  OrderInfo: made.orderInfo,
  BankCode: order.bankCode,
  PayDate: stampOf(made.at),
  TransactionNo: made.transactionNo,
  TransactionType: made.full ? "02" : "03",
  // Accepted, and being worked on.
  TransactionStatus: "05",
});
