import { allergy, enteredInError } from "../../fhir/allergy.ts";
import { type Calendar, dayOf, plusMinutes } from "../../fhir/calendar.ts";
import type { Visit } from "../../fhir/case.ts";
import type { Chart } from "../../fhir/chart.ts";
import { hl7 } from "../../fhir/codes.ts";
import { procedure } from "../../fhir/imaging.ts";
import { courseOver, message } from "../../fhir/message.ts";
import { revised } from "../../fhir/resource.ts";
import type { FhirResource, StoryMessage } from "../../fhir/types.ts";
import { diagnosesOf, visit } from "../../fhir/visit.ts";
import { illnesses } from "../illnesses.ts";
import { doctors } from "../staff.ts";
import { admissionResults, dischargeResults } from "./pneumonia-results.ts";
import { dischargePaper, dischargePrescription, givenInStay } from "./pneumonia-treatment.ts";

const ADMITTED = -352;
const DAYS = 7;

/** A week in the ward a year ago: what was sent on admission, and what on discharge. */
export function pneumoniaMessages(chart: Chart, c: Calendar): StoryMessage[] {
  const stay = admission(chart, c);
  const aspirin = wrongChart(stay);
  const arrived = [stay.encounter, aspirin, ...histories(stay), ...admissionResults(stay)];
  const left = discharge(stay);
  const lines = dischargePrescription(left);
  const gone = [
    left.encounter,
    ...left.conditions,
    enteredInError(
      aspirin,
      plusMinutes(stay.start, 15 * 60),
      "Ghi nhầm hồ sơ của người bệnh khác cùng phòng. Đã hỏi lại: không dị ứng aspirin.",
    ),
    ...givenInStay(left),
    ...dischargeResults(left),
    ...lines,
    dischargePaper(left),
  ];
  return [
    message(chart, plusMinutes(stay.start, 180), arrived),
    message(chart, plusMinutes(left.end, 120), gone),
    courseOver(chart, lines),
  ];
}

const admission = (chart: Chart, c: Calendar): Visit =>
  visit(chart, {
    slug: "lan-nv-viem-phoi",
    start: c.at(ADMITTED, "20:15"),
    visitClass: "IMP",
    kind: "Điều trị nội trú",
    department: "Khoa Hô hấp",
    doctor: doctors.pulmonologist,
    reason: "Sốt cao, ho đờm vàng, khó thở 3 ngày",
    diagnoses: [{ key: "viem-phoi", code: illnesses.pneumonia, certainty: "provisional", severity: "Trung bình" }],
    open: true,
  });

/** The same stay once it is over: encounter and illness in their second versions. */
function discharge(stay: Visit): Visit {
  const end = plusMinutes(stay.start, DAYS * 24 * 60 - 10 * 60);
  const conditions = stay.conditions.map((condition) =>
    revised(condition, end, {
      clinicalStatus: hl7("condition-clinical", "resolved"),
      verificationStatus: hl7("condition-ver-status", "confirmed"),
      abatementDateTime: dayOf(end),
    }),
  );
  const encounter = revised(stay.encounter, end, {
    status: "finished",
    diagnosis: diagnosesOf(conditions),
    period: { start: stay.start, end },
    hospitalization: { dischargeDisposition: { text: "Ra viện: đỡ, cho về nhà, uống thuốc tiếp 5 ngày" } },
  });
  return { ...stay, encounter, conditions, end };
}

/** What she told on admission: the allergies, and an operation long ago. */
function histories(stay: Visit): FhirResource[] {
  return [
    allergy(stay, {
      key: "di-ung-sulfa",
      to: "Sulfamethoxazol (thuốc nhóm sulfa, có trong Co-trimoxazol/Biseptol)",
      category: "medication",
      criticality: "high",
      reaction: "Nổi mề đay toàn thân, sưng môi sau uống thuốc khoảng 2 giờ",
      severity: "severe",
      since: String(Number(stay.start.slice(0, 4)) - 9),
      note: "Phải vào trạm y tế tiêm thuốc. Không dùng lại các thuốc nhóm sulfa.",
    }),
    allergy(stay, {
      key: "di-ung-tom",
      to: "Tôm",
      category: "food",
      criticality: "low",
      certainty: "unconfirmed",
      reaction: "Ngứa, nổi mẩn quanh miệng",
      severity: "mild",
      note: "Người bệnh kể; chưa làm xét nghiệm dị ứng.",
    }),
    procedure(stay, { key: "mo-ruot-thua", name: "Mổ cắt ruột thừa", on: "1995", note: "Theo lời kể." }),
  ];
}

/** Written into the wrong chart that evening, withdrawn the next morning. */
const wrongChart = (stay: Visit): FhirResource =>
  allergy(stay, {
    key: "di-ung-aspirin",
    to: "Aspirin",
    category: "medication",
    criticality: "high",
    reaction: "Lên cơn khó thở, thở rít",
    severity: "severe",
  });
