import type { Condition, Flag } from "#app/adapters/record-store/fhir-r4/resources/conditions.ts";
import type { Certainty, ConditionView, NoneStatement } from "../view.ts";
import { conceptCode, conceptText, conceptTexts, noteTexts } from "./concept.ts";
import { baseOf, type Read } from "./entry-row.ts";
import { endOf, whenFrom, whenOf } from "./when.ts";

const NONE: Readonly<Record<string, NoneStatement["says"]>> = {
  "160245001": "none-known",
  "no-known-problems": "none-known",
  "no-problem-info": "not-asked",
};

/** "No known problem" said by a facility (SNOMED CT; IPS 1.x absent-unknown). */
export function noConditionStatement({ row, resource }: Read<Condition | Flag>): NoneStatement | undefined {
  const code = resource.code?.coding?.find((c) => c.code && c.code in NONE)?.code;
  const says = code ? NONE[code] : undefined;
  if (!says || row.withdrawn) return undefined;
  const source = { facilityId: row.facilityId, facility: row.facility, receivedAt: row.receivedAt.toISOString() };
  return { says, text: conceptText(resource.code), when: whenOf(row), source };
}

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
