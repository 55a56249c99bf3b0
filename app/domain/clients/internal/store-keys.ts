import type { Db, Tx } from "#db/client.ts";

interface StoreKeys {
  clientId: string;
  jwks: { keys: { kid?: string | undefined }[] };
  now: Date;
}

/** The keys a client has from now on, and since when each; those that are no longer among them are retired. */
export async function storeKeys(
  { sql }: Pick<Tx, "sql"> | Pick<Db, "sql">,
  { clientId, jwks, now }: StoreKeys,
): Promise<void> {
  const kids = jwks.keys.flatMap(({ kid }) => kid ?? []);
  await sql`
    with kept as (
      insert into client_keys (client_id, kid, added_at) select distinct ${clientId}, kid, ${now}::timestamptz from unnest(${kids}::text[]) as k (kid)
      on conflict (client_id, kid) do update set retired_at = null
    ), gone as (
      update client_keys set retired_at = ${now} where client_id = ${clientId} and kid <> all(${kids}::text[]) and retired_at is null
    )
    update machine_clients set jwks = ${JSON.stringify(jwks)}::jsonb where client_id = ${clientId}`;
}
