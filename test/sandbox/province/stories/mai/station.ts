import { type Calendar, plusMinutes } from "../../fhir/calendar.ts";
import type { Chart } from "../../fhir/chart.ts";
import { immunization } from "../../fhir/immunization.ts";
import { message } from "../../fhir/message.ts";
import type { StoryMessage } from "../../fhir/types.ts";
import { visit } from "../../fhir/visit.ts";
import { bellyHeight, bloodPressure, foetalHeart, weight } from "../../fhir/vital-signs.ts";
import { doctors } from "../staff.ts";
import { vaccines } from "../vaccines.ts";
import { gestation } from "./pregnancy.ts";

const days = [
  { ago: 58, dose: 1, lot: "UV26-0277", weight: "54.0", belly: "14.0", heart: "150", pressure: [108, 66] },
  { ago: 27, dose: 2, lot: "UV26-0331", weight: "56.4", belly: "20.0", heart: "148", pressure: [110, 68] },
] as const;

/** Between the hospital's visits: the commune station weighs, listens and gives the tetanus shots. */
export const stationMessages = (chart: Chart, c: Calendar): StoryMessage[] =>
  days.map((day) => {
    const start = c.workday(-day.ago, "08:10");
    const seen = visit(chart, {
      slug: `mai-tram-${day.dose}`,
      start,
      minutes: 50,
      kind: "Khám thai",
      department: "Phòng khám thai",
      doctor: doctors.stationMidwife,
      reason: `Khám thai ${gestation(c, start)}, tiêm phòng uốn ván`,
    });
    return message(chart, plusMinutes(seen.end, 40 * 60), [
      seen.encounter,
      weight(seen, day.weight),
      bloodPressure(seen, day.pressure[0], day.pressure[1]),
      bellyHeight(seen, day.belly),
      foetalHeart(seen, day.heart),
      immunization(seen, {
        vaccine: vaccines.tetanus,
        dose: day.dose,
        of: 2,
        lot: day.lot,
        series: "Uốn ván cho phụ nữ có thai",
      }),
    ]);
  });
