import type { TransactionSql } from "postgres";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { seal, unsealText } from "#app/adapters/keys/sealing.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { unsealNames } from "#app/domain/persons/demographics.ts";
import type { CommentView } from "../view.ts";

export interface CommentRow {
  personId: string;
  entryId: string;
  id: string;
  phrase: CommentView["phrase"];
  weeks: number | null;
  words: Buffer | null;
  at: Date;
  byId: string;
  demographics: Buffer | null;
  facility: string;
}

/** What was said of these results, the newest first; the policies show it to whoever sees the result. */
export const commentsQuery = (
  sql: TransactionSql,
  record: Pick<OpenedRecord, "personIds">,
  entryIds: readonly string[],
) =>
  sql<CommentRow[]>`
    select c.person_id as "personId", c.entry_id as "entryId", c.id, c.phrase, c.weeks, c.words, c.at, c.by_person_id as "byId",
      p.demographics, coalesce(f.short_name, '?') as facility
    from result_comments c left join persons p on p.id = c.by_person_id
    left join facility_names f on f.facility_id = c.facility_id and f.valid_to is null
    where c.person_id = any(${record.personIds}::uuid[]) and c.entry_id = any(${[...entryIds]}::uuid[])
    order by c.at desc, c.id desc`;

const belongs = (owner: string, row: string) => ({ table: "result_comments", owner, row });

/** Free words, sealed for their row. */
export const sealComment = (keys: KeyRing, personId: string, id: string, words: string) =>
  words ? seal(keys, belongs(personId, id), words) : null;

export const commentView = (keys: KeyRing, row: CommentRow): CommentView => ({
  id: row.id,
  phrase: row.phrase,
  weeks: row.weeks ?? undefined,
  words: row.words ? unsealText(keys, belongs(row.personId, row.id), row.words) : undefined,
  at: row.at.toISOString(),
  by: unsealNames(keys, row.byId, row.demographics)[0],
  facility: row.facility,
});
