import type { Encounter } from "#app/adapters/record-store/fhir-r4/resources/visits.ts";
import type { VisitView } from "../view.ts";
import { conceptCode, conceptText, conceptTexts, type Names, referenceText, referenceTexts } from "./concept.ts";
import { baseOf, type Read } from "./entry-row.ts";

export function mapVisit({ row, resource }: Read<Encounter>, names: Names): VisitView {
  const reasons = conceptTexts(resource.reasonCode);
  const diagnoses = finalDiagnoses(resource).flatMap((d) => referenceText(d.condition, names) ?? []);
  return {
    ...baseOf(row, conceptText(resource.type?.[0]) ?? reasons[0]),
    kind: "visit",
    visitClass: resource.class?.code,
    status: resource.status,
    reasons,
    diagnoses,
    department:
      conceptText(resource.serviceType) ??
      referenceTexts(
        resource.location?.map((l) => l.location),
        names,
      )[0],
    practitioners: referenceTexts(
      resource.participant?.map((p) => p.individual),
      names,
    ),
    disposition: conceptText(resource.hospitalization?.dischargeDisposition),
  };
}

/** What was found, the main one first; what was thought on arrival only where nothing else is said. */
function finalDiagnoses({ diagnosis = [] }: Encounter) {
  const found = diagnosis.filter((d) => conceptCode(d.use) !== "AD");
  return [...(found.length > 0 ? found : diagnosis)].sort((a, b) => (a.rank ?? 99) - (b.rank ?? 99));
}
