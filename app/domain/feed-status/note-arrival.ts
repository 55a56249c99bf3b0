import { localDay } from "#app/shared/dates.ts";
import type { SequenceNumber } from "#app/shared/feed-sequence.ts";
import type { Tx } from "#db/client.ts";
import { delayBucket, MOST_CODES } from "./delays.ts";
import type { FeedKind } from "./kinds.ts";
import { noteSequence } from "./note-sequence.ts";

/** What one delivery brought of one kind. */
export interface Brought {
  kind: FeedKind;
  outcome: "accepted" | "rejected" | "withdrawn" | "unchanged";
  /** It was not there before: how long it took is told by these alone. */
  first: boolean;
  /** When it was over clinically, if it says. */
  at: Date | undefined;
}

export interface Arrival {
  facilityId: string;
  messageId: string;
  receivedAt: Date;
  state: "accepted" | "partly_accepted" | "rejected" | "quarantined";
  /** The same bytes were counted before: only what they newly wrote is counted. */
  again: boolean;
  brought: readonly Brought[];
  /** Codes of what was refused, one for each refusal. */
  codes: readonly string[];
  sequence: SequenceNumber | undefined;
}

interface Tally {
  kind: FeedKind | "all";
  accepted: number;
  rejected: number;
  quarantined: number;
  withdrawn: number;
  event: string | null;
  delays: number[];
  worst: number | null;
}

/**
 * Counts a delivery into its day, in the transaction that stores it: one statement, two more where something was refused
 * or numbered. Call it last: the rows it locks are those of every delivery of the facility.
 */
export async function noteArrival(tx: Tx, arrival: Arrival): Promise<void> {
  const { facilityId, receivedAt } = arrival;
  const day = localDay(receivedAt);
  const noted: Promise<unknown>[] = [
    tx.sql`
      with said as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(tallies(arrival))}::jsonb) as r (
          kind text, accepted int, rejected int, quarantined int, withdrawn int, event timestamptz, delays int[], worst int)
      ), days as (
        insert into feed_arrivals as a (facility_id, kind, day, last_received_at, last_event_at, accepted, rejected, quarantined, withdrawn, delays, worst_delay_seconds)
        select ${facilityId}, kind, ${day}, ${receivedAt}, event, accepted, rejected, quarantined, withdrawn, delays, worst from said
        on conflict (facility_id, kind, day) do update set
          last_received_at = greatest(a.last_received_at, excluded.last_received_at), last_event_at = greatest(a.last_event_at, excluded.last_event_at),
          accepted = a.accepted + excluded.accepted, rejected = a.rejected + excluded.rejected,
          quarantined = a.quarantined + excluded.quarantined, withdrawn = a.withdrawn + excluded.withdrawn,
          delays = array[a.delays[1] + excluded.delays[1], a.delays[2] + excluded.delays[2], a.delays[3] + excluded.delays[3], a.delays[4] + excluded.delays[4],
            a.delays[5] + excluded.delays[5], a.delays[6] + excluded.delays[6], a.delays[7] + excluded.delays[7], a.delays[8] + excluded.delays[8]],
          worst_delay_seconds = greatest(a.worst_delay_seconds, excluded.worst_delay_seconds)
      )
      insert into feed_states as s (facility_id, kind, first_received_at, last_received_at, last_event_at)
      select ${facilityId}, kind, ${receivedAt}, ${receivedAt}, event from said where kind = 'all' or accepted + withdrawn > 0 or rejected = 0
      on conflict (facility_id, kind) do update set
        last_received_at = greatest(s.last_received_at, excluded.last_received_at), last_event_at = greatest(s.last_event_at, excluded.last_event_at)`.execute(),
  ];
  const codes = arrival.again ? [] : countsOf(arrival.codes);
  if (codes.length > 0)
    noted.push(
      tx.sql`
        insert into feed_rejects as r (facility_id, day, code, count, last_message_id, last_at)
        select ${facilityId}, ${day}, c.code, c.count, ${arrival.messageId}, ${receivedAt}
        from jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as c (code text, count int)
        on conflict (facility_id, day, code) do update set count = r.count + excluded.count, last_message_id = excluded.last_message_id,
          last_at = greatest(r.last_at, excluded.last_at)`.execute(),
    );
  if (arrival.sequence) noted.push(noteSequence(tx, facilityId, receivedAt, arrival.sequence));
  await Promise.all(noted);
}

/** One row for the messages, then one for each kind, always in the same order: two deliveries at once wait, and never for each other. */
function tallies({ state, again, receivedAt, brought }: Arrival): Tally[] {
  const all = emptyTally("all");
  if (!again) {
    if (state === "rejected") all.rejected = 1;
    else if (state === "quarantined") all.quarantined = 1;
    else all.accepted = 1;
  }
  const kinds = new Map<FeedKind, Tally>();
  for (const one of brought) {
    const tally = kinds.get(one.kind) ?? emptyTally(one.kind);
    kinds.set(one.kind, tally);
    if (one.outcome === "accepted") add(tally, one, receivedAt);
    else if (one.outcome === "withdrawn") tally.withdrawn++;
    else if (one.outcome === "rejected" && !again) tally.rejected++;
  }
  return [all, ...[...kinds.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1))];
}

function add(tally: Tally, { first, at }: Brought, receivedAt: Date): void {
  tally.accepted++;
  if (!at || at > receivedAt) return;
  const iso = at.toISOString();
  if (tally.event === null || iso > tally.event) tally.event = iso;
  const seconds = Math.floor((receivedAt.getTime() - at.getTime()) / 1000);
  const bucket = first ? delayBucket(seconds) : undefined;
  if (bucket === undefined) return;
  tally.delays[bucket] = (tally.delays[bucket] ?? 0) + 1;
  tally.worst = Math.max(tally.worst ?? 0, seconds);
}

const emptyTally = (kind: Tally["kind"]): Tally => ({
  kind,
  accepted: 0,
  rejected: 0,
  quarantined: 0,
  withdrawn: 0,
  event: null,
  delays: [0, 0, 0, 0, 0, 0, 0, 0],
  worst: null,
});

function countsOf(codes: readonly string[]): { code: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .slice(0, MOST_CODES);
}
