import { z } from "zod";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { seal, unsealText } from "#app/adapters/keys/sealing.ts";
import { sealedFieldOf } from "#app/adapters/record-store/qd3176/source-id.ts";
import type { Tx } from "#db/client.ts";

/** What finds a claim at the insurer (QĐ 3176): the facility as it called itself then, and its number of the case. */
const claim = z.object({ MA_CSKCB: z.string().optional(), MA_LK: z.string() });
export type Claim = z.infer<typeof claim>;

const belongs = (personId: string, correctionId: string) => ({
  table: "correction_inbox",
  owner: personId,
  row: `${correctionId}/visit`,
});

interface CaseRow {
  personId: string;
  maLk: string;
  maCskcb: string | null;
}

/** The claim behind a case, from the row of the package that told of it; `undefined` where no package did. Needs `identity`. */
export async function claimOfVisit(
  tx: Tx,
  keys: KeyRing,
  of: { personIds: string[]; facilityId: string; caseId: string },
): Promise<Claim | undefined> {
  const [row] = await tx.sql<CaseRow[]>`
    select e.person_id as "personId", e.source #>> '{f,MA_LK}' as "maLk", e.source #>> '{f,MA_CSKCB}' as "maCskcb" from entries e
    where e.person_id = any(${of.personIds}::uuid[]) and e.case_id = ${of.caseId} and e.facility_id = ${of.facilityId} and e.current
      and e.source #>> '{f,MA_LK}' is not null
    order by (e.source ->> 't' = 'XML1') desc, (e.withdrawn_at is null) desc limit 1`;
  if (!row) return undefined;
  const maLk = await unsealedField(tx, keys, row);
  return maLk === undefined ? undefined : { MA_CSKCB: row.maCskcb ?? undefined, MA_LK: maLk };
}

async function unsealedField(tx: Tx, keys: KeyRing, { personId, maLk }: CaseRow): Promise<string | undefined> {
  const id = sealedFieldOf(maLk);
  if (!id) return maLk;
  const [value] = await tx.sql<{ sealed: Buffer }[]>`
    select sealed from sealed_values where person_id = ${personId} and id = ${id}`;
  if (!value) return undefined;
  const fields: unknown = JSON.parse(
    unsealText(keys, { table: "sealed_values", owner: personId, row: id }, value.sealed),
  );
  return claim.safeParse(fields).data?.MA_LK;
}

export const sealClaim = (keys: KeyRing, personId: string, correctionId: string, found: Claim | undefined) =>
  found ? seal(keys, belongs(personId, correctionId), JSON.stringify(found)) : null;

export const unsealClaim = (keys: KeyRing, personId: string, correctionId: string, sealed: Buffer | null) =>
  sealed ? claim.parse(JSON.parse(unsealText(keys, belongs(personId, correctionId), sealed))) : undefined;
