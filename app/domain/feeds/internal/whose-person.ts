import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { Issue } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { birthOrderOf, readMother } from "#app/adapters/record-store/fhir-r4/read-mother.ts";
import type { PatientIdentity } from "#app/adapters/record-store/fhir-r4/read-patient.ts";
import type { Patient } from "#app/adapters/record-store/fhir-r4/resources/people.ts";
import { keepTogether } from "#app/domain/persons/keep-together.ts";
import { matchNewborn } from "#app/domain/persons/match-newborn.ts";
import { type Match, matchPerson, type QuarantineReason } from "#app/domain/persons/match-person.ts";
import { isYoung } from "#app/domain/persons/rules.ts";
import type { Tx } from "#db/client.ts";
import type { Message } from "./message-row.ts";
import type { Plan, Planned } from "./plan.ts";
import { RefusedDelivery } from "./refused.ts";
import { neverSent, noPatient, strangers, twoPatients, whoseDelivery } from "./whose.ts";

export interface WhosePerson {
  personId: string;
  /** What the delivery says about who it is; its texts are taken out of everything else. */
  said: { identity?: PatientIdentity; patient?: Patient };
  strangers: { entry: Planned; issue: Issue }[];
}

/** It cannot be said whose this is: why, and what there is to decide by. */
export interface Unclear {
  quarantine: QuarantineReason;
  said: WhosePerson["said"];
  mother?: PatientIdentity | undefined;
  birthOrder?: number | undefined;
  /** The facility's name for a Patient it never sent. */
  patientSourceId?: string;
}

/**
 * Whose delivery this is, in the store. Bound by an operator, matched, or not to be said. Who is one with them stays so
 * until the transaction ends.
 */
export async function whosePerson(tx: Tx, keys: KeyRing, message: Message, plan: Plan): Promise<WhosePerson | Unclear> {
  const found = await findWhose(tx, keys, message, plan);
  if ("quarantine" in found) return found;
  const { root, ...whose } = found;
  const rootNow = await keepTogether(tx, whose.personId);
  // Parted since they were found: whom the delivery means is asked again.
  return root === undefined || root === rootNow ? whose : whosePerson(tx, keys, message, plan);
}

/** `root`: of the cluster as it was when the delivery's numbers were looked for in it. */
type Found = WhosePerson & { root?: string };

async function findWhose(tx: Tx, keys: KeyRing, message: Message, plan: Plan): Promise<Found | Unclear> {
  const whose = whoseDelivery(plan);
  if (message.boundTo) {
    // Binding says whose a record is; a Bundle of staff and places alone is nobody's record.
    const isRecord = plan.kind === "single" || plan.entries.some((entry) => !entry.directory);
    if (whose.kind === "nobody" && (whose.issue.code === "two-patients" || !isRecord))
      throw new RefusedDelivery(422, [whose.issue]);
    return { personId: message.boundTo, said: saidBy(whose), strangers: [] };
  }
  if (whose.kind === "nobody") throw new RefusedDelivery(422, [whose.issue]);
  if (whose.kind === "known") {
    const [known] = await tx.sql<{ personId: string }[]>`
      select person_id as "personId" from entry_lookup
      where facility_id = ${message.facilityId} and resource_type = 'Patient' and source_id = ${whose.patientSourceId} and person_id is not null
      for update`;
    if (!known) return { quarantine: "unknown-person", said: {}, patientSourceId: whose.patientSourceId };
    return { personId: known.personId, said: {}, strangers: strangers(plan, whose.patientSourceId) };
  }
  if (whose.kind === "withdrawals") return { personId: await ownerOf(tx, message, plan), said: {}, strangers: [] };
  const others = strangers(plan, whose.entry.sourceId);
  const { mother, birthOrder } = familyOf(plan, whose.entry);
  const match = await matched(tx, keys, message, whose.identity, mother, birthOrder);
  if ("quarantine" in match) return { ...match, said: saidBy(whose), mother, birthOrder };
  const personId = match.keptWith ?? match.personId;
  return { personId, root: match.personId, said: saidBy(whose), strangers: others };
}

/** A young child, or one without a number, is known by the mother too where the delivery names her. */
function matched(
  tx: Tx,
  keys: KeyRing,
  message: Message,
  identity: PatientIdentity,
  mother: PatientIdentity | undefined,
  birthOrder: number | undefined,
): Promise<Match> {
  const options = { keys, assignerId: message.facilityId, source: `facility:${message.facilityId}` };
  const hasNumber = identity.identifiers.some((i) => i.kind === "personal_number");
  const byMother =
    mother && mother.identifiers.length > 0 && (!hasNumber || isYoung(identity.birth, message.receivedAt));
  return byMother ? matchNewborn(tx, { ...identity, birthOrder }, mother, options) : matchPerson(tx, identity, options);
}

/** The mother a RelatedPerson names, and which child of a birth the Patient is. */
function familyOf(plan: Plan, patient: Planned): Pick<Unclear, "mother" | "birthOrder"> {
  const contained = Array.isArray(patient.resource?.contained) ? patient.resource.contained : [];
  const related = [...plan.entries.map((e) => e.resource), ...contained].filter(
    (r): r is Record<string, unknown> & { resourceType: string } => r?.resourceType === "RelatedPerson",
  );
  return {
    mother: asOne(related.flatMap((r) => readMother(r) ?? [])),
    birthOrder: patient.resource && birthOrderOf(patient.resource),
  };
}

/** Everybody who is called the mother, as one: named twice alike she is; two are in question together. */
function asOne(mothers: PatientIdentity[]): PatientIdentity | undefined {
  const [first, ...others] = mothers;
  if (!first || others.length === 0) return first;
  const births = new Set(mothers.flatMap(({ birth }) => (birth ? [`${birth.low} ${birth.high}`] : [])));
  return {
    ...first,
    names: [...new Set(mothers.flatMap((m) => m.names))],
    birth: births.size === 1 ? mothers.find((m) => m.birth)?.birth : undefined,
    identifiers: mothers
      .flatMap((m) => m.identifiers)
      .filter((i, at, all) => all.findIndex((o) => o.kind === i.kind && o.value === i.value) === at),
  };
}

/** Whose entries are withdrawn, where the delivery holds nothing else. */
async function ownerOf(tx: Tx, message: Message, plan: Plan): Promise<string> {
  const keepers = await tx.sql<{ personId: string }[]>`
    select distinct l.person_id as "personId"
    from unnest(${plan.entries.map((e) => e.type)}::text[], ${plan.entries.map((e) => e.sourceId)}::text[]) as w (type, id)
    join entry_lookup l on l.facility_id = ${message.facilityId} and l.resource_type = w.type and l.source_id = w.id
    where l.person_id is not null order by 1`;
  const owners = new Set<string>();
  // Of two it is refused: who all the others are is not asked.
  for (const { personId } of keepers) if (owners.size < 2) owners.add(await keepTogether(tx, personId));
  const [owner] = owners;
  if (!owner && message.interaction) throw new RefusedDelivery(404, [neverSent()]);
  if (!owner || owners.size > 1) throw new RefusedDelivery(422, [owner ? twoPatients() : noPatient()]);
  return owner;
}

function saidBy(whose: ReturnType<typeof whoseDelivery>): WhosePerson["said"] {
  if (whose.kind !== "patient") return {};
  return {
    identity: whose.identity,
    ...(whose.entry.resource ? { patient: whose.entry.resource as unknown as Patient } : {}),
  };
}
