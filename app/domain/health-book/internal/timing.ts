import type { Timing } from "#app/adapters/record-store/fhir-r4/datatypes.ts";
import type { DoseView } from "../view.ts";
import { conceptCode, conceptText } from "./concept.ts";

type Frequency = NonNullable<DoseView["frequency"]>;
type Unit = Frequency["unit"];

const UNITS = new Set<string>(["s", "min", "h", "d", "wk", "mo", "a"]);
export const unitOfTime = (unit: string | undefined): Unit | undefined =>
  unit !== undefined && UNITS.has(unit) ? (unit as Unit) : undefined;

type Coded = Pick<DoseView, "frequency" | "moments">;
const times = (count: string, unit: Unit = "d", every = "1"): Coded => ({
  frequency: { count, every, unit },
  moments: [],
});
const at = (moment: string): Coded => ({ frequency: undefined, moments: [moment] });

/** Abbreviations of prescriptions: http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation, and their common relatives. */
const ABBREVIATIONS: ReadonlyMap<string, Coded> = new Map<string, Coded>([
  ["QD", times("1")],
  ["BID", times("2")],
  ["TID", times("3")],
  ["QID", times("4")],
  ["QOD", times("1", "d", "2")],
  ["WK", times("1", "wk")],
  ["MO", times("1", "mo")],
  ...["1", "2", "3", "4", "6", "8", "12"].map((hours) => [`Q${hours}H`, times("1", "h", hours)] as const),
  ["AM", at("MORN")],
  ["PM", at("AFT")],
  ["BED", at("HS")],
]);

const abbreviated = ({ code }: Timing) =>
  ABBREVIATIONS.get((conceptCode(code) ?? conceptText(code) ?? "").toUpperCase());

/** When to take it in the sender's own words; an abbreviation we can say in words is none. */
export const wordsOfTiming = (timing: Timing | undefined): string | undefined =>
  timing && (abbreviated(timing) && !/\s/.test(conceptText(timing.code) ?? "") ? undefined : conceptText(timing.code));

/** How often and when, by the parts of a Timing, else by its code. */
export function scheduleOf(
  timing: Timing | undefined,
): Pick<DoseView, "frequency" | "moments" | "timesOfDay" | "weekdays" | "offset" | "count"> {
  const repeat = timing?.repeat;
  const own = timing && frequencyOf(timing);
  const coded = own || !timing ? undefined : abbreviated(timing);
  return {
    frequency: own ?? coded?.frequency,
    moments: repeat?.when ?? coded?.moments ?? [],
    timesOfDay: repeat?.timeOfDay ?? [],
    weekdays: repeat?.dayOfWeek,
    offset: repeat?.offset,
    count: repeat?.count === undefined ? undefined : span(repeat.count, repeat.countMax),
  };
}

function frequencyOf({ repeat }: Timing): Frequency | undefined {
  const unit = unitOfTime(repeat?.periodUnit);
  if (!repeat || !unit || repeat.period === undefined) return undefined;
  return {
    count: span(repeat.frequency ?? 1, repeat.frequencyMax),
    every: span(repeat.period, repeat.periodMax),
    unit,
  };
}

const span = (from: unknown, to: unknown): string => (to === undefined ? String(from) : `${from}–${to}`);
