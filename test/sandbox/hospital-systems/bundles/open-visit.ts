import crypto from "node:crypto";
import { plusMinutes } from "../../province/fhir/calendar.ts";
import type { Visit } from "../../province/fhir/case.ts";
import type { Chart } from "../../province/fhir/chart.ts";
import { type VisitDetails, visit } from "../../province/fhir/visit.ts";
import { doctorOf } from "../doctors.ts";

/** Long enough ago for results to be back by now: nothing a hospital sends lies in the future. */
const MINUTES_AGO = 180;

/** A visit of today under an id that was never used before. */
export function openVisit(chart: Chart, now: Date, details: Pick<VisitDetails, "reason" | "diagnoses">): Visit {
  // No long row of digits: the portal takes twelve of them in an id for somebody's number, and hides it.
  const fresh = `${now.getTime().toString(36)}-${crypto.randomBytes(2).toString("hex")}`;
  return visit(chart, {
    slug: `${chart.person.key}-ht-${fresh}`,
    start: plusMinutes(now.toISOString(), -MINUTES_AGO),
    minutes: 150,
    department: "Phòng khám",
    doctor: doctorOf(chart.facility),
    ...details,
  });
}

/** Now, as Vietnam's hospitals write it. */
export const momentOf = (now: Date): string => plusMinutes(now.toISOString(), 0);
