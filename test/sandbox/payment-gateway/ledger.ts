import crypto from "node:crypto";
import { type OutcomeName, outcomes } from "./outcomes.ts";
import type { Order } from "./protocol/order.ts";
import type { Transaction } from "./transaction.ts";

const mostKept = 5_000;

/** All transactions of this run, in the order in which they were opened. */
export class Ledger {
  readonly #byId = new Map<string, Transaction>();
  readonly #byReference = new Map<string, Transaction>();
  #number = 14_000_000;

  /** Opens a transaction, or finds the one that the same request opened; a reference is used once a day. */
  open(order: Order, now: Date): Transaction | "duplicate" {
    const key = referenceOf(order.merchant.tmnCode, order.txnRef, order.createDate);
    const earlier = this.#byReference.get(key);
    if (earlier) return isSame(earlier.order, order) ? earlier : "duplicate";
    const id = crypto.randomBytes(16).toString("base64url");
    const transaction: Transaction = { id, order, openedAt: now, result: undefined, ipns: [], refunds: [] };
    this.#byId.set(id, transaction);
    this.#byReference.set(key, transaction);
    this.#forgetOldest();
    return transaction;
  }

  /** Decides an open transaction, once: what was decided before stays, and the answer is false. */
  decide(transaction: Transaction, outcome: OutcomeName, now: Date): boolean {
    if (transaction.result) return false;
    const paid = outcomes[outcome].code === "00";
    const transactionNo = paid ? this.nextNumber() : undefined;
    const bankTranNo = paid ? `VNP${transactionNo}` : undefined;
    transaction.result = { outcome, at: now, transactionNo, bankTranNo };
    return true;
  }

  nextNumber(): string {
    this.#number += 1;
    return String(this.#number);
  }

  byId(id: string): Transaction | undefined {
    return this.#byId.get(id);
  }

  /** As `querydr` and `refund` name a payment: by its reference and the date the merchant gave it. */
  find(tmnCode: string, txnRef: string, createDate: string): Transaction | undefined {
    const found = this.#byReference.get(referenceOf(tmnCode, txnRef, createDate));
    return found?.order.createDate === createDate ? found : undefined;
  }

  /** Newest first. */
  all(): Transaction[] {
    return [...this.#byId.values()].reverse();
  }

  #forgetOldest(): void {
    const [oldest] = this.#byId.values();
    if (this.#byId.size <= mostKept || !oldest) return;
    const { merchant, txnRef, createDate } = oldest.order;
    this.#byId.delete(oldest.id);
    this.#byReference.delete(referenceOf(merchant.tmnCode, txnRef, createDate));
  }
}

const referenceOf = (tmnCode: string, txnRef: string, createDate: string): string =>
  `${tmnCode} ${createDate.slice(0, 8)} ${txnRef}`;

/** A page loaded again asks for the very same thing. */
const isSame = (a: Order, b: Order): boolean =>
  a.amount === b.amount && a.createDate === b.createDate && a.returnUrl === b.returnUrl && a.orderInfo === b.orderInfo;
