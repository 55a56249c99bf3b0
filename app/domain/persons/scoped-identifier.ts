import { passportCountry } from "#app/adapters/record-store/fhir-r4/systems.ts";
import {
  type IdentifierKind,
  isPlaceholder,
  isTemporaryCard,
  normaliseIdentifier,
  personalNumber,
} from "#app/shared/identifiers.ts";

export interface SaidIdentifier {
  kind: IdentifierKind;
  system: string;
  value: string;
}

export interface ScopedIdentifier extends SaidIdentifier {
  scope: string;
}

/** Kinds that may find a person. A number of any other kind is kept and finds nobody. */
export const FINDING: ReadonlySet<IdentifierKind> = new Set([
  "personal_number",
  "old_id_card",
  "passport",
  "insurance_card",
  "facility_patient_number",
  "temporary_card",
]);

/** Numbers that hold at one facility alone. */
const OF_A_FACILITY: ReadonlySet<IdentifierKind> = new Set(["facility_patient_number", "temporary_card"]);

export const isOfFacility = (kind: IdentifierKind): boolean => OF_A_FACILITY.has(kind);

/** What is said, without what identifies nobody ("KHÔNG CÓ", 000000000000), each with what makes it unique. */
export const scopedAll = (identifiers: SaidIdentifier[], assignerId: string | undefined): ScopedIdentifier[] =>
  identifiers.filter((i) => !isPlaceholder(i.value)).map((i) => scoped(i, assignerId));

/** An identifier with what makes it unique; the same number of another country or facility is another. */
export function scoped(identifier: SaidIdentifier, assignerId: string | undefined): ScopedIdentifier {
  const said = reclassified(identifier);
  return { ...said, scope: scopeOf(said, assignerId) };
}

/** The exchange field for a personal number also carries old cards and passports, without saying so. */
function reclassified(identifier: SaidIdentifier): SaidIdentifier {
  if (identifier.kind === "insurance_card" && isTemporaryCard(identifier.value))
    return { ...identifier, kind: "temporary_card" };
  if (identifier.kind !== "personal_number" || personalNumber(identifier.value)) return identifier;
  const value = normaliseIdentifier(identifier.value);
  if (/^\d{9}$/.test(value)) return { ...identifier, kind: "old_id_card" };
  if (/^[A-Z]{1,2}\d{6,8}$/.test(value)) return { ...identifier, kind: "passport" };
  return { ...identifier, kind: "other" };
}

function scopeOf(identifier: SaidIdentifier, assignerId: string | undefined): string {
  if (isOfFacility(identifier.kind)) return assignerId ?? "";
  if (identifier.kind === "passport") return passportCountry(identifier.system) ?? "";
  return identifier.kind === "other" ? identifier.system : "";
}
