import { stampOf } from "./protocol/gmt7.ts";
import { standingOf, type Transaction } from "./transaction.ts";

/** A transaction as the gateway's list gives it to machines; amounts are whole đồng. */
export function listOf(transaction: Transaction, now: Date) {
  const { id, order, result, ipns, refunds } = transaction;
  return {
    id,
    tmnCode: order.merchant.tmnCode,
    txnRef: order.txnRef,
    amount: order.amount,
    orderInfo: order.orderInfo,
    createDate: order.createDate,
    outcome: result?.outcome ?? null,
    payDate: result ? stampOf(result.at) : null,
    transactionNo: result?.transactionNo ?? null,
    status: standingOf(transaction, now).status,
    ipns: ipns.map(({ at, amount, status, rspCode, message }) => ({
      at: at.toISOString(),
      amount,
      status: status ?? null,
      rspCode: rspCode ?? null,
      message,
    })),
    refunds: refunds.map(({ at, ...refund }) => ({ at: at.toISOString(), ...refund })),
  };
}
