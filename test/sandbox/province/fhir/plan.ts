import { plusMinutes } from "./calendar.ts";
import { ofVisit, type Visit } from "./case.ts";
import { nameOf } from "./chart.ts";
import { hl7, words } from "./codes.ts";
import { ref } from "./reference.ts";
import type { Day, FhirResource, Moment } from "./types.ts";

interface Booking {
  key: string;
  start: Moment;
  minutes: number;
  service: string;
  description: string;
  instruction: string;
  place?: FhirResource;
  /** The follow-up order it stems from; it keeps the appointment in the visit's case. */
  order: FhirResource;
}

/** The next appointment, as the hospital's own list has it. */
export const appointment = (visit: Visit, b: Booking): FhirResource =>
  ofVisit(visit, "Appointment", b.key, {
    status: "booked",
    serviceType: [words(b.service)],
    description: b.description,
    start: b.start,
    end: plusMinutes(b.start, b.minutes),
    created: visit.end,
    patientInstruction: b.instruction,
    basedOn: [ref(b.order)],
    participant: [
      { actor: ref(visit.chart.patient), status: "accepted" },
      { actor: ref(visit.doctor, nameOf(visit.doctor)), status: "accepted" },
      ...(b.place ? [{ actor: ref(b.place, String(b.place.name)), status: "accepted" }] : []),
    ],
  });

interface Order {
  key: string;
  what: string;
  reason: string;
  instruction: string;
  category?: string;
  between?: { start: Day; end: Day };
  status?: "active" | "completed";
  note?: string;
}

/** A referral, or an order to come back. */
export const order = (visit: Visit, o: Order): FhirResource =>
  ofVisit(visit, "ServiceRequest", o.key, {
    status: o.status ?? "active",
    intent: "order",
    category: [words(o.category ?? "Hẹn khám lại")],
    code: words(o.what),
    subject: ref(visit.chart.patient),
    encounter: ref(visit.encounter),
    occurrencePeriod: o.between,
    authoredOn: visit.end,
    requester: ref(visit.doctor, nameOf(visit.doctor)),
    reasonCode: [words(o.reason)],
    patientInstruction: o.instruction,
    note: o.note && [{ text: o.note }],
  });

interface Goal {
  key: string;
  description: string;
  progress?: keyof typeof PROGRESS;
}

const PROGRESS = { "in-progress": "Đang thực hiện", achieved: "Đã đạt", "not-achieved": "Chưa đạt" } as const;

interface Plan {
  key: string;
  title: string;
  description: string;
  until: Day;
  activities: { what: string; how: string }[];
  goals?: Goal[];
}

/** What the person and the doctor agreed to do, with its aims. */
export function carePlan(visit: Visit, p: Plan): FhirResource[] {
  const goals = (p.goals ?? []).map((g) => goal(visit, g));
  const plan = ofVisit(visit, "CarePlan", p.key, {
    status: "active",
    intent: "plan",
    title: p.title,
    description: p.description,
    subject: ref(visit.chart.patient),
    encounter: ref(visit.encounter),
    period: { start: visit.start.slice(0, 10), end: p.until },
    created: visit.end,
    author: ref(visit.doctor, nameOf(visit.doctor)),
    addresses: visit.conditions.length > 0 ? visit.conditions.map((c) => ref(c)) : undefined,
    goal: goals.length > 0 ? goals.map((g) => ref(g)) : undefined,
    activity: p.activities.map((a) => ({
      detail: { code: words(a.what), status: "in-progress", description: a.how },
    })),
  });
  return [...goals, plan];
}

const goal = (visit: Visit, g: Goal): FhirResource =>
  ofVisit(visit, "Goal", g.key, {
    lifecycleStatus: "active",
    achievementStatus: g.progress && { ...hl7("goal-achievement", g.progress), text: PROGRESS[g.progress] },
    description: words(g.description),
    subject: ref(visit.chart.patient),
    startDate: visit.start.slice(0, 10),
    // Goals have no encounter in R4; the plan that names them does.
    expressedBy: ref(visit.doctor, nameOf(visit.doctor)),
  });
