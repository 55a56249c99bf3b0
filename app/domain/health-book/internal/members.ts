import { relativeTarget } from "#app/adapters/record-store/fhir-r4/references.ts";
import type { DiagnosticReport, Observation } from "#app/adapters/record-store/fhir-r4/resources/results.ts";
import { entryIdOf } from "#app/shared/ids.ts";
import type { Read } from "./entry-row.ts";

/** Entries a report or panel is made of, in its order. */
export function memberIds({ row, resource }: Read<DiagnosticReport | Observation>): string[] {
  const references =
    resource.resourceType === "DiagnosticReport"
      ? [...(resource.result ?? []), ...(resource.imagingStudy ?? [])]
      : (resource.hasMember ?? []);
  return references.flatMap(({ reference }) => {
    const target = reference ? relativeTarget(reference) : undefined;
    return target ? [entryIdOf(row.facilityId, target.type, target.sourceId)] : [];
  });
}
