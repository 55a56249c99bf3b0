import { identifierHash, identifierHashes } from "#app/adapters/keys/identifier-hash.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { passportCountry } from "#app/adapters/record-store/fhir-r4/systems.ts";
import { type IdentifierKind, normaliseIdentifier, personalNumber } from "#app/shared/identifiers.ts";
import { newId } from "#app/shared/ids.ts";
import { byteaArray, type Tx } from "#db/client.ts";
import { sealNames, unsealNames } from "./demographics.ts";
import { linkIdentifiers } from "./link-identifiers.ts";
import { type Contradiction, confirmed, contradiction, type KnownDemographics } from "./rules.ts";

export interface SaidIdentifier {
  kind: IdentifierKind;
  system: string;
  value: string;
}

export interface ScopedIdentifier extends SaidIdentifier {
  scope: string;
}

export interface SaidPerson extends KnownDemographics {
  identifiers: SaidIdentifier[];
  deceasedOn: string | undefined;
}

export type QuarantineReason =
  | Contradiction
  | "two-personal-numbers"
  | "identifiers-of-two-persons"
  | "personal-number-contradicts"
  | "unknown-person";

export type Match = { personId: string; created: boolean } | { quarantine: QuarantineReason };

export interface MatchOptions {
  keys: KeyRing;
  /** Identifiers that, well-formed and unknown, make a new person; a passport only when a provider vouches for it. */
  creatingKinds?: readonly IdentifierKind[];
  /** Facility or issuer that vouches for this; also the scope of its own numbers. */
  assignerId: string | undefined;
  source: string;
}

/** Kinds that may find a person. A number of any other kind is kept and finds nobody. */
export const FINDING: ReadonlySet<IdentifierKind> = new Set([
  "personal_number",
  "old_id_card",
  "passport",
  "insurance_card",
  "facility_patient_number",
  "oidc_subject",
]);

/**
 * Who this is, or why that cannot be said. An unknown, well-formed personal number creates the
 * person; anything doubtful is quarantined, never guessed (design §5.2).
 */
export async function matchPerson(tx: Tx, said: SaidPerson, options: MatchOptions): Promise<Match> {
  const identifiers = said.identifiers.map((i) => scoped(i, options.assignerId));
  const numbers = new Set(
    identifiers.filter((i) => i.kind === "personal_number").map((i) => normaliseIdentifier(i.value)),
  );
  if (numbers.size > 1) return { quarantine: "two-personal-numbers" };

  const found = await findPersons(
    tx,
    options.keys,
    identifiers.filter((i) => FINDING.has(i.kind)),
  );
  if (found.length > 1) return { quarantine: "identifiers-of-two-persons" };
  const person = found[0];
  if (!person) {
    const creating = options.creatingKinds ?? ["personal_number"];
    const founding = creating.flatMap((kind) => identifiers.find((i) => i.kind === kind) ?? [])[0];
    if (!founding) return { quarantine: "unknown-person" };
    const personId = await createPerson(tx, said, founding, identifiers, options);
    return personId ? { personId, created: true } : matchPerson(tx, said, options);
  }
  const known = {
    names: unsealNames(options.keys, person.id, person.demographics),
    birth: person.birth,
    sex: person.sex,
  };
  const vouched = options.creatingKinds?.includes("passport") ?? false;
  if (person.byPassportAlone && !vouched && !confirmed(known, said)) return { quarantine: "unknown-person" };
  // Whose account and number both were linked before may have got another name since: it is no contradiction.
  const contradicts = person.bySubject && person.byPersonalNumber ? undefined : contradiction(known, said);
  if (contradicts) return { quarantine: contradicts };
  if (numbers.size === 1 && !person.byPersonalNumber && person.hasPersonalNumber)
    return { quarantine: "personal-number-contradicts" };
  await linkIdentifiers(tx, person.id, identifiers, options);
  return { personId: person.id, created: false };
}

/** An identifier with what makes it unique; the same number of another country or facility is another. */
export function scoped(identifier: SaidIdentifier, assignerId: string | undefined): ScopedIdentifier {
  const said = reclassified(identifier);
  return { ...said, scope: scopeOf(said, assignerId) };
}

/** The exchange field for a personal number also carries old cards and passports, without saying so. */
function reclassified(identifier: SaidIdentifier): SaidIdentifier {
  if (identifier.kind !== "personal_number" || personalNumber(identifier.value)) return identifier;
  const value = normaliseIdentifier(identifier.value);
  if (/^\d{9}$/.test(value)) return { ...identifier, kind: "old_id_card" };
  if (/^[A-Z]{1,2}\d{6,8}$/.test(value)) return { ...identifier, kind: "passport" };
  return { ...identifier, kind: "other" };
}

function scopeOf(identifier: SaidIdentifier, assignerId: string | undefined): string {
  if (identifier.kind === "facility_patient_number") return assignerId ?? "";
  if (identifier.kind === "passport") return passportCountry(identifier.system) ?? "";
  return identifier.kind === "other" || identifier.kind === "oidc_subject" ? identifier.system : "";
}

interface FoundPerson {
  id: string;
  demographics: Buffer | null;
  birth: { low: string; high: string } | undefined;
  sex: "male" | "female" | "unknown";
  byPersonalNumber: boolean;
  bySubject: boolean;
  byPassportAlone: boolean;
  hasPersonalNumber: boolean;
}

async function findPersons(tx: Tx, keys: KeyRing, identifiers: ScopedIdentifier[]): Promise<FoundPerson[]> {
  if (identifiers.length === 0) return [];
  const wanted = identifiers.flatMap((i) => identifierHashes(keys, i).map((hash) => ({ kind: i.kind, hash })));
  const rows = await tx.sql<(Omit<FoundPerson, "birth"> & { low: string | null; high: string | null })[]>`
    select root.id, root.demographics, root.birth_low as low, root.birth_high as high, root.sex,
      bool_or(l.kind = 'personal_number') as "byPersonalNumber", bool_and(l.kind = 'passport') as "byPassportAlone", bool_or(l.kind = 'oidc_subject') as "bySubject",
      exists (select from identifiers i where i.person_id = root.id and i.kind = 'personal_number' and i.valid_to is null) as "hasPersonalNumber"
    from unnest(${wanted.map((w) => w.kind)}::text[], ${byteaArray(
      tx.sql,
      wanted.map((w) => w.hash),
    )}) as w (kind, hash)
    join identifier_lookup l on l.kind = w.kind and l.hash = w.hash
    join persons p on p.id = l.person_id
    join persons root on root.id = coalesce(p.merged_into, p.id)
    group by root.id`;
  return rows.map(({ low, high, ...row }) => ({ ...row, birth: low && high ? { low, high } : undefined }));
}

/** Creates the person under the number; `undefined` when somebody else has just done so. */
async function createPerson(
  tx: Tx,
  said: SaidPerson,
  founding: ScopedIdentifier,
  identifiers: ScopedIdentifier[],
  options: MatchOptions,
): Promise<string | undefined> {
  const personId = newId();
  const taken = await tx.sql`
    insert into identifier_lookup (kind, hash, person_id)
    values (${founding.kind}, ${identifierHash(options.keys, founding)}, ${personId})
    on conflict do nothing returning person_id`;
  if (taken.length === 0) return undefined;
  await tx.sql`
    insert into persons (id, demographics, birth_low, birth_high, sex, deceased_on, demographics_source)
    values (${personId}, ${sealNames(options.keys, personId, said.names)}, ${said.birth?.low ?? null},
      ${said.birth?.high ?? null}, ${said.sex}, ${said.deceasedOn ?? null}, ${options.source})`;
  await linkIdentifiers(tx, personId, identifiers, options);
  return personId;
}
