import { birthInterval } from "#app/shared/dates.ts";
import type { IdentifierKind } from "#app/shared/identifiers.ts";
import type { HumanName } from "./datatypes.ts";
import type { Patient } from "./resources/people.ts";
import { kindOf } from "./systems.ts";

export interface PatientIdentity {
  identifiers: { kind: IdentifierKind; system: string; value: string }[];
  /** Every way the name was written; the first is the one to show. */
  names: string[];
  birth: { low: string; high: string } | undefined;
  sex: "male" | "female" | "unknown";
  /** As sent: a date, or "yes" when only that is known. */
  deceasedOn: string | undefined;
}

/** Who a Patient resource says it is. Nothing is guessed: what is missing stays missing. */
export function readPatient(patient: Patient): PatientIdentity {
  const identifiers = (patient.identifier ?? []).flatMap((i) =>
    // An old identity card is how old records speak of its holder; what else is old may be anybody's by now.
    i.value?.trim() && (i.use !== "old" || kindOf(i) === "old_id_card")
      ? [{ kind: i.use === "temp" ? "temporary_card" : kindOf(i), system: i.system ?? "", value: i.value.trim() }]
      : [],
  );
  const sex = patient.gender === "male" || patient.gender === "female" ? patient.gender : "unknown";
  return {
    identifiers,
    names: namesInOrder(patient.name ?? []).flatMap((name) => nameText(name) ?? []),
    birth: patient.birthDate ? birthInterval(patient.birthDate) : undefined,
    sex,
    deceasedOn: patient.deceasedDateTime ?? (patient.deceasedBoolean ? "yes" : undefined),
  };
}

const RANK = ["official", "usual", undefined, "nickname", "anonymous", "old", "maiden", "temp"];

function namesInOrder(names: HumanName[]): HumanName[] {
  return [...names].sort((a, b) => RANK.indexOf(a.use) - RANK.indexOf(b.use));
}

/** Vietnamese order: family name first. A given text is taken as written. */
export function nameText(name: HumanName): string | undefined {
  const written = name.text?.trim() || [name.family, ...(name.given ?? [])].filter(Boolean).join(" ").trim();
  return written ? written.normalize("NFC") : undefined;
}
