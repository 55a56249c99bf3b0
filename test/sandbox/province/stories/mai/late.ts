import { type Calendar, plusMinutes } from "../../fhir/calendar.ts";
import type { Visit } from "../../fhir/case.ts";
import type { Chart } from "../../fhir/chart.ts";
import { loinc } from "../../fhir/codes.ts";
import { imaging } from "../../fhir/imaging.ts";
import { labReport, labResult } from "../../fhir/lab.ts";
import { bloodCount, glucoseTolerance } from "../../fhir/lab-tests.ts";
import { message } from "../../fhir/message.ts";
import { appointment, carePlan, order } from "../../fhir/plan.ts";
import { completed, prescription } from "../../fhir/prescription.ts";
import type { FhirResource, StoryMessage } from "../../fhir/types.ts";
import { bellyHeight, bloodPressure, foetalHeart, weight } from "../../fhir/vital-signs.ts";
import { illnesses } from "../illnesses.ts";
import { doctors, rooms } from "../staff.ts";
import { calcium, iron } from "./early.ts";
import { antenatal, gestation } from "./pregnancy.ts";

/** The big scan at twenty-two weeks. */
export function anatomyVisit(chart: Chart, c: Calendar, known: FhirResource, before: FhirResource[]): StoryMessage[] {
  const start = c.workday(-19, "08:40");
  const seen = antenatal(chart, {
    slug: "mai-thai-3",
    start,
    reason: "Khám thai, siêu âm hình thái",
    diagnoses: [known],
  });
  return [
    message(chart, plusMinutes(seen.end, 240), [
      seen.encounter,
      weight(seen, "57.2"),
      bloodPressure(seen, 110, 68),
      bellyHeight(seen, "21.0"),
      foetalHeart(seen, "146"),
      labResult(seen, bloodCount.haemoglobin, "109", {
        range: { low: "110", high: "150" },
        note: "Hơi thấp, thường gặp ở giữa thai kỳ. Uống sắt đều.",
      }),
      ...imaging(seen, {
        key: "sieu-am-thai",
        code: loinc("11525-3", "Siêu âm hình thái thai"),
        modality: "US",
        bodySite: "Tử cung",
        images: 24,
        conclusion: `Một thai sống, ${gestation(c, start)}, ước khoảng 480 g. Hình thái các cơ quan chưa thấy bất thường. Nhau bám mặt sau, nước ối bình thường.`,
        by: doctors.sonographer,
      }),
      ...prescription(seen, [iron, calcium]),
      ...before.map((line) => completed(line, seen.end)),
    ]),
  ];
}

/** The glucose test last week: one value a little high, and what follows from it. */
export function glucoseVisit(chart: Chart, c: Calendar, known: FhirResource): StoryMessage[] {
  const start = c.workday(-5, "07:30");
  const seen = antenatal(chart, {
    slug: "mai-thai-4",
    start,
    minutes: 190,
    reason: `Nghiệm pháp dung nạp đường huyết, thai ${gestation(c, start)}`,
    diagnoses: [
      known,
      { key: "dtd-thai-ky", code: illnesses.pregnancyDiabetes, certainty: "provisional", severity: "Nhẹ" },
    ],
  });
  return [
    message(chart, plusMinutes(seen.end, 240), [
      seen.encounter,
      weight(seen, "58.1"),
      bloodPressure(seen, 112, 70),
      foetalHeart(seen, "144"),
      ...toleranceTest(seen),
      ...nextSteps(seen, c),
    ]),
  ];
}

function toleranceTest(seen: Visit): FhirResource[] {
  const results = [
    labResult(seen, glucoseTolerance.fasting, "4.90", { sampleAfter: 10 }),
    labResult(seen, glucoseTolerance.oneHour, "10.10", { sampleAfter: 75 }),
    labResult(seen, glucoseTolerance.twoHours, "7.90", { sampleAfter: 135 }),
  ];
  const report = labReport(
    seen,
    {
      key: "dung-nap",
      code: loinc(undefined, "Nghiệm pháp dung nạp đường huyết 75 g"),
      results,
      conclusion:
        "Đường huyết sau 1 giờ hơi cao (10,1; ngưỡng 10,0), hai lần còn lại bình thường. Ăn theo hướng dẫn, đi bộ sau ăn, đo đường huyết tại nhà một tuần rồi khám lại. Chưa cần dùng thuốc.",
      by: doctors.obstetrician,
    },
    { sampleAfter: 10, resultAfter: 215 },
  );
  return [...results, report];
}

function nextSteps(seen: Visit, c: Calendar): FhirResource[] {
  const start = c.workday(10, "08:00");
  const again = order(seen, {
    key: "hen-kham-lai",
    // Fulfilled: the appointment stands.
    status: "completed",
    what: "Khám thai, xem sổ đo đường huyết",
    reason: "Đường huyết hơi cao khi mang thai",
    instruction: "Mang theo sổ khám thai và sổ đo đường huyết. Không cần nhịn ăn.",
    between: { start: start.slice(0, 10), end: start.slice(0, 10) },
  });
  return [
    ...carePlan(seen, {
      key: "ke-hoach-an",
      title: "Ăn uống và theo dõi đường huyết khi mang thai",
      description: "Trong hai tuần tới; xem lại ở lần khám sau.",
      until: c.day(112),
      activities: [
        {
          what: "Chia nhỏ bữa ăn",
          how: "3 bữa chính, 2–3 bữa phụ; bớt cơm trắng, bún, nước ngọt và trái cây quá ngọt.",
        },
        { what: "Đi bộ sau ăn", how: "Đi bộ 15–20 phút sau mỗi bữa chính, nếu không đau bụng, không ra máu." },
        {
          what: "Đo đường huyết tại nhà",
          how: "Đo đường huyết lúc đói và sau ăn 1 giờ; dưới 5,3 và dưới 7,8 mmol/L là đạt.",
        },
        { what: "Đếm cử động thai", how: "Từ tuần 28, đếm cử động thai mỗi ngày một lần sau ăn tối." },
      ],
    }),
    again,
    appointment(seen, {
      key: "lich-hen",
      start,
      minutes: 20,
      service: "Khám thai",
      description: "Khám thai định kỳ, xem sổ đo đường huyết",
      instruction: "Đến Phòng 6, tầng 1. Mang theo sổ khám thai và sổ đo đường huyết.",
      place: rooms.antenatal,
      order: again,
    }),
  ];
}
