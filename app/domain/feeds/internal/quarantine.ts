import type { Issue } from "#app/adapters/record-store/fhir-r4/issues.ts";
import type { Tx } from "#db/client.ts";
import type { PackageOutcome } from "../package-outcome.ts";
import type { FeedContext, MessageAnswer } from "../receive-message.ts";
import { arrivalOf, noted } from "./arrival.ts";
import { endMessage, keepBody, type Message } from "./message-row.ts";
import { openCase } from "./open-case.ts";
import type { StoredOutcome } from "./outcome.ts";
import type { Unclear } from "./whose-person.ts";

/** Keeps the bytes and waits for an operator: whose record it is cannot be said. */
export async function quarantine(
  tx: Tx,
  ctx: FeedContext,
  message: Message,
  unclear: Unclear,
  waiting?: PackageOutcome,
): Promise<MessageAnswer> {
  const reason = unclear.quarantine;
  await keepBody(tx, ctx.keys, message);
  await openCase(tx, ctx.keys, message, unclear);
  const issue: Issue = {
    severity: "information",
    type: "incomplete",
    code: `quarantine-${reason}`,
    diagnostics:
      "The bytes are kept. Whose record this is cannot be said for certain, so it waits for an operator and is in nobody's book.",
  };
  const outcome: StoredOutcome & { status: number } = {
    kind: waiting ? "package" : "batch",
    issues: [issue],
    entries: [],
    status: 202,
    ...(waiting ? { package: waiting } : {}),
  };
  const ended = endMessage(tx, message, {
    state: "quarantined",
    reason,
    outcome,
    accepted: 0,
    unchanged: 0,
    rejected: 0,
    warnings: 0,
  });
  return noted(tx, ended, arrivalOf(message, { state: "quarantined", outcomes: [] }));
}
