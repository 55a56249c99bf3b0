import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { Issue } from "#app/adapters/record-store/fhir-r4/issues.ts";
import type { PatientIdentity } from "#app/adapters/record-store/fhir-r4/read-patient.ts";
import type { Patient } from "#app/adapters/record-store/fhir-r4/resources/people.ts";
import { matchPerson, type QuarantineReason } from "#app/domain/persons/match-person.ts";
import type { Tx } from "#db/client.ts";
import type { Message } from "./message-row.ts";
import type { Plan, Planned } from "./plan.ts";
import { RefusedDelivery } from "./refused.ts";
import { noPatient, strangers, twoPatients, whoseDelivery } from "./whose.ts";

export interface WhosePerson {
  personId: string;
  /** What the delivery says about who it is; its texts are taken out of everything else. */
  said: { identity?: PatientIdentity; patient?: Patient };
  strangers: { entry: Planned; issue: Issue }[];
}

/** Whose delivery this is, in the store. Bound by an operator, matched, or not to be said. */
export async function whosePerson(
  tx: Tx,
  keys: KeyRing,
  message: Message,
  plan: Plan,
): Promise<WhosePerson | { quarantine: QuarantineReason }> {
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
    if (!known) return { quarantine: "unknown-person" };
    return { personId: known.personId, said: {}, strangers: strangers(plan, whose.patientSourceId) };
  }
  if (whose.kind === "withdrawals") return { personId: await ownerOf(tx, message, plan), said: {}, strangers: [] };
  const others = strangers(plan, whose.entry.sourceId);
  const match = await matchPerson(tx, whose.identity, {
    keys,
    assignerId: message.facilityId,
    source: `facility:${message.facilityId}`,
  });
  if ("quarantine" in match) return match;
  return { personId: match.personId, said: saidBy(whose), strangers: others };
}

/** Whose entries are withdrawn, where the delivery holds nothing else. */
async function ownerOf(tx: Tx, message: Message, plan: Plan): Promise<string> {
  const owners = await tx.sql<{ personId: string }[]>`
    select distinct coalesce(p.merged_into, p.id) as "personId"
    from unnest(${plan.entries.map((e) => e.type)}::text[], ${plan.entries.map((e) => e.sourceId)}::text[]) as w (type, id)
    join entry_lookup l on l.facility_id = ${message.facilityId} and l.resource_type = w.type and l.source_id = w.id
    join persons p on p.id = l.person_id`;
  const [owner] = owners;
  if (!owner || owners.length > 1) throw new RefusedDelivery(422, [owner ? twoPatients() : noPatient()]);
  return owner.personId;
}

function saidBy(whose: ReturnType<typeof whoseDelivery>): WhosePerson["said"] {
  if (whose.kind !== "patient") return {};
  return {
    identity: whose.identity,
    ...(whose.entry.resource ? { patient: whose.entry.resource as unknown as Patient } : {}),
  };
}
