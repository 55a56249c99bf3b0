import { outcomes } from "./outcomes.ts";
import { resultQuery, withQuery } from "./protocol/result.ts";
import type { IpnCall, Transaction } from "./transaction.ts";

/** How much too much the call says when it is to say something wrong. */
const tooMuch = 10_000;
const patience = 10_000;

/** Tells the merchant's server as the outcome wants it: once, twice at the same moment, wrongly, or not at all. */
export async function tellMerchant(transaction: Transaction, ipnUrl: string): Promise<void> {
  const how = transaction.result ? outcomes[transaction.result.outcome].ipn : "never";
  if (how === "never") return;
  const { amount } = transaction.order;
  const call = () => callMerchant(transaction, ipnUrl, how === "wrong-amount" ? amount + tooMuch : amount);
  await Promise.all(how === "twice" ? [call(), call()] : [call()]);
}

/** One call, noted with its answer. It never fails: a merchant that is down is a note, too. */
export async function callMerchant(
  transaction: Transaction,
  ipnUrl: string,
  amount = transaction.order.amount,
): Promise<void> {
  const at = new Date();
  const answer = await ask(withQuery(ipnUrl, resultQuery(transaction, amount)));
  transaction.ipns.push({ at, amount, ...answer });
}

async function ask(address: string): Promise<Omit<IpnCall, "at" | "amount">> {
  try {
    const response = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(patience) });
    return { status: response.status, ...answerIn(await response.text()) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { status: undefined, rspCode: undefined, message: cause instanceof Error ? cause.message : "no answer" };
  }
}

/** `{"RspCode":"00","Message":"Confirm Success"}`, exactly. */
function answerIn(text: string): Pick<IpnCall, "rspCode" | "message"> {
  try {
    const { RspCode, Message }: { RspCode?: unknown; Message?: unknown } = Object(JSON.parse(text));
    if (typeof RspCode === "string")
      return { rspCode: RspCode.slice(0, 8), message: String(Message ?? "").slice(0, 200) };
  } catch {
    // Not JSON: shown as it came.
  }
  return { rspCode: undefined, message: text.slice(0, 200) };
}
