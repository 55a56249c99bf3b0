import { stampOf } from "../protocol/gmt7.ts";
import { toWire } from "../protocol/money.ts";
import type { Parameters } from "../protocol/signature.ts";
import { standingOf, type Transaction } from "../transaction.ts";

/** What the gateway knows of a payment, for the merchant's server. */
export function describe(transaction: Transaction, now: Date): Parameters {
  const { order, result } = transaction;
  const { type, status } = standingOf(transaction, now);
  const paid = result?.transactionNo !== undefined;
  return {
    Amount: toWire(order.amount),
    OrderInfo: order.orderInfo,
    BankCode: paid ? order.bankCode : "VNPAY",
    ...(result ? { PayDate: stampOf(result.at) } : {}),
    TransactionNo: result?.transactionNo ?? "0",
    TransactionType: type,
    TransactionStatus: status,
  };
}
