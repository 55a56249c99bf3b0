import type { TransactionSql } from "postgres";
import { readStored } from "#app/adapters/record-store/fhir-r4/json.ts";
import type { Patient } from "#app/adapters/record-store/fhir-r4/resources/people.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { birthInterval } from "#app/shared/dates.ts";
import type { Tx } from "#db/client.ts";
import { PutBack } from "../export/put-back.ts";
import type { CoverageSaid } from "../insurance/cards.ts";
import type { NumberRow } from "../insurance/numbers.ts";
import { ofRecord } from "../queries.ts";

interface IdentityRow {
  type: "Patient" | "Coverage";
  facilityId: string;
  facility: string;
  receivedAt: Date;
  resource: string;
}

export interface SentIdentity {
  patients: { patient: Patient; facility: string; receivedAt: Date }[];
  coverages: CoverageSaid[];
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const MOST = 200;

const identityQuery = (sql: TransactionSql, record: Pick<OpenedRecord, "personIds">) => sql<IdentityRow[]>`
  select e.resource_type as type, e.facility_id as "facilityId", coalesce(f.short_name, '?') as facility, e.received_at as "receivedAt", e.resource::text as resource
  from entries e left join facility_names f on f.facility_id = e.facility_id and f.valid_to is null
  where ${ofRecord(sql, record)} and e.current and e.withdrawn_at is null and e.section = 'identity'
    and e.resource_type in ('Patient', 'Coverage') and coalesce(e.status, '') not in ('entered-in-error', 'cancelled')
  order by e.received_at desc limit ${MOST}`;

/** What facilities sent of who the person is and of their cards, names and numbers put back: for whom identity is open. */
export async function readIdentity(
  tx: Tx,
  ctx: Ctx,
  record: OpenedRecord,
  numbers: readonly NumberRow[],
): Promise<SentIdentity> {
  const rows = await identityQuery(tx.sql, record);
  const ids = [...new Set(rows.flatMap(({ resource }) => resource.match(UUID) ?? []))];
  const values = await tx.sql<{ personId: string; id: string; sealed: Buffer }[]>`
    select person_id as "personId", id, sealed from sealed_values
    where person_id = any(${record.personIds}::uuid[]) and id = any(${ids}::uuid[])`;
  const putBack = new PutBack(ctx.keys, { persons: [], identifiers: [...numbers], values }, () => "");
  const read = rows.map((row) => {
    const resource = readStored<Record<string, unknown>>(row.resource);
    putBack.resource(resource, row.facilityId);
    return { row, resource };
  });
  return {
    patients: read.flatMap(({ row, resource }) =>
      row.type === "Patient"
        ? [{ patient: resource as Patient, facility: row.facility, receivedAt: row.receivedAt }]
        : [],
    ),
    coverages: read.flatMap(({ row, resource }) => (row.type === "Coverage" ? coverageSaid(row, resource) : [])),
  };
}

interface Coverage {
  subscriberId?: string;
  identifier?: { value?: string }[];
  period?: { start?: string; end?: string };
  network?: string;
}

function coverageSaid(row: IdentityRow, coverage: Coverage): CoverageSaid[] {
  const number = coverage.subscriberId ?? coverage.identifier?.[0]?.value;
  if (!number) return [];
  return [
    {
      number,
      source: { facilityId: row.facilityId, facility: row.facility, receivedAt: row.receivedAt.toISOString() },
      validFrom: dayOf(coverage.period?.start)?.low,
      validTo: dayOf(coverage.period?.end)?.high,
      place: /^[0-9A-Z]{5}$/.exec(coverage.network ?? "")?.[0],
    },
  ];
}

const dayOf = (text: string | undefined) => (text ? birthInterval(text.slice(0, 10)) : undefined);
