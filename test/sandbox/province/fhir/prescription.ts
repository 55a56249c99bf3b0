import type { SandboxFacility } from "../facilities.ts";
import { dayOf, plusDays, plusMinutes } from "./calendar.ts";
import { ofVisit, type Visit } from "./case.ts";
import { nameOf } from "./chart.ts";
import { sid, words } from "./codes.ts";
import { decimal } from "./decimal.ts";
import { type Dose, dosage } from "./dosage.ts";
import { ref, uuidOf } from "./reference.ts";
import { revised } from "./resource.ts";
import type { Concept, Day, FhirResource, Moment } from "./types.ts";

/** First pick-up within five days of the prescribing day (Circular 26/2025). */
const PICK_UP_DAYS = 5;

export interface Line {
  key: string;
  medicine: Concept;
  dose: Dose;
  days: number;
  /** How many to hand over, in the unit they are counted in. */
  quantity: string;
  quantityUnit?: string;
  reason: string;
  status?: "active" | "completed" | "stopped";
  stoppedBecause?: string;
  note?: string;
}

/** The lines of one prescription: one code for all of them, as printed on the paper. */
export const prescription = (visit: Visit, lines: Line[]): FhirResource[] => lines.map((l) => line(visit, l));

function line(visit: Visit, l: Line): FhirResource {
  const from = dayOf(visit.end);
  const unit = l.quantityUnit ?? l.dose.unit;
  return ofVisit(visit, "MedicationRequest", l.key, {
    status: l.status ?? "active",
    statusReason: l.stoppedBecause && words(l.stoppedBecause),
    intent: "order",
    medicationCodeableConcept: l.medicine,
    subject: ref(visit.chart.patient),
    encounter: ref(visit.encounter),
    authoredOn: visit.end,
    requester: ref(visit.doctor, nameOf(visit.doctor)),
    reasonCode: [words(l.reason)],
    groupIdentifier: {
      system: sid("prescription-code"),
      value: prescriptionCode(visit.chart.facility, visit.encounter.id),
    },
    note: l.note && [{ text: l.note }],
    dosageInstruction: [dosage(l.dose, from, plusDays(from, l.days - 1))],
    dispenseRequest: {
      validityPeriod: { start: from, end: plusDays(from, PICK_UP_DAYS) },
      numberOfRepeatsAllowed: 0,
      quantity: { value: decimal(l.quantity), unit },
      expectedSupplyDuration: { value: l.days, unit: "ngày", system: "http://unitsofmeasure.org", code: "d" },
    },
  });
}

/** `99001k3f9a2b-c`: facility, seven signs, type c (ordinary) – national form, Decision 808. */
function prescriptionCode(facility: SandboxFacility, visitId: string): string {
  const hex = uuidOf(`prescription/${visitId}`).replaceAll("-", "");
  const signs = BigInt(`0x${hex}`).toString(36).slice(-7);
  return `${facility.code5}${signs}-c`;
}

/** A line whose days are over, as the hospital closes it at the next visit. */
export const completed = (before: FhirResource, at: Moment): FhirResource =>
  revised(before, at, { status: "completed" });

/** The last day a line is to be taken. */
export function lastDay(request: FhirResource): Day {
  const [dosage] = request.dosageInstruction as { timing: { repeat: { boundsPeriod: { end: Day } } } }[];
  if (!dosage) throw new Error("A prescription line says how it is taken.");
  return dosage.timing.repeat.boundsPeriod.end;
}

/** What the facility's own pharmacy handed over for a line. */
export const dispensed = (visit: Visit, request: FhirResource): FhirResource => {
  const { quantity } = request.dispenseRequest as { quantity: unknown };
  return ofVisit(
    visit,
    "MedicationDispense",
    `${request.id.slice(visit.encounter.id.length + 1)}-cap`,
    {
      status: "completed",
      medicationCodeableConcept: request.medicationCodeableConcept,
      subject: ref(visit.chart.patient),
      context: ref(visit.encounter),
      performer: [{ actor: ref(visit.chart.organization, visit.chart.facility.name) }],
      authorizingPrescription: [ref(request)],
      quantity,
      whenHandedOver: plusMinutes(visit.end, 25),
      dosageInstruction: request.dosageInstruction,
    },
    plusMinutes(visit.end, 25),
  );
};

interface Given {
  key: string;
  medicine: Concept;
  from: Moment;
  to: Moment;
  how: string;
  amount: [digits: string, unit: string];
  route: string;
  reason: string;
}

/** Medicine given by staff during a stay; nothing to buy or take home. */
export const given = (visit: Visit, g: Given): FhirResource =>
  ofVisit(visit, "MedicationAdministration", g.key, {
    status: "completed",
    medicationCodeableConcept: g.medicine,
    subject: ref(visit.chart.patient),
    context: ref(visit.encounter),
    effectivePeriod: { start: g.from, end: g.to },
    performer: [{ actor: ref(visit.doctor, nameOf(visit.doctor)) }],
    reasonCode: [words(g.reason)],
    dosage: { text: g.how, route: words(g.route), dose: { value: decimal(g.amount[0]), unit: g.amount[1] } },
  });
