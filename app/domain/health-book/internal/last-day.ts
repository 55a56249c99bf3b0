import type { Dosage, Quantity } from "#app/adapters/record-store/fhir-r4/datatypes.ts";
import type { MedicationRequest } from "#app/adapters/record-store/fhir-r4/resources/medicines.ts";
import { fhirInterval } from "#app/shared/dates.ts";
import type { MedicineView, When } from "../view.ts";
import { endOf } from "./when.ts";

const DAY = 86_400_000;
const VIETNAM = 7 * 3_600_000;

/** UCUM's codes and the words systems write in their place. */
const UNITS: ReadonlyMap<string, "h" | "d" | "wk" | "mo" | "a"> = new Map([
  ...(["h", "giờ", "hour", "hours"] as const).map((unit) => [unit, "h"] as const),
  ...(["d", "ngày", "day", "days"] as const).map((unit) => [unit, "d"] as const),
  ...(["wk", "tuần", "week", "weeks"] as const).map((unit) => [unit, "wk"] as const),
  ...(["mo", "tháng", "month", "months"] as const).map((unit) => [unit, "mo"] as const),
  ...(["a", "năm", "year", "years"] as const).map((unit) => [unit, "a"] as const),
]);

type Length = (from: Date) => Date;

/** How long, as a step on the calendar; `undefined` in a unit nobody knows. */
function lengthOf(quantity: Quantity | undefined, times = 1): Length | undefined {
  const amount = Number(quantity?.value) * times;
  const unit = UNITS.get(quantity?.code ?? "") ?? UNITS.get(quantity?.unit?.trim().toLowerCase() ?? "");
  if (!unit || !(amount > 0 && amount < 100_000)) return undefined;
  if (unit === "mo" || unit === "a") return (from) => monthsLater(from, Math.ceil(amount * (unit === "a" ? 12 : 1)));
  const unitMs = { h: DAY / 24, d: DAY, wk: 7 * DAY }[unit];
  return (from) => new Date(from.getTime() + amount * unitMs);
}

function monthsLater(from: Date, months: number): Date {
  const local = new Date(from.getTime() + VIETNAM);
  local.setUTCMonth(local.getUTCMonth() + months);
  return new Date(local.getTime() - VIETNAM);
}

/** The last moment before `end`, told as a day. */
function dayBefore(end: Date): When {
  const last = new Date(end.getTime() - 1).toISOString();
  return { from: last, to: last, precision: "day" };
}

/** The first of these that is a day; from a month or a year alone no day can be reckoned. */
const startOf = (...texts: (string | undefined)[]): Date | undefined =>
  texts.flatMap((text) => {
    const interval = text ? fhirInterval(text) : undefined;
    return interval?.precision === "day" || interval?.precision === "time" ? interval.low : [];
  })[0];

const endMs = (when: When): number => new Date(when.to ?? when.from).getTime();

/**
 * The last day of all steps; those of one `sequence` run side by side, the next begins after them. A step
 * without an end, or with one we cannot read, has the medicine go on: wrongly ended is worse than wrongly current.
 */
function lastDose(dosages: Dosage[], start: Date | undefined): When | undefined {
  const order = [...new Set(dosages.map((d) => d.sequence ?? 0))].sort((a, b) => a - b);
  const ends: When[] = [];
  let from = start;
  for (const sequence of order) {
    for (const { timing } of dosages.filter((d) => (d.sequence ?? 0) === sequence)) {
      const stops = from && lengthOf(timing?.repeat?.boundsDuration)?.(from);
      const end = endOf(timing?.repeat?.boundsPeriod) ?? (stops && dayBefore(stops));
      if (!end) return undefined;
      ends.push(end);
    }
    from = start && new Date(Math.max(...ends.map(endMs)) + 1);
  }
  return ends.reduce((a, b) => (endMs(b) > endMs(a) ? b : a));
}

const hasEnd = ({ timing }: Dosage): boolean =>
  timing?.repeat?.boundsPeriod?.end !== undefined || timing?.repeat?.boundsDuration !== undefined;

/** When a prescribed medicine is no longer taken: the day told, else what can be reckoned. */
export function lastDay(resource: MedicationRequest): Pick<MedicineView, "until" | "lasts"> {
  const dosages = resource.dosageInstruction ?? [];
  const { validityPeriod, expectedSupplyDuration, numberOfRepeatsAllowed = 0 } = resource.dispenseRequest ?? {};
  const start = startOf(resource.authoredOn, validityPeriod?.start);
  if (dosages.some(hasEnd)) return { until: lastDose(dosages, start), lasts: undefined };
  const supply = start && lengthOf(expectedSupplyDuration, numberOfRepeatsAllowed + 1)?.(start);
  if (supply) return { until: undefined, lasts: { by: "supply", until: dayBefore(supply) } };
  const collected = endOf(validityPeriod);
  return { until: undefined, lasts: collected && { by: "collection", until: collected } };
}
