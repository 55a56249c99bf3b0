import type { ReadBundle } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { type Issue, isError } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { type Arrival, noteArrival } from "#app/domain/feed-status/note-arrival.ts";
import type { Tx } from "#db/client.ts";
import type { PackageOutcome } from "../package-outcome.ts";
import type { FeedContext, MessageAnswer } from "../receive-message.ts";
import { messageState } from "../rules.ts";
import { arrivalOf } from "./arrival.ts";
import { resolveConditions } from "./conditional.ts";
import { hiderOf } from "./hider.ts";
import { endMessage, keepBody, type Message } from "./message-row.ts";
import { nationalNumbers, needlesOf } from "./needles.ts";
import { openCase } from "./open-case.ts";
import { type EntryOutcome, type StoredOutcome, taken, wrote } from "./outcome.ts";
import { peopleBeside } from "./people-beside.ts";
import { type Plan, planDelivery } from "./plan.ts";
import { warnOfReferencesToNowhere } from "./references-elsewhere.ts";
import { RefusedDelivery } from "./refused.ts";
import { rememberIdentifiers } from "./remember-identifiers.ts";
import { storeDirectory } from "./store-directory.ts";
import { storeEntries } from "./store-entries.ts";
import { strangersByNumber } from "./strangers-by-number.ts";
import { type Unclear, whosePerson } from "./whose-person.ts";

/** A delivery that was no Bundle when it came: rows refused before, and what is told of its rows instead. */
export interface TakenFile {
  refused: number;
  tell(outcomes: readonly EntryOutcome[]): PackageOutcome;
}

/** Plans, matches, stores and answers one delivery, all in the caller's transaction. */
export async function takeDelivery(
  tx: Tx,
  ctx: FeedContext,
  message: Message,
  bundle: ReadBundle,
  file?: TakenFile,
): Promise<MessageAnswer> {
  const conditions = await resolveConditions(tx, ctx.keys, message.facilityId, bundle.items);
  const plan = planDelivery(bundle, ctx.keys, conditions);
  const allOrNothing = plan.kind === "transaction" || plan.kind === "document";
  const refused = plan.refused.map(({ item, issues }) => notTaken(item.index, issues));
  if (refused.some((o) => !taken(o)) && (allOrNothing || !isKnownWhose(plan)))
    throw new RefusedDelivery(
      statusFor(refused),
      [],
      refused.filter((o) => !taken(o)),
    );

  const whose = await whosePerson(tx, ctx.keys, message, plan);
  if ("quarantine" in whose) return quarantine(tx, ctx, message, whose, file?.tell([]));
  if (!message.boundTo)
    whose.strangers = whose.strangers.concat(await strangersByNumber(tx, ctx.keys, message.facilityId, whose, plan));
  for (const { entry, issue } of whose.strangers) refused.push(notTaken(entry.item.index, [...entry.issues, issue]));
  if (allOrNothing && whose.strangers.length > 0)
    throw new RefusedDelivery(
      422,
      [],
      refused.filter((o) => !taken(o)),
    );

  const strangers = new Set(whose.strangers.map((s) => s.entry));
  const entries = plan.entries.filter((e) => !strangers.has(e));
  await warnOfReferencesToNowhere(tx, message.facilityId, { ...plan, entries });
  const delivery = {
    keys: ctx.keys,
    facilityId: message.facilityId,
    messageId: message.id,
    digest: message.digest,
    receivedAt: message.receivedAt,
    timestamp: plan.timestamp,
    allOrNothing,
    again: message.reread ?? false,
  };
  const [needles] = await Promise.all([
    needlesOf(tx, ctx.keys, whose.personId, whose.said, peopleBeside(entries)),
    rememberIdentifiers(tx, ctx.keys, message.facilityId, entries),
  ]);
  const stored = [
    ...(await storeEntries(
      tx,
      delivery,
      whose.personId,
      entries.filter((e) => !e.directory),
      hiderOf(needles),
    )),
    ...(await storeDirectory(
      tx,
      delivery,
      entries.filter((e) => e.directory),
      hiderOf(nationalNumbers(needles)),
    )),
  ];
  const outcomes = [...refused, ...stored];
  const counts = {
    taken: outcomes.filter(taken).length,
    refused: outcomes.filter((o) => !taken(o)).length + (file?.refused ?? 0),
  };
  const state = messageState(counts, allOrNothing);
  if (state === "rejected")
    throw new RefusedDelivery(
      statusFor(outcomes),
      [],
      outcomes.filter((o) => !taken(o)),
    );
  await keepBody(tx, ctx.keys, message);
  const ended = endMessage(tx, message, {
    state,
    reason: null,
    outcome: {
      kind: file ? "package" : plan.kind,
      issues: [],
      entries: outcomes,
      status: 200,
      ...(file ? { package: file.tell(outcomes) } : {}),
    },
    accepted: outcomes.filter(wrote).length,
    unchanged: outcomes.filter((o) => taken(o) && !wrote(o)).length,
    rejected: counts.refused,
    warnings: outcomes.reduce((n, o) => n + o.issues.filter((i) => i.severity === "warning").length, 0),
  });
  return noted(tx, ended, arrivalOf(message, { state, outcomes, items: bundle.items }));
}

/** The feed's figures go with the message's end, in one go; last, for every delivery of the facility locks them. */
export async function noted(tx: Tx, ended: Promise<MessageAnswer>, arrival: Arrival): Promise<MessageAnswer> {
  const [answer] = await Promise.all([ended, noteArrival(tx, arrival)]);
  return answer;
}

/** Without its Patient, or without anything, what is left of a batch is nobody's. */
const isKnownWhose = (plan: Plan): boolean =>
  plan.entries.length > 0 &&
  !plan.refused.some(({ item, issues }) => item.resource?.resourceType === "Patient" && issues.some(isError));

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

function notTaken(index: number, issues: Issue[]): EntryOutcome {
  if (!issues.some(isError)) return { index, status: "200 OK", issues };
  return { index, status: statusOf(issues), issues };
}

function statusOf(issues: Issue[]): EntryOutcome["status"] {
  const types = new Set(issues.filter(isError).map((i) => i.type));
  if (types.has("multiple-matches")) return "412 Precondition Failed";
  if (types.has("not-found")) return "404 Not Found";
  const form = ["structure", "value", "required", "code-invalid"] as const;
  return form.some((type) => types.has(type)) ? "400 Bad Request" : "422 Unprocessable Entity";
}

/** One status for a whole delivery: the conflict if there is one, else 422 over 400. */
function statusFor(outcomes: EntryOutcome[]): number {
  const codes = outcomes.filter((o) => !taken(o)).map((o) => Number(o.status.slice(0, 3)));
  return codes.find((c) => c === 409 || c === 412) ?? Math.max(400, ...codes);
}
