import type { AllergyIntolerance } from "#app/adapters/record-store/fhir-r4/resources/allergies.ts";
import type { AllergyView, Certainty, NoneStatement } from "../view.ts";
import { conceptCode, conceptText, noteTexts } from "./concept.ts";
import { baseOf, type Read } from "./entry-row.ts";
import { whenOf } from "./when.ts";

/** Codes that say there is no allergy, or that nobody knows (SNOMED CT; IPS 1.x absent-unknown). */
const NONE: Readonly<Record<string, NoneStatement["says"]>> = {
  "716186003": "none-known",
  "409137002": "none-known",
  "428607008": "none-known",
  "429625007": "none-known",
  "716184000": "none-known",
  "no-known-allergies": "none-known",
  "no-known-medication-allergies": "none-known",
  "no-known-environmental-allergies": "none-known",
  "no-known-food-allergies": "none-known",
  "no-allergy-info": "not-asked",
};

/** "No known allergy" is a statement with a source, not an allergy (interop §1.1). */
export function noAllergyStatement({ row, resource }: Read<AllergyIntolerance>): NoneStatement | undefined {
  const code = resource.code?.coding?.find((c) => c.code && c.code in NONE)?.code;
  const says = code ? NONE[code] : undefined;
  if (!says || row.withdrawn) return undefined;
  return {
    says,
    text: conceptText(resource.code),
    when: whenOf(row),
    source: { facilityId: row.facilityId, facility: row.facility, receivedAt: row.receivedAt.toISOString() },
  };
}

export function mapAllergy({ row, resource }: Read<AllergyIntolerance>): AllergyView {
  const substances = (resource.reaction ?? []).flatMap((r) => conceptText(r.substance) ?? []);
  return {
    ...baseOf(row, resource, conceptText(resource.code) ?? substances[0]),
    kind: "allergy",
    clinical: conceptCode(resource.clinicalStatus) as AllergyView["clinical"],
    certainty: conceptCode(resource.verificationStatus) as Certainty,
    criticality: resource.criticality as AllergyView["criticality"],
    categories: (resource.category ?? []) as AllergyView["categories"],
    reactions: (resource.reaction ?? []).flatMap((r) => {
      const text = [r.description?.trim(), ...(r.manifestation ?? []).map(conceptText)].filter(Boolean).join(", ");
      return text ? [{ text, severity: r.severity as "mild" | "moderate" | "severe" | undefined }] : [];
    }),
    notes: noteTexts(resource.note),
  };
}
