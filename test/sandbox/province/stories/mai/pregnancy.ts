import { type Calendar, daysBetween, plusDays } from "../../fhir/calendar.ts";
import type { Visit } from "../../fhir/case.ts";
import type { Chart } from "../../fhir/chart.ts";
import { problem } from "../../fhir/condition.ts";
import type { Day, FhirResource, Moment } from "../../fhir/types.ts";
import { type VisitDetails, visit } from "../../fhir/visit.ts";
import { illnesses } from "../illnesses.ts";
import { doctors, rooms } from "../staff.ts";

/** First day of the last period: today she is 24 weeks and 6 days along. */
const lastPeriod = (c: Calendar): Day => c.day(-174);

export const birthExpected = (c: Calendar): Day => plusDays(lastPeriod(c), 280);

/** "22 tuần 1 ngày": how far along she was that day. */
export function gestation(c: Calendar, at: Moment): string {
  const days = daysBetween(lastPeriod(c), at.slice(0, 10));
  const odd = days % 7;
  return `${Math.floor(days / 7)} tuần${odd > 0 ? ` ${odd} ngày` : ""}`;
}

/** The pregnancy on the hospital's problem list. */
export const pregnancy = (chart: Chart, c: Calendar): FhirResource =>
  problem(chart, {
    key: "thai-ky",
    code: illnesses.firstPregnancy,
    since: lastPeriod(c),
    recorded: c.workday(-118, "08:50"),
    recorder: doctors.obstetrician,
    note: "Thai đầu, một thai trong tử cung.",
  });

/** A visit to the hospital's antenatal clinic. */
export const antenatal = (
  chart: Chart,
  details: Pick<VisitDetails, "slug" | "start" | "reason"> & Partial<VisitDetails>,
): Visit =>
  visit(chart, {
    minutes: 90,
    kind: "Khám thai",
    department: "Phòng khám Sản – Quản lý thai nghén",
    doctor: doctors.obstetrician,
    room: rooms.antenatal,
    ...details,
  });
