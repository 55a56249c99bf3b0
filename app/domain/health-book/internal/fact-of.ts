import type { CodeableConcept } from "#app/adapters/record-store/fhir-r4/datatypes.ts";
import { readStored } from "#app/adapters/record-store/fhir-r4/json.ts";
import type { Condition } from "#app/adapters/record-store/fhir-r4/resources/conditions.ts";
import type { MedicationRequest } from "#app/adapters/record-store/fhir-r4/resources/medicines.ts";
import type { Immunization } from "#app/adapters/record-store/fhir-r4/resources/vaccinations.ts";
import { isFromPackage } from "#app/adapters/record-store/qd3176/source-id.ts";
import { foldName } from "#app/shared/names.ts";
import { conceptText } from "./concept.ts";
import { type EntryRow, isUnsafe } from "./entry-row.ts";
import { isRecordedAtVisit } from "./map-condition.ts";
import { dosesContradict, type ToldDose, toldDose } from "./told-dose.ts";

/** What two entries are to each other: one fact told twice, two that a reader must see side by side, or unrelated. */
export type Relation = "same" | "beside" | "apart";

/** An entry as far as it can be told whether another tells the same. */
export interface Fact {
  /** Entries without one of these in common are unrelated. */
  about: string[];
  facilityId: string;
  /** A row of a package: what the insurer is told, beside the record itself. */
  fromPackage: boolean;
  kind: "vaccination" | "medicine" | "diagnosis";
  /** The vaccine's lot, or the dose in words. */
  detail: string | undefined;
  dose: ToldDose | undefined;
  /** The day of a medicine, and its national prescription code (14 characters, Decision 808/QĐ-BYT). */
  day: string | undefined;
  prescription: string | undefined;
}

const VIETNAM = 7 * 3_600_000;
const PRESCRIPTION_CODE = /^[0-9a-z]{12}-[cnhyt]$/i;

/** The day in Việt Nam; what is known by month or year alone is no day. */
function dayOf({ timeLow, timePrecision }: EntryRow): string | undefined {
  if (!timeLow || (timePrecision !== "day" && timePrecision !== "time")) return undefined;
  return new Date(timeLow.getTime() + VIETNAM).toISOString().slice(0, 10);
}

const codesOf = (concept: CodeableConcept | undefined): string[] =>
  (concept?.coding ?? []).flatMap((c) => (c.code ? [`${c.system ?? ""}|${c.code}`] : []));

/** What names a substance or vaccine: its codes, and its words without marks and spaces. */
function namesOf(concept: CodeableConcept | undefined): string[] {
  const words = foldName(conceptText(concept) ?? "").replaceAll(" ", "");
  return words ? [...codesOf(concept), words] : codesOf(concept);
}

/** The fact an entry tells, of the kinds that two senders may tell alike; none where a modifier makes it unclear. */
export function factOf(row: EntryRow): Fact | undefined {
  if (row.withdrawn || isUnsafe(row)) return undefined;
  const fact = { facilityId: row.facilityId, fromPackage: isFromPackage(row.sourceId) };
  const day = dayOf(row);
  const told = { ...fact, day, prescription: undefined, dose: undefined };
  if (row.type === "Immunization" && day) {
    const { status, vaccineCode, lotNumber } = readStored<Immunization>(row.resource);
    if (status !== "completed") return undefined;
    const about = namesOf(vaccineCode).map((name) => `${name}@${day}`);
    return { ...told, kind: "vaccination", about, detail: lotNumber?.trim().toUpperCase() || undefined };
  }
  if (row.type === "MedicationRequest" && day) {
    const request = readStored<MedicationRequest>(row.resource);
    const { groupIdentifier, dosageInstruction } = request;
    const code = groupIdentifier?.value?.trim().toLowerCase() ?? "";
    const prescription = PRESCRIPTION_CODE.test(code) ? code : undefined;
    const detail = (dosageInstruction ?? []).map((d) => foldName(d.text ?? "")).join(";") || undefined;
    const about = namesOf(request.medicationCodeableConcept);
    return { ...told, kind: "medicine", about, detail, dose: toldDose(request), prescription };
  }
  if (row.type === "Condition") {
    const condition = readStored<Condition>(row.resource);
    if (!isRecordedAtVisit(condition)) return undefined;
    return { ...told, kind: "diagnosis", about: codesOf(condition.code), detail: undefined };
  }
  return undefined;
}

/** Are these one fact? Nothing is joined on a guess: what may be the same and cannot be told stands side by side. */
export function relationOf(a: Fact, b: Fact): Relation {
  if (a.kind !== b.kind || !a.about.some((name) => b.about.includes(name))) return "apart";
  if (a.kind === "diagnosis") return "same";
  if (a.kind === "vaccination") {
    if (a.facilityId === b.facilityId) return "apart";
    return a.detail !== undefined && a.detail === b.detail ? "same" : "beside";
  }
  // What a hospital prescribes it tells the insurer too, in a row of its package; another amount is another story.
  const twice = a.facilityId === b.facilityId && a.fromPackage !== b.fromPackage;
  if (twice && a.day !== b.day) return "apart";
  if (twice) return a.dose && b.dose && dosesContradict(a.dose, b.dose) ? "beside" : "same";
  if (!a.prescription || a.prescription !== b.prescription || a.facilityId === b.facilityId) return "apart";
  return a.detail === b.detail ? "same" : "beside";
}
