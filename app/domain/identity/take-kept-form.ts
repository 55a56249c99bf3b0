import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { KeptForm } from "#app/shared/kept-form.ts";
import type { Db } from "#db/client.ts";
import { unsealForm } from "./internal/kept-form.ts";
import { tokenHash } from "./internal/tokens.ts";

/** What was half written when this session locked. Only the session itself gives it back: it was sealed for its person. */
export async function readKeptForm(
  ctx: { db: Db; keys: KeyRing },
  sessionToken: string,
): Promise<KeptForm | undefined> {
  const [row] = await ctx.db.sql<{ personId: string; sealed: Buffer }[]>`
    select person_id as "personId", kept_form as sealed from sessions where id_hash = ${tokenHash(sessionToken)} and kept_form is not null`;
  return row && unsealForm(ctx.keys, row.personId, row.sealed);
}

/** It is not wanted any more. */
export async function dropKeptForm({ db }: { db: Db }, sessionToken: string): Promise<void> {
  await db.sql`update sessions set kept_form = null where id_hash = ${tokenHash(sessionToken)}`;
}
