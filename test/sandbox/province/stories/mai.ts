import type { Calendar } from "../fhir/calendar.ts";
import type { StoryMessage } from "../fhir/types.ts";
import { counsellingMessages } from "./mai/counselling.ts";
import { firstVisit, secondVisit } from "./mai/early.ts";
import { anatomyVisit, glucoseVisit } from "./mai/late.ts";
import { pregnancy } from "./mai/pregnancy.ts";
import { stationMessages } from "./mai/station.ts";
import { chartOf } from "./people.ts";

/** Vũ Thị Mai, six months pregnant: hospital and station take turns, and one visit is nobody else's business. */
export function maiMessages(c: Calendar): StoryMessage[] {
  const hospital = chartOf("children-hospital", "mai", "SN-26087", c.workday(-118, "08:00"));
  const known = pregnancy(hospital, c);
  const first = firstVisit(hospital, c, known);
  const second = secondVisit(hospital, c, known, first.lines);
  return [
    ...first.messages,
    ...second.messages,
    ...anatomyVisit(hospital, c, known, second.lines),
    ...glucoseVisit(hospital, c, known),
    ...counsellingMessages(hospital, c),
    ...stationMessages(chartOf("commune-station", "mai", "TG-1377", c.workday(-58, "08:00")), c),
  ];
}
