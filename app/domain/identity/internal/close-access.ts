import { newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { endSessionsOf } from "./end-all.ts";

/** Writes the lock, if there is none of the same hand, then ends every session. */
export async function closeAccess(
  tx: Tx,
  { personId, by, now }: { personId: string; by: "self" | "operator"; now: Date },
): Promise<{ locked: boolean; ended: number }> {
  const made = await tx.sql`
    insert into access_locks (person_id, id, locked_by) values (${personId}, ${newId()}, ${by})
    on conflict (person_id) where lifted_at is null do nothing`;
  const ended = await endSessionsOf(tx, { personId, now, why: "locked" });
  return { locked: made.count === 1, ended: ended.length };
}

/** Lifts the locks of a person and those merged with them; those of the help desk only for the help desk. */
export async function liftLocks(
  tx: Tx,
  { personIds, by, now }: { personIds: readonly string[]; by: "self" | "operator"; now: Date },
): Promise<number> {
  const lifted = await tx.sql`
    update access_locks set lifted_at = ${now}, lifted_by = ${by}
    where person_id = any(${[...personIds]}::uuid[]) and lifted_at is null and (${by} = 'operator' or locked_by = 'self')`;
  return lifted.count;
}
