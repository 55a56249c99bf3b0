import type { ReadBundle } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { isError } from "#app/adapters/record-store/fhir-r4/issues.ts";
import type { Tx } from "#db/client.ts";
import type { PackageOutcome } from "../package-outcome.ts";
import type { FeedContext, MessageAnswer } from "../receive-message.ts";
import { messageState } from "../rules.ts";
import { arrivalOf, noted } from "./arrival.ts";
import { resolveConditions } from "./conditional.ts";
import type { DeliveryContext } from "./delivery.ts";
import { hiderOf } from "./hider.ts";
import { labelByMedicines } from "./label-by-medicines.ts";
import { endMessage, keepBody, type Message } from "./message-row.ts";
import { nationalNumbers, needlesOf } from "./needles.ts";
import { notTaken, statusFor } from "./not-taken.ts";
import { type EntryOutcome, taken, wrote } from "./outcome.ts";
import { peopleBeside } from "./people-beside.ts";
import { type Plan, type Planned, planDelivery } from "./plan.ts";
import { quarantine } from "./quarantine.ts";
import { warnOfReferencesToNowhere } from "./references-elsewhere.ts";
import { RefusedDelivery } from "./refused.ts";
import { rememberIdentifiers } from "./remember-identifiers.ts";
import { storeDirectory } from "./store-directory.ts";
import { storeEntries } from "./store-entries.ts";
import { strangersByNumber } from "./strangers-by-number.ts";
import { type WhosePerson, whosePerson } from "./whose-person.ts";

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

  const delivery = {
    keys: ctx.keys,
    facilityId: message.facilityId,
    messageId: message.id,
    digest: message.digest,
    receivedAt: message.receivedAt,
    timestamp: plan.timestamp,
    allOrNothing,
  };
  const ofNobody = message.directory && plan.entries.every((entry) => entry.directory);
  const whose = ofNobody ? undefined : await whosePerson(tx, ctx.keys, message, plan);
  if (whose && "quarantine" in whose) return quarantine(tx, ctx, message, whose, file?.tell([]));
  const { entries, left } = whose ? await withoutStrangers(tx, ctx, message, plan, whose) : { ...plan, left: [] };
  refused.push(...left);
  if (allOrNothing && left.length > 0)
    throw new RefusedDelivery(
      422,
      [],
      refused.filter((o) => !taken(o)),
    );
  await warnOfReferencesToNowhere(tx, message.facilityId, { ...plan, entries });
  const stored = await storeDelivery(tx, delivery, whose, entries);
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
  const kept = keepBody(tx, ctx.keys, message);
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
  return noted(tx, ended, arrivalOf(message, { state, outcomes, items: bundle.items }), kept);
}

/** Without its Patient, or without anything, what is left of a batch is nobody's. */
const isKnownWhose = (plan: Plan): boolean =>
  plan.entries.length > 0 &&
  !plan.refused.some(({ item, issues }) => item.resource?.resourceType === "Patient" && issues.some(isError));

/** What is left when those who are somebody else's are left out, and how these are answered. */
async function withoutStrangers(tx: Tx, ctx: FeedContext, message: Message, plan: Plan, whose: WhosePerson) {
  const byNumber = message.boundTo ? [] : await strangersByNumber(tx, ctx.keys, message.facilityId, whose, plan);
  const strangers = new Map([...whose.strangers, ...byNumber].map((s) => [s.entry, s.issue]));
  return {
    entries: plan.entries.filter((entry) => !strangers.has(entry)),
    left: [...strangers].map(([entry, issue]) => notTaken(entry.item.index, [...entry.issues, issue])),
  };
}

/** The person's entries into their book, staff and places into the facility's directory. */
async function storeDelivery(
  tx: Tx,
  delivery: DeliveryContext,
  whose: WhosePerson | undefined,
  entries: Planned[],
): Promise<EntryOutcome[]> {
  const { keys, facilityId } = delivery;
  const [needles] = await Promise.all([
    whose ? needlesOf(tx, keys, whose.personId, whose.said, peopleBeside(entries)) : [],
    rememberIdentifiers(tx, keys, facilityId, entries),
  ]);
  const own = entries.filter((e) => !e.directory);
  const directory = entries.filter((e) => e.directory);
  const stored = [
    ...(whose ? await storeEntries(tx, delivery, whose.personId, own, hiderOf(needles)) : []),
    ...(await storeDirectory(tx, delivery, directory, hiderOf(nationalNumbers(needles)))),
  ];
  if (whose) await labelByMedicines(tx, delivery, whose.personId, own);
  return stored;
}
