import { allergy } from "../fhir/allergy.ts";
import { atAge, type Calendar, daysBetween, moment, plusDays, plusMinutes, written } from "../fhir/calendar.ts";
import type { Chart } from "../fhir/chart.ts";
import { recommendation } from "../fhir/immunization.ts";
import { message } from "../fhir/message.ts";
import type { Day, StoryMessage } from "../fhir/types.ts";
import { visit } from "../fhir/visit.ts";
import { headSize, height, weight } from "../fhir/vital-signs.ts";
import { persona } from "../personas.ts";
import { birthMessages } from "./bao/birth.ts";
import { bronchiolitisMessages } from "./bao/bronchiolitis.ts";
import { secondEncephalitisDose, stationMessages } from "./bao/growth-and-shots.ts";
import { chartOf } from "./people.ts";
import { doctors } from "./staff.ts";
import { vaccines } from "./vaccines.ts";

/** Lê Gia Bảo, two years old. His story follows his birthday; only the newest weighing follows today. */
export function baoMessages(c: Calendar): StoryMessage[] {
  const { birthDate: born } = persona("bao");
  const hospital = chartOf("children-hospital", "bao", "SN-24119", moment(born, "06:30"));
  const station = chartOf("commune-station", "bao", "TG-1208", atAge(born, 20, "08:00"));
  return [
    ...birthMessages(hospital, born),
    ...stationMessages(station, born),
    ...bronchiolitisMessages(hospital, born),
    ...eggs(hospital, born),
    ...newest(station, c, born),
  ];
}

/** What his mother saw after the first egg yolk; nobody has tested it. */
function eggs(chart: Chart, born: Day): StoryMessage[] {
  const seen = visit(chart, {
    slug: "bao-dinh-duong",
    start: atAge(born, 304, "09:20"),
    minutes: 30,
    kind: "Khám tư vấn",
    department: "Phòng khám Dinh dưỡng",
    doctor: doctors.paediatrician,
    reason: "Nổi mẩn sau khi ăn trứng, hỏi về ăn dặm",
  });
  return [
    message(chart, plusMinutes(seen.end, 300), [
      seen.encounter,
      allergy(seen, {
        key: "di-ung-trung",
        to: "Trứng gà",
        category: "food",
        criticality: "low",
        certainty: "unconfirmed",
        reaction: "Nổi mẩn đỏ quanh miệng sau ăn lòng đỏ trứng khoảng 20 phút, tự hết sau 2 giờ",
        severity: "mild",
        note: "Mẹ kể. Tạm ngừng trứng, hẹn làm xét nghiệm khi bé được 3 tuổi.",
      }),
      weight(seen, "8.90"),
    ]),
  ];
}

/** The newest weighing, and what the station says is due. */
function newest(chart: Chart, c: Calendar, born: Day): StoryMessage[] {
  const seen = visit(chart, {
    slug: "bao-can-do",
    start: c.workday(-17, "08:50"),
    minutes: 25,
    kind: "Theo dõi tăng trưởng",
    department: "Phòng tiêm chủng",
    doctor: doctors.stationNurse,
    reason: "Cân đo định kỳ, tư vấn dinh dưỡng",
  });
  return [
    message(chart, plusMinutes(seen.end, 40 * 60), [
      seen.encounter,
      weight(seen, "11.80"),
      height(seen, "86.5"),
      headSize(seen, "48.2"),
      ...due(c, born).map((next) => recommendation(chart, seen.end, next)),
    ]),
  ];
}

function due(c: Calendar, born: Day) {
  const encephalitis = plusDays(secondEncephalitisDose(born), 365);
  const overdue = daysBetween(encephalitis, c.day(0)) > 0;
  const flu = c.day(21);
  return [
    {
      vaccine: vaccines.japaneseEncephalitis,
      dose: 3,
      due: encephalitis,
      overdue,
      description: `Viêm não Nhật Bản mũi 3, một năm sau mũi 2 (đến hạn ${written(encephalitis)}). Đưa bé đến trạm vào buổi tiêm gần nhất, mang theo sổ tiêm.`,
    },
    {
      vaccine: vaccines.flu,
      dose: 1,
      due: flu,
      overdue: false,
      description: "Cúm mùa, tiêm dịch vụ, không bắt buộc. Báo bác sĩ việc bé nổi mẩn khi ăn trứng trước khi tiêm.",
    },
  ];
}
