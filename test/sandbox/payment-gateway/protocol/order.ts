import net from "node:net";
import type { Merchant, Merchants } from "../merchants.ts";
import { timeOf } from "./gmt7.ts";
import { fromWire } from "./money.ts";
import { hasGoodSignature, type Parameters } from "./signature.ts";

/** What a merchant asks somebody to pay. */
export interface Order {
  merchant: Merchant;
  txnRef: string;
  /** Whole đồng. */
  amount: number;
  orderInfo: string;
  language: "vi" | "en";
  returnUrl: string;
  bankCode: string;
  /** As the merchant wrote it; later calls name the payment by it. */
  createDate: string;
  expiresAt: Date;
}

export type RefusalReason = "merchant" | "signature" | "format" | "amount" | "return-url" | "expired" | "duplicate";

export interface Refusal {
  reason: RefusalReason;
  /** The parameter that is wrong. */
  parameter?: string;
}

const LIFETIME = 15 * 60_000;
const SMALLEST = 5_000;
const LARGEST = 999_999_999;

const forms: Record<string, (value: string) => boolean> = {
  vnp_Version: (value) => value === "2.1.0",
  vnp_Command: (value) => value === "pay",
  vnp_Amount: (value) => fromWire(value) !== undefined,
  vnp_CurrCode: (value) => value === "VND",
  vnp_TxnRef: (value) => /^[A-Za-z0-9._-]{1,100}$/.test(value),
  // No accents, so that every bank can print it.
  vnp_OrderInfo: (value) => /^[\x20-\x7e]{1,255}$/.test(value),
  vnp_OrderType: (value) => /^[\w-]{1,100}$/.test(value),
  vnp_Locale: (value) => value === "vn" || value === "en",
  vnp_IpAddr: (value) => net.isIP(value) !== 0,
  vnp_CreateDate: (value) => timeOf(value) !== undefined,
};

const optionalForms: typeof forms = {
  vnp_ExpireDate: (value) => timeOf(value) !== undefined,
  vnp_BankCode: (value) => /^[A-Za-z0-9]{3,20}$/.test(value),
};

/** Checks a request to pay: who asks, the signature, then the form of each parameter. */
export function readOrder(query: URLSearchParams, merchants: Merchants, now: Date): Order | Refusal {
  const twice = [...query.keys()].find((name) => query.getAll(name).length > 1);
  if (twice !== undefined) return { reason: "format", parameter: twice };
  const given: Parameters = Object.fromEntries(query);
  const merchant = merchants.get(given.vnp_TmnCode ?? "");
  if (!merchant) return { reason: "merchant", parameter: "vnp_TmnCode" };
  if (!hasGoodSignature(merchant.hashSecret, own(given))) return { reason: "signature", parameter: "vnp_SecureHash" };
  const wrong = wrongForm(given);
  if (wrong !== undefined) return { reason: "format", parameter: wrong };
  return checkOrder(orderOf(merchant, given), now);
}

/** Parameters of other makers may ride along, unsigned: a language, a campaign. */
const own = (given: Parameters): Parameters =>
  Object.fromEntries(Object.entries(given).filter(([name]) => name.startsWith("vnp_")));

function wrongForm(given: Parameters): string | undefined {
  const missingOrWrong = Object.entries(forms).find(([name, fits]) => !fits(given[name] ?? ""));
  const wrong = Object.entries(optionalForms).find(([name, fits]) => given[name] && !fits(given[name]));
  return (missingOrWrong ?? wrong)?.[0];
}

function orderOf(merchant: Merchant, given: Parameters): Order {
  const text = (name: string) => given[name] ?? "";
  const created = timeOf(text("vnp_CreateDate")) ?? new Date(Number.NaN);
  return {
    merchant,
    txnRef: text("vnp_TxnRef"),
    amount: fromWire(text("vnp_Amount")) ?? 0,
    orderInfo: text("vnp_OrderInfo"),
    language: given.vnp_Locale === "en" ? "en" : "vi",
    returnUrl: text("vnp_ReturnUrl"),
    bankCode: given.vnp_BankCode || "NCB",
    createDate: text("vnp_CreateDate"),
    expiresAt: timeOf(text("vnp_ExpireDate")) ?? new Date(created.getTime() + LIFETIME),
  };
}

function checkOrder(order: Order, now: Date): Order | Refusal {
  if (order.amount < SMALLEST || order.amount > LARGEST) return { reason: "amount", parameter: "vnp_Amount" };
  if (originOf(order.returnUrl) !== order.merchant.returnOrigin)
    return { reason: "return-url", parameter: "vnp_ReturnUrl" };
  if (order.expiresAt <= now) return { reason: "expired", parameter: "vnp_ExpireDate" };
  return order;
}

const originOf = (address: string): string | undefined => (URL.canParse(address) ? new URL(address).origin : undefined);
