import { atAge, plusMinutes } from "../../fhir/calendar.ts";
import type { Chart } from "../../fhir/chart.ts";
import { immunization, type Shot } from "../../fhir/immunization.ts";
import { message } from "../../fhir/message.ts";
import type { Day, StoryMessage } from "../../fhir/types.ts";
import { visit } from "../../fhir/visit.ts";
import { height, weight } from "../../fhir/vital-signs.ts";
import { doctors } from "../staff.ts";
import { vaccines } from "../vaccines.ts";

interface StationDay {
  /** Age in days; a working day is taken from there on. */
  age: number;
  label: string;
  weight?: string;
  length?: string;
  shots: Omit<Shot, "series">[];
}

const SERIES = "Tiêm chủng mở rộng";

const primary = (dose: number, lots: [five: string, polio: string, rota?: string]): Omit<Shot, "series">[] => [
  { vaccine: vaccines.fiveInOne, dose, of: 3, lot: lots[0] },
  { vaccine: vaccines.oralPolio, dose, of: 3, lot: lots[1] },
  ...(lots[2] ? [{ vaccine: vaccines.rotavirus, dose, of: 2, lot: lots[2] }] : []),
];

/** The national programme at the commune station, as Bảo went through it. */
const days: readonly StationDay[] = [
  { age: 20, label: "20-ngay", shots: [{ vaccine: vaccines.bcg, dose: 1, of: 1, lot: "BCG24-118" }] },
  {
    age: 61,
    label: "2-thang",
    weight: "5.40",
    length: "57.5",
    shots: primary(1, ["5T24-0913", "OP24-221", "RV24-077"]),
  },
  { age: 92, label: "3-thang", weight: "6.20", shots: primary(2, ["5T24-1107", "OP24-260", "RV24-102"]) },
  { age: 123, label: "4-thang", weight: "6.80", length: "63.0", shots: primary(3, ["5T25-0034", "OP25-013"]) },
  { age: 154, label: "5-thang", shots: [{ vaccine: vaccines.injectedPolio, dose: 1, of: 2, lot: "IPV25-410" }] },
  { age: 183, label: "6-thang", weight: "7.65", length: "66.8", shots: [] },
  {
    age: 275,
    label: "9-thang",
    weight: "8.60",
    length: "71.0",
    shots: [
      { vaccine: vaccines.measles, dose: 1, of: 1, lot: "SO25-306" },
      { vaccine: vaccines.injectedPolio, dose: 2, of: 2, lot: "IPV25-588" },
    ],
  },
  {
    age: 367,
    label: "12-thang",
    weight: "9.30",
    length: "74.5",
    shots: [{ vaccine: vaccines.japaneseEncephalitis, dose: 1, of: 3, lot: "NB25-0702" }],
  },
  {
    age: 381,
    label: "12-thang-mui-2",
    shots: [{ vaccine: vaccines.japaneseEncephalitis, dose: 2, of: 3, lot: "NB25-0702" }],
  },
  {
    age: 549,
    label: "18-thang",
    weight: "10.60",
    length: "81.0",
    shots: [
      { vaccine: vaccines.measlesRubella, dose: 1, of: 1, lot: "MR26-0155" },
      {
        vaccine: vaccines.diphtheriaBooster,
        dose: 4,
        of: 4,
        notGiven: "Hoãn tiêm: mẹ đề nghị tiêm hai mũi vào hai ngày khác nhau",
      },
    ],
  },
  {
    age: 566,
    label: "18-thang-dpt",
    shots: [
      {
        vaccine: vaccines.diphtheriaBooster,
        dose: 4,
        of: 4,
        lot: "DPT26-021",
        note: "Sốt nhẹ 38°C trong ngày đầu, tự hết.",
      },
    ],
  },
];

/** When the second dose against Japanese encephalitis was given; the third is due a year later. */
export const secondEncephalitisDose = (born: Day): Day => atAge(born, 381, "08:30").slice(0, 10);

/** One delivery for each day at the station: what was measured, and what was injected. */
export const stationMessages = (chart: Chart, born: Day): StoryMessage[] =>
  days.map((day) => {
    const seen = visit(chart, {
      slug: `bao-${day.label}`,
      start: atAge(born, day.age, "08:30"),
      minutes: 50,
      kind: day.shots.length > 0 ? "Tiêm chủng" : "Theo dõi tăng trưởng",
      department: "Phòng tiêm chủng",
      doctor: doctors.stationDoctor,
      reason: day.shots.length > 0 ? "Tiêm chủng theo lịch" : "Cân đo định kỳ",
    });
    return message(chart, plusMinutes(seen.end, 40 * 60), [
      seen.encounter,
      ...(day.weight ? [weight(seen, day.weight)] : []),
      ...(day.length ? [height(seen, day.length)] : []),
      ...day.shots.map((shot) => immunization(seen, { ...shot, series: SERIES })),
    ]);
  });
