import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { kindOf } from "#app/adapters/record-store/fhir-r4/systems.ts";
import { numbersOfOthers } from "#app/domain/persons/numbers-of-others.ts";
import type { Tx } from "#db/client.ts";
import { subjectIdentifiers } from "../subject.ts";
import type { Plan, Planned } from "./plan.ts";
import { otherPatient } from "./whose.ts";
import type { WhosePerson } from "./whose-person.ts";

/** Entries that name their subject by a number, and the number is not this person's. */
export async function strangersByNumber(
  tx: Tx,
  keys: KeyRing,
  facilityId: string,
  whose: WhosePerson,
  plan: Plan,
): Promise<WhosePerson["strangers"]> {
  const known = new Set(whose.strangers.map((s) => s.entry));
  const named = plan.entries.flatMap((entry) => {
    if (!entry.resource || entry.directory || entry.type === "Patient" || known.has(entry)) return [];
    return subjectIdentifiers(entry.resource).map((i) => ({ entry, said: { ...i, kind: kindOf(i) } }));
  });
  const said = named.map((n) => n.said);
  const others = await numbersOfOthers(tx, whose.personId, said, { keys, assignerId: facilityId });
  const strangers = new Set<Planned>(named.flatMap((n) => (others.has(n.said) ? n.entry : [])));
  return [...strangers].map((entry) => ({ entry, issue: otherPatient(entry) }));
}
