import type { DeviceUseStatement, Procedure } from "#app/adapters/record-store/fhir-r4/resources/visits.ts";
import type { ProcedureView } from "../view.ts";
import { conceptText, conceptTexts, type Names, noteTexts, referenceText, referenceTexts } from "./concept.ts";
import { baseOf, type Read } from "./entry-row.ts";

export function mapProcedure({ row, resource }: Read<Procedure | DeviceUseStatement>, names: Names): ProcedureView {
  if (resource.resourceType === "DeviceUseStatement") {
    return {
      ...baseOf(row, referenceText(resource.device, names)),
      kind: "procedure",
      form: "device",
      status: resource.status,
      reasons: [],
      bodySites: conceptTexts(resource.bodySite ? [resource.bodySite] : []),
      outcome: undefined,
      by: [],
      whenText: undefined,
      notes: noteTexts(resource.note),
    };
  }
  return {
    ...baseOf(row, conceptText(resource.code)),
    kind: "procedure",
    form: "procedure",
    status: resource.status,
    reasons: conceptTexts(resource.reasonCode),
    bodySites: conceptTexts(resource.bodySite),
    outcome: conceptText(resource.outcome),
    by: referenceTexts(
      resource.performer?.map((p) => p.actor),
      names,
    ),
    whenText: resource.performedString?.trim() || undefined,
    notes: noteTexts(resource.note),
  };
}
