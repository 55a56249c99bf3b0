import type { OutcomeName } from "./outcomes.ts";
import type { Order } from "./protocol/order.ts";

/** One attempt to pay an order. */
export interface Transaction {
  /** Part of the payment page's address, and hard to guess. */
  id: string;
  order: Order;
  openedAt: Date;
  /** Nothing until the payer has chosen. */
  result: Result | undefined;
  ipns: IpnCall[];
  refunds: Refund[];
}

interface Result {
  outcome: OutcomeName;
  at: Date;
  /** The gateway's number and the bank's; none when no money moved. */
  transactionNo: string | undefined;
  bankTranNo: string | undefined;
}

/** A call to the merchant's server, and what it answered. */
export interface IpnCall {
  at: Date;
  /** Whole đồng, as the call said it. */
  amount: number;
  status: number | undefined;
  rspCode: string | undefined;
  /** What the merchant said in words, or why there was no answer. */
  message: string;
}

export interface Refund {
  requestId: string;
  at: Date;
  amount: number;
  full: boolean;
  transactionNo: string;
  by: string;
  orderInfo: string;
  state: "sent-to-bank" | "paid-back" | "refused";
}

export const isPaid = ({ result }: Transaction): boolean => result?.transactionNo !== undefined;

/** What is with the bank or back already; refused refunds do not count. */
export const refunded = ({ refunds }: Transaction): number =>
  refunds.reduce((sum, refund) => sum + (refund.state === "refused" ? 0 : refund.amount), 0);

const refundStatus = { "sent-to-bank": "06", "paid-back": "00", refused: "09" } as const;

export interface Standing {
  /** 01 payment, 02 whole refund, 03 partial refund. */
  type: "01" | "02" | "03";
  /** VNPay's transaction status. */
  status: string;
}

/** How the transaction stands for a query; after a refund, the query answers about the newest refund. */
export function standingOf(transaction: Transaction, now: Date): Standing {
  const newest = transaction.refunds.at(-1);
  if (newest) return { type: newest.full ? "02" : "03", status: refundStatus[newest.state] };
  if (isPaid(transaction)) return { type: "01", status: "00" };
  const waits = transaction.result === undefined && transaction.order.expiresAt > now;
  return { type: "01", status: waits ? "01" : "02" };
}
