import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import type { AccountName } from "./linking-facts.ts";
import { subjectHash } from "./provider-hashes.ts";
import { Contended } from "./retried.ts";

interface LinkTo {
  personId: string;
  by: "sign-in" | "operator";
  /** Numbers that do not count for this account, as an operator has decided. */
  settled?: Buffer;
}

/**
 * The account leads to the person from now on. `first`: nobody of the cluster had one before.
 * @throws Contended when it has just been linked, or the person has just got another of this digital ID.
 */
export async function linkAccount(
  tx: Tx,
  keys: KeyRing,
  { issuer, subject }: AccountName,
  to: LinkTo,
): Promise<{ first: boolean }> {
  return linkAccountHash(tx, { issuer, hash: subjectHash(keys, issuer, subject) }, to);
}

/** As `linkAccount`, for an account known by its hash alone. */
export async function linkAccountHash(
  tx: Tx,
  { issuer, hash }: { issuer: string; hash: Buffer },
  { personId, by, settled }: LinkTo,
): Promise<{ first: boolean }> {
  const [row] = await tx.sql<{ first: boolean }[]>`
    with root as (select coalesce(merged_into, id) as id from persons where id = ${personId}),
    own as (select p.id from root join persons p on p.id = root.id or p.merged_into = root.id)
    insert into linked_accounts (id, person_id, issuer, subject_hash, linked_by, last_used_at, settled)
    values (${newId()}, ${personId}, ${issuer}, ${hash}, ${by}, ${by === "sign-in" ? tx.sql`clock_timestamp()` : null}, ${settled ?? null})
    on conflict do nothing
    returning not exists (select from linked_accounts a join own on own.id = a.person_id where a.ended_at is null) as first`;
  if (!row) throw new Contended();
  return row;
}
