import type { SequenceNumber } from "#app/shared/feed-sequence.ts";
import type { Tx } from "#db/client.ts";

/** Gaps kept of one stream; older ones are then taken for closed. */
export const MOST_GAPS = 1_000;

/** Puts a number into the set of those that came. Once or twice, early or late, the set is the same. */
export async function noteSequence(
  tx: Pick<Tx, "sql">,
  facilityId: string,
  receivedAt: Date,
  { stream, number }: SequenceNumber,
): Promise<void> {
  await tx.sql`
    insert into feed_sequences as s (facility_id, stream, received, last_at)
    values (${facilityId}, ${stream}, int8multirange(int8range(${number}::bigint, ${number}::bigint + 1)), ${receivedAt})
    on conflict (facility_id, stream) do update set received = keep_newest_gaps(s.received + excluded.received, ${MOST_GAPS}),
      last_at = greatest(s.last_at, excluded.last_at)`;
}
