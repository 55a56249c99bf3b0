import type { Db } from "#db/client.ts";
import { BEGUN_WITHIN_MS, type CopyFailure, MOST_RUNS, REMEMBERED_MS } from "./rules.ts";

/** What is over goes, with its bytes; what was begun and left is begun anew, or said to have failed. Who may: the worker. */
export async function tendCopies({ db, now }: { db: Db; now: () => Date }): Promise<void> {
  const at = now();
  const ago = (ms: number) => new Date(at.getTime() - ms);
  await db.transaction({}, async ({ sql }) => {
    const fail = (failure: CopyFailure) => sql`state = 'failed', failure = ${failure}`;
    await sql`update book_copies set state = 'expired' where state = 'ready' and ends_at <= ${at}`;
    await sql`update book_copies set ${fail("interrupted")} where state = 'writing' and leased_until < ${at} and run >= ${MOST_RUNS}`;
    await sql`update book_copies set ${fail("not-begun")} where state in ('ordered', 'writing') and ordered_at <= ${ago(BEGUN_WITHIN_MS)} and coalesce(leased_until, ordered_at) < ${at}`;
    await sql`
      select enqueue('write-copy', jsonb_build_object('personId', person_id, 'copyId', id), 'write-copy-' || id)
      from book_copies where state = 'writing' and leased_until < ${at}`;
    await sql`delete from book_copies where ordered_at < ${ago(REMEMBERED_MS)}`;
  });
}
