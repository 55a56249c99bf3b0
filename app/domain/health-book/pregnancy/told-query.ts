import type { TransactionSql } from "postgres";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import type { PersonRow } from "../internal/open-book.ts";
import { ofRecord } from "../internal/queries.ts";

/**
 * Whose book it is, and whether it tells of a pregnancy: of men nothing is looked for, of results only the day a birth is
 * expected. It reads rows that lie scattered, so the first page does without. The codes are those of `codes.ts`.
 */
export const personAndToldQuery = (sql: TransactionSql, record: Pick<OpenedRecord, "personId" | "personIds">) => sql<
  (PersonRow & { told: boolean })[]
>`
  select demographics, birth_low as low, birth_high as high, sex, sex <> 'male' and exists (
    select from entries e where ${ofRecord(sql, record)} and e.current and e.withdrawn_at is null and (
      (e.section = 'conditions' and (e.code ~* '^(O[0-9]|Z3[2-9])'
        or e.code in ('77386006', '72892002', '127364007', '47200007', '16356006', '237238006')))
      or (e.section = 'documents' and e.code in ('XML9', 'XML10'))
      or (e.section = 'results' and e.code in ('11778-8', '11779-6', '11780-4')))) as told
  from persons where id = ${record.personId}`;
