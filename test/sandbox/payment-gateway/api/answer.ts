import crypto from "node:crypto";
import type { Merchant } from "../merchants.ts";
import { type Parameters, pipeHash } from "../protocol/signature.ts";
import type { ApiCall } from "./request.ts";

const messages: Record<string, string> = {
  "00": "Success",
  "02": "Invalid TmnCode",
  "03": "Invalid data format",
  "91": "Transaction not found",
  "94": "Duplicate request",
  "95": "Transaction was not successful",
  "97": "Invalid checksum",
  "99": "Refund is more than what is left",
};

/** What is signed, in this order; a query's answer signs two more values at the end. */
const signed =
  "ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo TransactionType TransactionStatus OrderInfo".split(
    " ",
  );
const signedForQuery = [...signed, "PromotionCode", "PromotionAmount"];

/** An answer of the transaction interface, signed when it is known for whom. */
export function answer(
  call: { merchant: Merchant | undefined; get: ApiCall["get"] },
  code: string,
  details: Parameters = {},
): Parameters {
  const values: Parameters = {
    ResponseId: crypto.randomUUID().replaceAll("-", ""),
    Command: call.get("Command"),
    ResponseCode: code,
    Message: messages[code] ?? "Unknown error",
    TmnCode: call.get("TmnCode"),
    TxnRef: call.get("TxnRef"),
    ...details,
  };
  const order = values.Command === "querydr" ? signedForQuery : signed;
  const hash =
    call.merchant &&
    pipeHash(
      call.merchant.hashSecret,
      order.map((name) => values[name]),
    );
  const named = Object.entries(values).map(([name, value]) => [`vnp_${name}`, value] as const);
  return { ...Object.fromEntries(named), ...(hash === undefined ? {} : { vnp_SecureHash: hash }) };
}
