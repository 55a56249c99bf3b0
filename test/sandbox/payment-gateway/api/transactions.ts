import type { Ledger } from "../ledger.ts";
import type { Merchants } from "../merchants.ts";
import type { Parameters } from "../protocol/signature.ts";
import { answer } from "./answer.ts";
import { describe } from "./query.ts";
import { refund } from "./refund.ts";
import { readCall } from "./request.ts";

const mostRemembered = 5_000;

/** Answers `querydr` and `refund`; the same request of a merchant, asked again, is refused as a duplicate. */
export function transactionApi(ledger: Ledger, merchants: Merchants, now: () => Date) {
  const seen = new Set<string>();

  function isRepeated(requestId: string): boolean {
    if (seen.has(requestId)) return true;
    seen.add(requestId);
    const [oldest] = seen;
    if (seen.size > mostRemembered && oldest !== undefined) seen.delete(oldest);
    return false;
  }

  return (body: Record<string, unknown>): Parameters => {
    const call = readCall(body, merchants);
    if ("code" in call) return answer(call, call.code);
    const { merchant, get } = call;
    if (isRepeated(`${merchant.tmnCode} ${get("RequestId")}`)) return answer(call, "94");
    const transaction = ledger.find(merchant.tmnCode, get("TxnRef"), get("TransactionDate"));
    if (!transaction) return answer(call, "91");
    if (call.command === "querydr") return answer(call, "00", describe(transaction, now()));
    const { code, details } = refund(ledger, transaction, call, now());
    return answer(call, code, details);
  };
}
