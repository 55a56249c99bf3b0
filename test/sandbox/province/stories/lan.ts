import type { Calendar } from "../fhir/calendar.ts";
import type { StoryMessage } from "../fhir/types.ts";
import { endocrineMessages } from "./lan/endocrine.ts";
import { pneumoniaMessages } from "./lan/pneumonia.ts";
import { gynaecologyMessages, insomniaMessages } from "./lan/private-visits.ts";
import { stationMessages } from "./lan/station.ts";
import { chartOf } from "./people.ts";

/** Nguyễn Thị Lan, farmer: diabetes and blood pressure over two years, told by four facilities. */
export function lanMessages(c: Calendar): StoryMessage[] {
  const hospital = chartOf("general-hospital", "lan", "24-00917", c.workday(-688, "07:20"));
  return [
    ...endocrineMessages(hospital, c),
    ...pneumoniaMessages(hospital, c),
    ...stationMessages(chartOf("commune-station", "lan", "TG-0331", c.workday(-413, "08:30")), c),
    ...insomniaMessages(chartOf("psychiatric-hospital", "lan", "TT-5120", c.workday(-26, "09:00")), c),
    ...gynaecologyMessages(chartOf("clinic", "lan", "AB-7742", c.workday(-152, "14:10")), c),
  ];
}
