import { type Calendar, plusMinutes } from "../../fhir/calendar.ts";
import type { Visit } from "../../fhir/case.ts";
import type { Chart } from "../../fhir/chart.ts";
import { alert, problem } from "../../fhir/condition.ts";
import { message } from "../../fhir/message.ts";
import { completed } from "../../fhir/prescription.ts";
import type { FhirResource, StoryMessage } from "../../fhir/types.ts";
import { visit } from "../../fhir/visit.ts";
import { illnesses } from "../illnesses.ts";
import { doctors, rooms } from "../staff.ts";
import { corrected } from "./correction.ts";
import { type Check, earlierChecks, laterChecks } from "./endocrine-course.ts";
import { electrocardiogram, eyeGrounds, nextSteps, ultrasound } from "./endocrine-extras.ts";
import { endocrinePrescription } from "./endocrine-medicines.ts";
import { checkResults } from "./endocrine-results.ts";

interface CheckVisit {
  visit: Visit;
  lines: FhirResource[];
  resources: FhirResource[];
}

/** When the hospital was connected and sent what it had. */
const CONNECTED = -372;

/** The endocrine clinic's deliveries: the backlog, then one a visit, then a correction. */
export function endocrineMessages(chart: Chart, c: Calendar): StoryMessage[] {
  const known = problems(chart, c);
  const checks = [...earlierChecks, ...laterChecks].map((check, n) => checkVisit(chart, c, known, check, n));
  const backlog = checks.slice(0, earlierChecks.length);
  const later = checks.slice(earlierChecks.length);
  const messages = later.map((check, n) => {
    const before = n === 0 ? backlog.at(-1) : later[n - 1];
    const closed = (before?.lines ?? []).map((line) => completed(line, check.visit.end));
    return message(chart, plusMinutes(check.visit.end, 240), [...check.resources, ...check.lines, ...closed]);
  });
  const newest = later.at(-1);
  const first = firstDelivery(chart, c, known, backlog);
  return [first, ...messages, ...(newest ? [corrected(chart, newest.visit, newest.resources)] : [])];
}

/** What the hospital had when it was connected: old checks, long-lasting illnesses and a warning. */
function firstDelivery(chart: Chart, c: Calendar, known: FhirResource[], backlog: CheckVisit[]): StoryMessage {
  const flag = alert(chart, {
    key: "nguy-co-ha-duong-huyet",
    text: "Từng hạ đường huyết khi dùng Glibenclamid – cân nhắc kỹ trước khi thêm thuốc hạ đường huyết",
    since: c.workday(-505, "08:20"),
    author: doctors.endocrinologist,
  });
  const old = backlog.flatMap((check) => [...check.resources, ...check.lines]);
  return message(chart, c.at(CONNECTED, "22:00"), [...old, ...known, flag]);
}

function checkVisit(chart: Chart, c: Calendar, known: FhirResource[], check: Check, n: number): CheckVisit {
  const opened = visit(chart, {
    slug: `lan-nt-${String(n + 1).padStart(2, "0")}`,
    start: c.workday(-check.ago, check.time),
    minutes: 150,
    kind: "Khám bệnh ngoại trú",
    department: "Phòng khám Nội tiết – Đái tháo đường",
    doctor: doctors.endocrinologist,
    reason: check.reason,
    diagnoses: [
      ...known,
      ...(check.also === "eyes" ? [{ key: "vong-mac", code: illnesses.retina, severity: "Nhẹ" }] : []),
    ],
    room: rooms.endocrinology,
    disposition: "Kê đơn, hẹn khám lại",
  });
  const over = n < earlierChecks.length - 1;
  const lines = endocrinePrescription(opened, n, over);
  const resources = [opened.encounter, ...checkResults(opened, check), ...extras(opened, c, check, lines)];
  return { visit: opened, lines, resources };
}

function extras(visit: Visit, c: Calendar, { also }: Check, lines: FhirResource[]): FhirResource[] {
  if (also === "ultrasound") return ultrasound(visit);
  if (also === "ecg") return electrocardiogram(visit);
  if (also === "eyes") return eyeGrounds(visit, c);
  return also === "next-steps" ? nextSteps(visit, c, lines) : [];
}

/** Her long-lasting illnesses; how long is known only by month, or by year. */
function problems(chart: Chart, c: Calendar): FhirResource[] {
  const recorded = c.workday(-688, "08:30");
  const by = { recorded, recorder: doctors.endocrinologist };
  return [
    problem(chart, { key: "dai-thao-duong", code: illnesses.diabetes, since: c.day(-1_560).slice(0, 7), ...by }),
    problem(chart, { key: "tang-huyet-ap", code: illnesses.hypertension, since: c.day(-2_600).slice(0, 4), ...by }),
    problem(chart, { key: "mo-mau", code: illnesses.lipids, since: recorded.slice(0, 10), ...by }),
  ];
}
