import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { KeptForm } from "#app/shared/kept-form.ts";
import type { Db } from "#db/client.ts";
import { findCounter } from "./internal/find-counter.ts";
import { sealForm } from "./internal/kept-form.ts";
import { tokenHash } from "./internal/tokens.ts";

/**
 * Locks the browser's session at its counter, from the next request on and in every process; what was being written is
 * kept for the same person. Says whether the lock page is the answer: the browser is a counter, and nothing written is lost.
 */
export async function lockSession(
  ctx: { db: Db; keys: KeyRing; now: () => Date },
  input: { counterToken: string | undefined; sessionToken: string | undefined; form: KeptForm | undefined },
): Promise<boolean> {
  const counter = await findCounter(ctx.db, input.counterToken);
  if (!counter) return false;
  const { form, sessionToken } = input;
  if (!sessionToken) return form === undefined;
  const hash = tokenHash(sessionToken);
  return ctx.db.transaction({}, async (tx) => {
    const [row] = await tx.sql<{ personId: string; open: boolean }[]>`
      select person_id as "personId", locked_at is null as open from sessions
      where id_hash = ${hash} and counter_id = ${counter.id} and ended_at is null for update`;
    // Once it is locked, nobody who stands there may leave anything for them.
    if (row?.open)
      await tx.sql`
        update sessions set locked_at = ${ctx.now()}, kept_form = ${form ? sealForm(ctx.keys, row.personId, form) : null} where id_hash = ${hash}`;
    return row !== undefined || form === undefined;
  });
}
