import { plusMinutes } from "./calendar.ts";
import { caseId, type Visit } from "./case.ts";
import { type Chart, nameOf } from "./chart.ts";
import { hl7, hl7Coding, words } from "./codes.ts";
import { type Diagnosis, diagnosed } from "./condition.ts";
import { ref } from "./reference.ts";
import { resource } from "./resource.ts";
import type { FhirResource, Moment } from "./types.ts";

const CLASSES = { AMB: "ambulatory", IMP: "inpatient encounter", EMER: "emergency" } as const;

export interface VisitDetails {
  /** Part of the id after the facility's code: "lan-nt-12". */
  slug: string;
  start: Moment;
  minutes?: number;
  visitClass?: keyof typeof CLASSES;
  /** "Khám bệnh", "Điều trị nội trú" … */
  kind?: string;
  department: string;
  doctor: FhirResource;
  reason: string;
  /** Known conditions seen again, or new diagnoses of this visit; the first is the main one. */
  diagnoses?: (FhirResource | Diagnosis)[];
  room?: FhirResource;
  /** Still in the ward: no end yet. */
  open?: boolean;
  disposition?: string;
}

export function visit(chart: Chart, details: VisitDetails): Visit {
  const { start, visitClass = "AMB" } = details;
  const end = plusMinutes(start, details.minutes ?? 45);
  const encounter = resource("Encounter", caseId(chart.facility.code5, details.slug), details.open ? start : end, {
    status: details.open ? "in-progress" : "finished",
    class: hl7Coding("v3-ActCode", visitClass, CLASSES[visitClass]),
    type: [words(details.kind ?? "Khám bệnh")],
    serviceType: words(details.department),
    subject: ref(chart.patient),
    participant: [
      { type: [hl7("v3-ParticipationType", "ATND")], individual: ref(details.doctor, nameOf(details.doctor)) },
    ],
    period: { start, ...(details.open ? {} : { end }) },
    reasonCode: [words(details.reason)],
    hospitalization: details.disposition && { dischargeDisposition: words(details.disposition) },
    location: details.room && [{ location: ref(details.room, String(details.room.name)) }],
    serviceProvider: ref(chart.organization, chart.facility.name),
  });
  const opened = { chart, encounter, conditions: [], doctor: details.doctor, start, end };
  const conditions = (details.diagnoses ?? []).map((d) =>
    "resourceType" in d ? (d as FhirResource) : diagnosed(opened, d),
  );
  // The two refer to each other, so the encounter gets its diagnoses once they exist.
  if (conditions.length > 0) encounter.diagnosis = diagnosesOf(conditions);
  return { ...opened, conditions };
}

/** What an encounter says was found; the first is the main one. */
export const diagnosesOf = (conditions: FhirResource[]) => conditions.map(diagnosis);

const diagnosis = (condition: FhirResource, index: number) => ({
  condition: ref(condition, (condition.code as { text?: string }).text),
  use: hl7("diagnosis-role", "DD", "Discharge diagnosis"),
  rank: index + 1,
});
