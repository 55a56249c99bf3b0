import type { BundleItem } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { clinicalTime } from "#app/adapters/record-store/fhir-r4/clinical-time.ts";
import { type Issue, isError } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { sectionOfResource } from "#app/domain/access/data-types.ts";
import { type FeedKind, kindOf } from "#app/domain/feed-status/kinds.ts";
import { type Arrival, type Brought, noteArrival } from "#app/domain/feed-status/note-arrival.ts";
import type { Tx } from "#db/client.ts";
import type { MessageAnswer } from "../receive-message.ts";
import type { Message } from "./message-row.ts";
import { type EntryOutcome, taken, wrote } from "./outcome.ts";

interface Ended {
  state: Arrival["state"];
  outcomes: readonly EntryOutcome[];
  /** About the delivery as a whole. */
  issues?: readonly Issue[];
  /** What the outcomes are of; none where the bytes could not be read. */
  items?: readonly BundleItem[];
}

/** What the status of the facility's feed is told of a delivery: kinds, times and codes. */
export function arrivalOf(message: Message, { state, outcomes, issues = [], items = [] }: Ended): Arrival {
  const byIndex = new Map(items.map((item) => [item.index, item]));
  return {
    facilityId: message.facilityId,
    messageId: message.id,
    receivedAt: message.receivedAt,
    state,
    again: message.again ?? false,
    sequence: message.sequence,
    brought: outcomes.flatMap((outcome) => {
      const brought = broughtBy(byIndex.get(outcome.index), outcome, message.receivedAt);
      return brought ? [{ ...brought, kind: kindIn(message, brought.kind) }] : [];
    }),
    codes: state === "quarantined" ? [] : refusals(issues, outcomes),
  };
}

/** What somebody tells a station of themself is a feed of its own, whatever it is about; a vaccination stays one. */
const kindIn = ({ format }: Message, kind: FeedKind): FeedKind =>
  format === "form-831-json" && kind !== "vaccinations" ? "history" : kind;

function broughtBy(item: BundleItem | undefined, outcome: EntryOutcome, receivedAt: Date): Brought | undefined {
  const resource = item?.resource ?? { resourceType: item?.url?.split(/[/?]/)[0] ?? "" };
  const kind = kindOf(resource, sectionOfResource(resource));
  if (!kind) return undefined;
  if (!taken(outcome)) return { kind, outcome: "rejected", first: false, at: undefined };
  if (outcome.status === "204 No Content") return { kind, outcome: "withdrawn", first: false, at: undefined };
  if (!wrote(outcome)) return { kind, outcome: "unchanged", first: false, at: undefined };
  const time = clinicalTime(resource);
  // A day that is not over yet is told by its beginning.
  const at = time?.high && time.high <= receivedAt ? time.high : time?.low;
  return { kind, outcome: "accepted", first: outcome.status === "201 Created", at };
}

/** One code for each refusal: the first error of an entry, or those of the whole. */
function refusals(issues: readonly Issue[], outcomes: readonly EntryOutcome[]): string[] {
  const whole = issues.filter(isError).map((issue) => issue.code);
  const entries = outcomes.flatMap((o) => (taken(o) ? [] : (o.issues.find(isError)?.code ?? o.status.slice(0, 3))));
  return [...whole, ...entries];
}

/**
 * The feed's figures go with the message's end and its bytes, in one go; last, for every delivery of the facility
 * locks them.
 */
export async function noted(
  tx: Tx,
  ended: Promise<MessageAnswer>,
  arrival: Arrival,
  kept?: Promise<void>,
): Promise<MessageAnswer> {
  const [answer] = await Promise.all([ended, kept, noteArrival(tx, arrival)]);
  return answer;
}
