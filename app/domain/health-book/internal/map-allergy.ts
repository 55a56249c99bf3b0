import type { AllergyIntolerance } from "#app/adapters/record-store/fhir-r4/resources/allergies.ts";
import type { AllergyView, Certainty } from "../view.ts";
import { conceptCode, conceptText, noteTexts } from "./concept.ts";
import { baseOf, type Read } from "./entry-row.ts";

export function mapAllergy({ row, resource }: Read<AllergyIntolerance>): AllergyView {
  const substances = (resource.reaction ?? []).flatMap((r) => conceptText(r.substance) ?? []);
  return {
    ...baseOf(row, conceptText(resource.code) ?? substances[0]),
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
