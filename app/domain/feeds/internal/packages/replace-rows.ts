import type { TableName } from "#app/adapters/record-store/qd3176/package.ts";
import { PACKAGE_ID } from "#app/adapters/record-store/qd3176/source-id.ts";
import { ownCluster } from "#app/domain/persons/cluster.ts";
import type { Tx } from "#db/client.ts";

export interface CaseRows {
  facilityId: string;
  /** Whose book the case stands in. */
  personId: string;
  caseId: string;
}

/** Entries of the case that packages made and that hold now, by their ids. */
export async function liveRows(tx: Tx, { facilityId, personId, caseId }: CaseRows): Promise<string[]> {
  const rows = await tx.sql<{ id: string }[]>`
    with ${ownCluster(tx.sql, personId)}
    select e.entry_id as id from own
    join entries e on e.person_id = own.id and e.case_id = ${caseId} and e.facility_id = ${facilityId}
    where e.current and e.withdrawn_at is null and e.source_id like ${`${PACKAGE_ID}%`}`;
  return rows.map((r) => r.id);
}

/** Withdraws these entries: the newest package of their case does not hold them. */
export async function withdrawRows(tx: Tx, of: CaseRows, ids: string[], at: Date): Promise<number> {
  if (ids.length === 0) return 0;
  const gone = await tx.sql`
    with ${ownCluster(tx.sql, of.personId)}
    update entries e set withdrawn_at = ${at}, withdrawn_reason = 'replaced'
    from own where e.person_id = own.id and e.entry_id = any(${ids}::uuid[]) and e.facility_id = ${of.facilityId}
      and e.current and e.withdrawn_at is null
    returning e.entry_id`;
  return gone.length;
}

/**
 * Takes all that packages brought of the case, in every version, out of the books of these persons: it turned out to be
 * somebody else's. Gives how many entries held until now.
 */
export async function takeAway(tx: Tx, of: CaseRows, persons: string[], at: Date): Promise<number> {
  const [{ held } = { held: 0 }] = await tx.sql<{ held: number }[]>`
    with held as (
      select count(*)::int as n from entries
      where person_id = any(${persons}::uuid[]) and case_id = ${of.caseId} and facility_id = ${of.facilityId}
        and source_id like ${`${PACKAGE_ID}%`} and current and withdrawn_at is null
    ), gone as (
      update entries set withdrawn_at = coalesce(withdrawn_at, ${at}), withdrawn_reason = 'moved'
      where person_id = any(${persons}::uuid[]) and case_id = ${of.caseId} and facility_id = ${of.facilityId}
        and source_id like ${`${PACKAGE_ID}%`} and withdrawn_reason is distinct from 'moved'
    )
    select n as held from held`;
  return held;
}

/** What a table's rows became, for a table some of whose rows could not be read: its others may be among those. */
const MADE_OF: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  XML2: ["MedicationRequest", "MedicationAdministration"],
  XML3: ["Procedure", "ChargeItem"],
  XML4: ["Observation", "DiagnosticReport"],
};

/** Of what a newer package does not hold, only what it really lacks: a refused row of it may be the very one. */
export async function reallyMissing(
  tx: Tx,
  of: CaseRows,
  ids: string[],
  refusedTables: readonly TableName[],
): Promise<string[]> {
  if (refusedTables.length === 0 || ids.length === 0) return ids;
  const types = refusedTables.flatMap((table) => MADE_OF[table] ?? []);
  const rows = await tx.sql<{ id: string }[]>`
    with ${ownCluster(tx.sql, of.personId)}
    select e.entry_id as id from own join entries e on e.person_id = own.id and e.entry_id = any(${ids}::uuid[]) and e.current
    where e.resource_type <> all(${types}::text[]) and coalesce(e.source ->> 't', '') <> all(${[...refusedTables]}::text[])`;
  return rows.map((r) => r.id);
}
