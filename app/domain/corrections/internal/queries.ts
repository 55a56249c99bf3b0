import type { PendingQuery, Row, Sql, TransactionSql } from "postgres";
import type { BookSection } from "#app/domain/access/data-types.ts";
import type { CorrectionKind, CorrectionState } from "../rules.ts";

/** A report's facts, as every list and page gives them. */
export interface CorrectionRow {
  reference: string;
  personId: string;
  correctionId: string;
  ownerId: string;
  aboutFacilityId: string | null;
  entryId: string | null;
  kind: CorrectionKind;
  section: BookSection;
  state: CorrectionState;
  owner: string;
  withDepartment: boolean;
  about: string | null;
  sentAt: Date;
  acknowledgeBy: Date;
  decideBy: Date;
  receivedAt: Date | null;
  extendedAt: Date | null;
  escalatedAt: Date | null;
  decidedAt: Date | null;
}

type Fragment = PendingQuery<Row[]>;

/** Columns of `CorrectionRow` for rows of the inbox aliased `i`, joined by `correctionJoins`. */
export const correctionColumns = (sql: Sql | TransactionSql): Fragment => sql`
  i.reference, i.person_id as "personId", i.correction_id as "correctionId", i.facility_id as "ownerId", i.about_facility_id as "aboutFacilityId",
  i.entry_id as "entryId", i.kind, i.section, i.state, coalesce(o.short_name, '?') as owner, coalesce(w.kind = 'department', false) as "withDepartment",
  a.short_name as about, i.sent_at as "sentAt", i.acknowledge_by as "acknowledgeBy", i.decide_by as "decideBy", i.received_at as "receivedAt",
  i.extended_at as "extendedAt", i.escalated_at as "escalatedAt", i.decided_at as "decidedAt"`;

export const correctionJoins = (sql: Sql | TransactionSql): Fragment => sql`
  left join facilities w on w.id = i.facility_id
  left join facility_names o on o.facility_id = i.facility_id and o.valid_to is null
  left join facility_names a on a.facility_id = i.about_facility_id and a.valid_to is null`;

/** Reports in the book that is open, through the guarded table: what is closed to the reader is not among them. */
export const ownQuery = (sql: TransactionSql, personIds: string[], where: Fragment) => sql<CorrectionRow[]>`
  select ${correctionColumns(sql)}
  from corrections c join correction_inbox i on i.reference = c.reference and i.correction_id = c.id ${correctionJoins(sql)}
  where c.person_id = any(${personIds}::uuid[]) and ${where}
  order by (i.state in ('sent', 'received', 'overdue', 'escalated')) desc, i.sent_at desc, i.reference`;

export interface PersonRow {
  demographics: Buffer | null;
  low: string | null;
}

export const personQuery = (sql: TransactionSql, personId: string) =>
  sql<PersonRow[]>`select demographics, birth_low as low from persons where id = ${personId}`;
