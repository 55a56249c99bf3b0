import { identifierHash } from "#app/adapters/keys/identifier-hash.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { seal, unsealText } from "#app/adapters/keys/sealing.ts";
import type { Patient } from "#app/adapters/record-store/fhir-r4/resources/people.ts";
import { type Candidate, candidatesOf } from "#app/domain/persons/candidates.ts";
import type { SaidPerson } from "#app/domain/persons/match-person.ts";
import { FINDING, scopedAll } from "#app/domain/persons/scoped-identifier.ts";
import { foldName } from "#app/shared/names.ts";
import type { Tx } from "#db/client.ts";
import type { Message } from "./message-row.ts";
import { RefusedDelivery } from "./refused.ts";
import type { Unclear } from "./whose-person.ts";

/** What a delivery says about who it is: all an operator needs, and nothing of anybody's health. */
export interface SaidInDelivery extends SaidPerson {
  birthOrder?: number | undefined;
  mother?: SaidPerson | undefined;
  addresses: string[];
  phones: string[];
}

/** A case as it is kept, sealed: what is said, and who came into question when it came. */
export interface KeptCaseFile {
  said: SaidInDelivery;
  candidates: Candidate[];
}

const belongs = (facilityId: string, messageId: string) => ({
  table: "quarantine_items",
  owner: facilityId,
  row: messageId,
});

export const unsealCase = (keys: KeyRing, facilityId: string, messageId: string, sealed: Buffer): KeptCaseFile =>
  JSON.parse(unsealText(keys, belongs(facilityId, messageId), sealed)) as KeptCaseFile;

/**
 * Opens an operator's case for a delivery that is quarantined; the same bytes again keep it one case. What
 * an operator has said is not this province's is refused from then on.
 */
export async function openCase(tx: Tx, keys: KeyRing, message: Message, unclear: Unclear): Promise<void> {
  const { facilityId, id } = message;
  const said = saidIn(unclear);
  const candidates = await candidatesOf(tx, keys, said, facilityId);
  const file: KeptCaseFile = { said, candidates };
  const kept = await tx.sql`
    insert into quarantine_items (facility_id, message_id, reason, identity, sealed, opened_at)
    values (${facilityId}, ${id}, ${unclear.quarantine}, ${identityOf(keys, facilityId, said, unclear.patientSourceId)},
      ${seal(keys, belongs(facilityId, id), JSON.stringify(file))}, ${message.receivedAt})
    on conflict (facility_id, message_id) do update
      set reason = excluded.reason, identity = excluded.identity, sealed = excluded.sealed,
        state = case when quarantine_items.state = 'replayed' then 'waiting' else quarantine_items.state end,
        outcome = null, replayed_at = null
      where quarantine_items.state <> 'replayed' or quarantine_items.decision is distinct from 'reject'
    returning 1`;
  if (kept.length === 0) throw notOurs();
}

/** An operator looked, and it is not of a person of this province. */
export const notOurs = (): RefusedDelivery =>
  new RefusedDelivery(422, [
    {
      severity: "error",
      type: "business-rule",
      code: "not-ours",
      diagnostics: "An operator has looked: this is not about a person of this province. Nothing of it is taken.",
    },
  ]);

function saidIn({ said, mother, birthOrder }: Unclear): SaidInDelivery {
  const nobody = { names: [], birth: undefined, sex: "unknown" as const, deceasedOn: undefined, identifiers: [] };
  return { ...nobody, ...said.identity, birthOrder, mother, ...contactsOf(said.patient) };
}

function contactsOf(patient: Patient | undefined): Pick<SaidInDelivery, "addresses" | "phones"> {
  const lines = (patient?.address ?? []).map((a) => a.text ?? (a.line ?? []).filter((l) => l !== null).join(", "));
  const phones = (patient?.telecom ?? []).flatMap((t) => t.value ?? []);
  return { addresses: lines.filter((line) => line !== ""), phones };
}

/**
 * The same for deliveries that say the same of who they are about, in everything they say: one number may stand
 * beside two names, and then an operator looks twice. Without a number it is the facility's alone.
 */
function identityOf(
  keys: KeyRing,
  facilityId: string,
  said: SaidInDelivery,
  patientSourceId: string | undefined,
): Buffer {
  const numbers = numbersOf(keys, facilityId, said);
  const own = numbers.length > 0 ? [] : [facilityId, patientSourceId ?? ""];
  const { mother } = said;
  const of = [...own, numbers, facts(said), said.birthOrder ?? ""];
  const ofMother = mother ? [numbersOf(keys, facilityId, mother), facts(mother)] : [];
  return identifierHash(keys, { kind: "other", scope: "quarantine", value: JSON.stringify([of, ofMother]) });
}

const numbersOf = (keys: KeyRing, facilityId: string, { identifiers }: SaidPerson): string[] =>
  scopedAll(identifiers, facilityId)
    .filter((i) => FINDING.has(i.kind))
    .map((i) => identifierHash(keys, i).toString("hex"))
    .sort();

/** Names as they compare, birth and sex. */
const facts = ({ names, birth, sex }: SaidPerson): string[] => [
  [...new Set(names.map((name) => foldName(name).split(" ").sort().join(" ")))].sort().join("|"),
  birth?.low ?? "",
  birth?.high ?? "",
  sex,
];
