import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { unsealText } from "#app/adapters/keys/sealing.ts";
import type { PatientIdentity } from "#app/adapters/record-store/fhir-r4/read-patient.ts";
import type { Patient } from "#app/adapters/record-store/fhir-r4/resources/people.ts";
import { unsealNames } from "#app/domain/persons/demographics.ts";
import type { Tx } from "#db/client.ts";
import type { Needle } from "./hider.ts";

/** Shorter texts would hit ordinary words and values. */
const SHORTEST = { name: 5, number: 6, address: 8, phone: 8 } as const;

const sealedFor = (row: { personId: string; id: string }) => ({
  table: "identifiers",
  owner: row.personId,
  row: row.id,
});

/** More than anybody has, and few enough to be looked for in every text. */
const MOST_NUMBERS = 1_000;

/** Words of a delivery that tell who somebody beside the person is: a parent, who has custody. */
export type OtherPeople = Pick<Needle, "kind" | "text">[];

/** All we know that would tell who the person is, from the store and from the delivery itself. */
export async function needlesOf(
  tx: Tx,
  keys: KeyRing,
  personId: string,
  said: { identity?: PatientIdentity; patient?: Patient },
  others: OtherPeople = [],
): Promise<Needle[]> {
  // A merged person's texts may be written as either was known.
  const cluster = tx.sql`select p.id from persons o join persons p on p.id = coalesce(o.merged_into, o.id) or p.merged_into = coalesce(o.merged_into, o.id) where o.id = ${personId}`;
  const [persons, known] = await Promise.all([
    tx.sql<
      { id: string; demographics: Buffer | null }[]
    >`select id, demographics from persons where id in (${cluster})`,
    tx.sql<{ id: string; personId: string; sealed: Buffer }[]>`
      select id, person_id as "personId", sealed from identifiers where person_id in (${cluster}) and kind <> 'oidc_subject'
      order by kind = 'other', valid_from desc limit ${MOST_NUMBERS}`,
  ]);
  const needles: Needle[] = [];
  const add = (kind: Needle["kind"], said: string | undefined, ref?: string) => {
    const text = said?.trim().normalize("NFC") ?? "";
    if (text.length < SHORTEST[kind] || (kind === "name" && !text.includes(" "))) return;
    needles.push({ kind, text, ref });
  };
  for (const row of known) add("number", unsealText(keys, sealedFor(row), row.sealed), row.id);
  for (const { id, demographics } of persons)
    for (const name of unsealNames(keys, id, demographics)) add("name", name, "person");
  for (const name of said.identity?.names ?? []) add("name", name, "person");
  for (const name of westernOrder(said.patient)) add("name", name, "person");
  for (const identifier of said.identity?.identifiers ?? []) add("number", identifier.value);
  for (const { kind, text } of [...contactsOf(said.patient), ...others]) add(kind, text);
  return needles;
}

/**
 * What must not stand in a facility's directory either: numbers that tell who somebody is. Names stay,
 * for a doctor may be the patient, and everybody's book speaks of them.
 */
export const nationalNumbers = (needles: Needle[]): Needle[] =>
  needles.filter(({ kind, text }) => kind === "number" && /\d{9}/.test(text));

/** "Given Family", as foreign systems write names into their texts. */
function westernOrder(patient: Patient | undefined): string[] {
  return (patient?.name ?? []).flatMap(({ family, given = [] }) => {
    const [first, ...others] = given.filter((part) => part !== null);
    return family && first ? [`${[first, ...others].join(" ")} ${family}`, `${first} ${family}`] : [];
  });
}

function contactsOf(patient: Patient | undefined): { kind: "address" | "phone"; text: string | undefined }[] {
  const texts = (patient?.address ?? []).flatMap((a) => [a.text, ...(a.line ?? [])]);
  return [
    ...texts.map((text) => ({ kind: "address" as const, text: text ?? undefined })),
    ...(patient?.telecom ?? []).map((t) => ({ kind: "phone" as const, text: t.value })),
  ];
}
