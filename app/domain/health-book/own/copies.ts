import type { Ctx } from "#app/domain/access/context.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { newId } from "#app/shared/ids.ts";
import type { PutBack } from "../internal/export/put-back.ts";
import type { RecordRow } from "../internal/export/read-rows.ts";
import { bookPerson } from "../internal/open-book.ts";
import { personQuery } from "../internal/queries.ts";
import { patientOf } from "../internal/summary/patient.ts";
import { latestQuery, ownView } from "./internal/rows.ts";
import type { OwnKind } from "./kinds.ts";
import { MOST_KEPT } from "./rules.ts";
import { type OwnWords, toObservation } from "./to-observation.ts";

export type OwnCopies = { resourceType: string; id?: string }[];

interface CopyInput {
  rows: RecordRow[];
  putBack: PutBack;
  words: (kind: OwnKind) => OwnWords;
}

/**
 * What somebody measured themselves, for a copy of their record: Observations of one Patient, a facility's own where one
 * sent it, else one made for the copy. Withdrawn ones are not in it, as of a hospital's.
 */
export async function ownCopies(
  ctx: Ctx,
  record: OpenedRecord,
  { rows, putBack, words }: CopyInput,
): Promise<OwnCopies> {
  const own = (await record.read((sql) => latestQuery(sql, record, MOST_KEPT)))
    .map(ownView)
    .filter((one) => !one.withdrawn);
  if (own.length === 0) return [];
  const sent = rows.find((row) => row.type === "Patient");
  const id = sent?.id ?? newId();
  const observations = own.map((one) => toObservation(one, `Patient/${id}`, words(one.kind)));
  if (sent) return observations;
  const [row] = await record.read((sql) => personQuery(sql, record.personId));
  const named = record.decision.dataTypes.includes("identity");
  const person = bookPerson(ctx, record.personId, row);
  return [patientOf({ id, person, named, number: putBack.numberOf("personal_number") }), ...observations];
}
