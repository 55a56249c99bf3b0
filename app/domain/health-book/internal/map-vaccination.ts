import type { Immunization } from "#app/adapters/record-store/fhir-r4/resources/vaccinations.ts";
import type { VaccinationView } from "../view.ts";
import { conceptText, conceptTexts, type Names, noteTexts, referenceText } from "./concept.ts";
import { baseOf, type Read } from "./entry-row.ts";

export function mapVaccination({ row, resource }: Read<Immunization>, names: Names): VaccinationView {
  const protocol = resource.protocolApplied?.[0];
  return {
    ...baseOf(row, conceptText(resource.vaccineCode)),
    kind: "vaccination",
    given: resource.status !== "not-done",
    status: resource.status,
    subpotent: resource.isSubpotent === true,
    dose:
      protocol?.doseNumberPositiveInt !== undefined
        ? String(protocol.doseNumberPositiveInt)
        : protocol?.doseNumberString,
    doses: protocol?.seriesDosesPositiveInt !== undefined ? String(protocol.seriesDosesPositiveInt) : undefined,
    series: protocol?.series,
    against: conceptTexts(protocol?.targetDisease),
    lot: resource.lotNumber?.trim() || undefined,
    manufacturer: referenceText(resource.manufacturer, names),
    place: referenceText(resource.location, names),
    notes: noteTexts(resource.note),
    whenText: resource.occurrenceString?.trim() || undefined,
    reasonNotGiven: conceptText(resource.statusReason),
  };
}
