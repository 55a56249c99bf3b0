import type { Condition, Flag } from "#app/adapters/record-store/fhir-r4/resources/conditions.ts";
import type { Certainty, ConditionView } from "../view.ts";
import { conceptCode, conceptText, conceptTexts, noteTexts } from "./concept.ts";
import { baseOf, type Read } from "./entry-row.ts";
import { endOf, whenFrom } from "./when.ts";

export function mapCondition({ row, resource }: Read<Condition | Flag>): ConditionView {
  const base = { ...baseOf(row, resource, conceptText(resource.code)), kind: "condition" as const };
  if (resource.resourceType === "Flag") {
    const clinical = resource.status === "active" ? "active" : "inactive";
    return {
      ...base,
      alert: true,
      clinical,
      certainty: undefined,
      severity: undefined,
      ended: endOf(resource.period),
      bodySites: [],
      notes: [],
    };
  }
  return {
    ...base,
    alert: false,
    clinical: conceptCode(resource.clinicalStatus) as ConditionView["clinical"],
    certainty: conceptCode(resource.verificationStatus) as Certainty,
    severity: conceptText(resource.severity),
    ended: whenFrom(resource.abatementDateTime) ?? endOf(resource.abatementPeriod),
    bodySites: conceptTexts(resource.bodySite),
    notes: [
      ...[resource.onsetString, resource.abatementString].flatMap((t) => t?.trim() || []),
      ...noteTexts(resource.note),
    ],
  };
}
