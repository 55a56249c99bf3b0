import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { Tx } from "#db/client.ts";
import { sealNames } from "./demographics.ts";
import type { SaidPerson } from "./match-person.ts";

/** What a verified digital ID says of a person, at each sign-in, is what the book shows; facilities' spellings give way. */
export async function updateDemographics(
  tx: Tx,
  keys: KeyRing,
  personId: string,
  said: Omit<SaidPerson, "identifiers"> & { source: string },
): Promise<void> {
  await tx.sql`
    update persons set demographics = ${sealNames(keys, personId, said.names)}, birth_low = coalesce(${said.birth?.low ?? null}, birth_low),
      birth_high = coalesce(${said.birth?.high ?? null}, birth_high), sex = case when ${said.sex} = 'unknown' then sex else ${said.sex} end,
      demographics_source = ${said.source}, updated_at = now()
    where id = ${personId}`;
}
