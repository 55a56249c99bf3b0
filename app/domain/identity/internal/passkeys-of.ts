import type { Passkey } from "#app/adapters/passkeys/passkeys.ts";
import type { Db, Tx } from "#db/client.ts";

export interface OwnPasskey extends Passkey {
  id: string;
  personId: string;
  device: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** The passkeys of a person and of those merged with them, but the removed ones. */
export async function passkeysOf({ sql }: Pick<Db, "sql"> | Pick<Tx, "sql">, personId: string): Promise<OwnPasskey[]> {
  const rows = await sql<(Omit<OwnPasskey, "publicKey"> & { publicKey: Buffer })[]>`
    select k.id, k.person_id as "personId", k.credential_id as "credentialId", k.public_key as "publicKey", k.sign_count::float8 as "signCount",
      k.transports, k.device, k.created_at as "createdAt", k.last_used_at as "lastUsedAt"
    from persons a join persons c on c.id = coalesce(a.merged_into, a.id) or c.merged_into = coalesce(a.merged_into, a.id)
      join passkeys k on k.person_id = c.id and k.removed_at is null
    where a.id = ${personId} order by k.created_at`;
  return rows.map((row) => ({ ...row, publicKey: new Uint8Array(row.publicKey) }));
}
