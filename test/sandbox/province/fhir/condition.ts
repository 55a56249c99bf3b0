import { ofVisit, type Visit } from "./case.ts";
import { type Chart, nameOf } from "./chart.ts";
import { hl7 } from "./codes.ts";
import { ref } from "./reference.ts";
import { resource } from "./resource.ts";
import type { Concept, Day, FhirResource, Moment } from "./types.ts";

type Clinical = "active" | "recurrence" | "inactive" | "remission" | "resolved";
type Certainty = "confirmed" | "provisional" | "differential" | "unconfirmed";

export interface Diagnosis {
  key: string;
  code: Concept;
  clinical?: Clinical;
  certainty?: Certainty;
  /** Last day of the illness; makes it resolved. */
  until?: Day;
  severity?: string;
  note?: string;
}

/** An illness diagnosed at a visit; it belongs to that visit's case. */
export const diagnosed = (visit: Visit, d: Diagnosis): FhirResource =>
  ofVisit(visit, "Condition", d.key, {
    ...statusOf(d),
    category: [hl7("condition-category", "encounter-diagnosis")],
    severity: d.severity && { text: d.severity },
    code: d.code,
    subject: ref(visit.chart.patient),
    encounter: ref(visit.encounter),
    onsetDateTime: visit.start.slice(0, 10),
    abatementDateTime: d.until,
    recordedDate: visit.start,
    recorder: ref(visit.doctor, nameOf(visit.doctor)),
    note: d.note && [{ text: d.note }],
  });

/** A long-lasting illness on the facility's problem list; it outlives visits and belongs to none. */
export const problem = (
  chart: Chart,
  d: Diagnosis & { since: string; recorded: Moment; recorder: FhirResource },
): FhirResource =>
  resource("Condition", `${chart.patient.id}-${d.key}`, d.recorded, {
    ...statusOf(d),
    category: [hl7("condition-category", "problem-list-item")],
    severity: d.severity && { text: d.severity },
    code: d.code,
    subject: ref(chart.patient),
    onsetDateTime: d.since,
    abatementDateTime: d.until,
    recordedDate: d.recorded,
    recorder: ref(d.recorder, nameOf(d.recorder)),
    note: d.note && [{ text: d.note }],
  });

const statusOf = (d: Diagnosis) => ({
  clinicalStatus: hl7("condition-clinical", d.clinical ?? (d.until ? "resolved" : "active")),
  verificationStatus: hl7("condition-ver-status", d.certainty ?? "confirmed"),
});

/** Something staff should notice before acting. */
export const alert = (
  chart: Chart,
  a: { key: string; text: string; since: Moment; author: FhirResource },
): FhirResource =>
  resource("Flag", `${chart.patient.id}-${a.key}`, a.since, {
    status: "active",
    category: [hl7("flag-category", "clinical")],
    code: { text: a.text },
    subject: ref(chart.patient),
    period: { start: a.since },
    author: ref(a.author, nameOf(a.author)),
  });
