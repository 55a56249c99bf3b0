import net from "node:net";
import type { Merchant, Merchants } from "../merchants.ts";
import { timeOf } from "../protocol/gmt7.ts";
import { fromWire } from "../protocol/money.ts";
import { pipeHash, sameHash } from "../protocol/signature.ts";

/** A call of a merchant's server whose merchant, form and signature are good. */
export interface ApiCall {
  merchant: Merchant;
  command: Command;
  /** Value of a parameter, by its name without `vnp_`; empty when there is none. */
  get(name: string): string;
}

export type Command = keyof typeof signed;

/** Whoever it was from, if that can be said, and VNPay's code for what is wrong. */
export interface BadCall {
  merchant: Merchant | undefined;
  code: "02" | "03" | "97";
  get: ApiCall["get"];
}

/** What is signed, in this order. */
const signed = {
  querydr: "RequestId Version Command TmnCode TxnRef TransactionDate CreateDate IpAddr OrderInfo".split(" "),
  refund:
    "RequestId Version Command TmnCode TransactionType TxnRef Amount TransactionNo TransactionDate CreateBy CreateDate IpAddr OrderInfo".split(
      " ",
    ),
} as const;

const stamp = (value: string) => timeOf(value) !== undefined;

const common: Record<string, (value: string) => boolean> = {
  RequestId: (value) => /^[A-Za-z0-9]{1,32}$/.test(value),
  Version: (value) => value === "2.1.0",
  TxnRef: (value) => /^[A-Za-z0-9._-]{1,100}$/.test(value),
  TransactionDate: stamp,
  CreateDate: stamp,
  IpAddr: (value) => net.isIP(value) !== 0,
  OrderInfo: (value) => /^[\x20-\x7e]{1,255}$/.test(value),
};

const forms: Record<Command, typeof common> = {
  querydr: common,
  refund: {
    ...common,
    TransactionType: (value) => value === "02" || value === "03",
    Amount: (value) => fromWire(value) !== undefined,
    CreateBy: (value) => /^.{1,245}$/.test(value),
  },
};

/** Checks a call in VNPay's order: who, form, signature. */
export function readCall(body: Record<string, unknown>, merchants: Merchants): ApiCall | BadCall {
  const get = (name: string): string => textOf(body[`vnp_${name}`]);
  const merchant = merchants.get(get("TmnCode"));
  if (!merchant) return { merchant, code: "02", get };
  const command = get("Command");
  if (!isCommand(command)) return { merchant, code: "03", get };
  if (!Object.entries(forms[command]).every(([name, fits]) => fits(get(name)))) return { merchant, code: "03", get };
  const expected = pipeHash(merchant.hashSecret, signed[command].map(get));
  if (!sameHash(expected, get("SecureHash"))) return { merchant, code: "97", get };
  return { merchant, command, get };
}

/** Libraries send dates and amounts as JSON numbers or as texts. */
const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

const isCommand = (command: string): command is Command => Object.hasOwn(signed, command);
