import type { Condition, Flag } from "#app/adapters/record-store/fhir-r4/resources/conditions.ts";
import type { Certainty, ConditionView } from "../view.ts";
import { conceptCode, conceptText, conceptTexts, noteTexts } from "./concept.ts";
import { baseOf, type Read } from "./entry-row.ts";
import { endOf, whenFrom } from "./when.ts";

/** A visit's diagnosis that nobody confirmed to be more than that (QĐ 3176 tells no more of it). */
export function isRecordedAtVisit({ category, clinicalStatus, verificationStatus }: Condition): boolean {
  const ofVisit = (category ?? []).some((c) => c.coding?.some(({ code }) => code === "encounter-diagnosis"));
  return ofVisit && !conceptCode(clinicalStatus) && conceptCode(verificationStatus) !== "confirmed";
}

export function mapCondition({ row, resource }: Read<Condition | Flag>): ConditionView {
  const base = { ...baseOf(row, conceptText(resource.code)), kind: "condition" as const };
  if (resource.resourceType === "Flag") {
    const clinical = resource.status === "active" ? "active" : "inactive";
    return {
      ...base,
      alert: true,
      clinical,
      certainty: undefined,
      atVisit: false,
      times: 1,
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
    atVisit: isRecordedAtVisit(resource),
    times: 1,
    severity: conceptText(resource.severity),
    ended: whenFrom(resource.abatementDateTime) ?? endOf(resource.abatementPeriod),
    bodySites: conceptTexts(resource.bodySite),
    notes: [
      ...[resource.onsetString, resource.abatementString].flatMap((t) => t?.trim() || []),
      ...noteTexts(resource.note),
    ],
  };
}
