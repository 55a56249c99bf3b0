import { splitCases } from "#app/adapters/record-store/qd3176/split-cases.ts";
import { type FeedContext, type IncomingMessage, type MessageAnswer, receiveMessage } from "./receive-message.ts";

/**
 * Takes a file of QĐ 3176. One case is the rule; where an envelope holds several, each is a delivery of its
 * own – its own transaction, its own answer –, since each may be about another person.
 */
export async function receivePackages(ctx: FeedContext, input: IncomingMessage): Promise<MessageAnswer> {
  const [only, ...others] = splitCases(input.bytes);
  if (!only || others.length === 0) return receiveMessage(ctx, input);
  const answers: MessageAnswer[] = [];
  for (const bytes of [only, ...others]) answers.push(await receiveMessage(ctx, { ...input, bytes }));
  return together(answers);
}

/** The answers to the parts of a file as the answer to the whole. */
export function together(answers: [MessageAnswer, ...MessageAnswer[]] | MessageAnswer[]): MessageAnswer {
  const [first] = answers;
  if (!first) throw new Error("A file without cases is one delivery.");
  const states = new Set(answers.map((a) => a.state));
  const state = states.size === 1 ? first.state : "partly_accepted";
  const counts = { accepted: 0, unchanged: 0, rejected: 0, warnings: 0 };
  for (const key of ["accepted", "unchanged", "rejected", "warnings"] as const)
    counts[key] = answers.reduce((n, a) => n + a.counts[key], 0);
  const status = statusOf(answers);
  const replay = answers.every((a) => a.replay);
  const body = { state, replay, counts, cases: answers.map((a) => ({ status: a.status, ...a.body })) };
  return { state, status, messageId: first.messageId, replay, counts, reason: first.reason, body };
}

/** Taken where one is; waiting where nothing is but something waits; else why the first was refused. */
function statusOf(answers: MessageAnswer[]): number {
  const has = (...states: string[]) => answers.some((a) => states.includes(a.state));
  if (has("accepted", "partly_accepted")) return 200;
  return has("quarantined") ? 202 : (answers[0]?.status ?? 422);
}
