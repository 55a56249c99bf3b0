import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import type { Db, Tx } from "#db/client.ts";
import type { AccountView } from "../case-view.ts";

interface Row {
  id: string;
  personId: string;
  issuer: string;
  hash: Buffer;
  since: Date;
  lastUsedAt: Date | null;
  by: AccountView["by"];
  endedAt: Date | null;
  endedWhy: "unlinked" | "replaced" | "moved" | null;
}

export interface AccountRow extends Row {
  root: string;
}

/** Accounts that lead to these clusters, or did; those that lead there now first. */
export const accountsOf = (tx: Pick<Tx, "sql"> | Pick<Db, "sql">, roots: readonly string[]): Promise<AccountRow[]> =>
  tx.sql<AccountRow[]>`
    select a.id, a.person_id as "personId", coalesce(p.merged_into, p.id) as root, a.issuer, a.subject_hash as hash, a.linked_at as since,
      a.last_used_at as "lastUsedAt", a.linked_by as by, a.ended_at as "endedAt", a.ended_why as "endedWhy"
    from persons p join linked_accounts a on a.person_id = p.id
    where p.id = any(${[...roots]}::uuid[]) or p.merged_into = any(${[...roots]}::uuid[])
    order by a.ended_at is not null, a.linked_at`;

export const labelOf = (digitalIds: DigitalIds, issuer: string): { vi: string; en: string } | undefined =>
  digitalIds.all.find((one) => one.issuer === issuer)?.label;

export const accountView = (digitalIds: DigitalIds, row: Row): AccountView => ({
  id: row.id,
  label: labelOf(digitalIds, row.issuer),
  since: row.since.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString(),
  by: row.by,
  ended: row.endedAt && row.endedWhy ? { at: row.endedAt.toISOString(), why: row.endedWhy } : undefined,
});
