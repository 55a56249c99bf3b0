import { isPartOfHivRegimen, tellsOfHiv } from "#app/adapters/record-store/qd3176/mapping/protected-codes.ts";
import { ownCluster } from "#app/domain/persons/cluster.ts";
import type { Tx } from "#db/client.ts";
import { namesOf } from "./concepts.ts";
import { labelCases } from "./labels-at-the-door.ts";
import type { Planned } from "./plan.ts";

interface LineRow {
  person: string;
  caseId: string;
  here: boolean;
  concept: unknown;
}

/**
 * Closes cases whose medicines tell of HIV only when seen with the facility's directory, where a line refers to one, or
 * with each other: tenofovir beside lamivudine. Most deliveries have no such line, and then nothing is asked.
 */
export async function labelByMedicines(
  tx: Tx,
  of: { facilityId: string; messageId: string },
  personId: string,
  entries: readonly Planned[],
): Promise<void> {
  if (!entries.some(({ resource }) => resource && (resource.medicationReference || isPart(resource)))) return;
  const rows = await tx.sql<LineRow[]>`
    with ${ownCluster(tx.sql, personId)}
    select e.person_id as person, e.case_id as "caseId", e.message_id = ${of.messageId} as here,
      coalesce(e.resource -> 'medicationCodeableConcept', m.resource -> 'code') as concept
    from own join entries e on e.person_id = own.id
    left join directory_entries m on m.facility_id = e.facility_id and m.resource_type = 'Medication' and m.current
      and m.source_id = split_part(e.resource #>> '{medicationReference,reference}', '/', 2)
    where e.section = 'medicines' and e.current and e.withdrawn_at is null and e.facility_id = ${of.facilityId}`;
  const touched = new Map(rows.flatMap((row) => (row.here ? [[row.caseId, row.person] as const] : [])));
  const telling = [...touched].filter(([caseId]) =>
    tellsOfHiv(rows.filter((row) => row.caseId === caseId).flatMap((row) => namesOf(row.concept))),
  );
  await labelCases(
    tx,
    telling.map(([caseId, person]) => ({ person, caseId, labels: ["hiv"] })),
  );
}

const isPart = ({ medicationCodeableConcept }: NonNullable<Planned["resource"]>): boolean =>
  namesOf(medicationCodeableConcept).some(isPartOfHivRegimen);
