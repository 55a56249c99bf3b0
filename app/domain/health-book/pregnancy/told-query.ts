import type { TransactionSql } from "postgres";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { ofRecord } from "../internal/queries.ts";
import { ABOUT_PATTERN, ALWAYS, EXPECTED, snomedCodes } from "./codes.ts";

/** Does the record tell of a pregnancy? Of men nothing is looked for; of results only the day a birth is expected. */
export const pregnancyToldQuery = (sql: TransactionSql, record: Pick<OpenedRecord, "personId" | "personIds">) => sql<
  { told: boolean }[]
>`
  select exists (select from persons p where p.id = ${record.personId} and p.sex <> 'male') and exists (
    select from entries e where ${ofRecord(sql, record)} and e.current and e.withdrawn_at is null and (
      (e.section = 'conditions' and (e.code ~* ${ABOUT_PATTERN} or e.code = any(${[...snomedCodes]})))
      or (e.section = 'documents' and e.code = any(${[...ALWAYS]}))
      or (e.section = 'results' and e.code = any(${[...EXPECTED]})))) as told`;
