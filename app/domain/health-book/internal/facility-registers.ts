import type { TransactionSql } from "postgres";
import { listOf3176 } from "#app/adapters/record-store/qd3176/mapping/code-systems.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { ofRecord } from "./queries.ts";
import type { RangeLine } from "./table-range.ts";

export const MA_CHI_SO = listOf3176("MA_CHI_SO");

/** What facilities have registered about how they measure and show: for the results that are being read. */
export interface Registers {
  ranges: RangeLine[] | null;
  /** Facilities that have any table of ranges. */
  withTables: string[] | null;
  machines: { facilityId: string; code: string; since: string; until: string | null }[] | null;
  viewers: { facilityId: string; template: string; host: string }[] | null;
  /** Identifiers of reports and studies at facilities with a viewer. */
  studies: { id: string; identifiers: { system?: string; value?: string; type?: object }[] }[] | null;
}

/**
 * The registers of the facilities a record's results come from, in one statement that goes with the others. With
 * `entryIds` for these entries and with their studies; without, for all results of the record.
 */
export const registersQuery = (
  sql: TransactionSql,
  record: Pick<OpenedRecord, "personIds">,
  entryIds?: readonly string[],
) => sql<Registers[]>`
  with mine as materialized (
    select e.entry_id, e.facility_id, e.code, e.code_system,
      ${entryIds ? sql`case when e.resource_type in ('ImagingStudy', 'DiagnosticReport') then e.resource -> 'identifier' end` : sql`null::jsonb`} as identifiers
    from entries e where ${ofRecord(sql, record)} and e.current and e.section = 'results' ${entryIds ? sql`and e.entry_id = any(${[...entryIds]}::uuid[])` : sql``}
  ), places as materialized (select distinct facility_id from mine)
  select
    (select jsonb_agg(jsonb_build_object('facilityId', r.facility_id, 'code', r.code, 'unit', r.unit, 'sex', r.sex, 'ageFromDays', r.age_from_days,
        'ageToDays', r.age_to_days, 'low', r.low, 'high', r.high, 'words', r.words, 'from', t.valid_from, 'to', t.valid_to))
      from (select distinct facility_id, code from mine where code_system = ${MA_CHI_SO}) c
      join reference_ranges r on r.facility_id = c.facility_id and r.code = c.code
      join reference_range_tables t on t.facility_id = r.facility_id and t.id = r.table_id) as ranges,
    (select jsonb_agg(p.facility_id) from places p where exists (select from reference_range_tables t where t.facility_id = p.facility_id)) as "withTables",
    (select jsonb_agg(jsonb_build_object('facilityId', a.facility_id, 'code', a.machine_code, 'since', a.since, 'until', a.until))
      from places p join ai_machines a on a.facility_id = p.facility_id) as machines,
    (select jsonb_agg(jsonb_build_object('facilityId', v.facility_id, 'template', v.url_template, 'host', v.allowed_host))
      from places p join image_viewers v on v.facility_id = p.facility_id and v.until is null) as viewers,
    (select jsonb_agg(jsonb_build_object('id', m.entry_id, 'identifiers', m.identifiers)) from mine m where jsonb_typeof(m.identifiers) = 'array') as studies`;

export const NO_REGISTERS: Registers = { ranges: null, withTables: null, machines: null, viewers: null, studies: null };
