import { outcomes } from "../outcomes.ts";
import type { Transaction } from "../transaction.ts";
import { stampOf } from "./gmt7.ts";
import { toWire } from "./money.ts";
import { type Parameters, signedQuery } from "./signature.ts";

/** What became of a payment, signed: the query of the return address and of the IPN. */
export function resultQuery(transaction: Transaction, amount = transaction.order.amount): string {
  return signedQuery(transaction.order.merchant.hashSecret, { ...resultOf(transaction), vnp_Amount: toWire(amount) });
}

/** Where the payer is sent, with the result added to whatever the address has already. */
export function returnAddress(transaction: Transaction): string {
  return withQuery(transaction.order.returnUrl, resultQuery(transaction));
}

/** An address with a query that is already signed, so nothing of it may be written anew. */
export function withQuery(address: string, query: string): string {
  const [before = "", hash] = address.split("#", 2);
  return `${before}${before.includes("?") ? "&" : "?"}${query}${hash === undefined ? "" : `#${hash}`}`;
}

function resultOf({ order, result }: Transaction): Parameters {
  const code = result ? outcomes[result.outcome].code : "99";
  const paid = result?.transactionNo !== undefined;
  return {
    vnp_TmnCode: order.merchant.tmnCode,
    vnp_TxnRef: order.txnRef,
    vnp_Amount: toWire(order.amount),
    vnp_OrderInfo: order.orderInfo,
    vnp_ResponseCode: code,
    vnp_TransactionStatus: code === "00" ? "00" : "02",
    vnp_TransactionNo: result?.transactionNo ?? "0",
    vnp_BankCode: paid ? order.bankCode : "VNPAY",
    vnp_BankTranNo: result?.bankTranNo ?? "",
    vnp_CardType: paid ? "ATM" : "QRCODE",
    vnp_PayDate: stampOf(result?.at ?? new Date()),
  };
}
