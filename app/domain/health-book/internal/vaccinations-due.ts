import type { ImmunizationRecommendation } from "#app/adapters/record-store/fhir-r4/resources/vaccinations.ts";
import { isOpenStep } from "../rules.ts";
import type { VaccinationDue, When } from "../view.ts";
import { conceptCode, conceptText, conceptTexts } from "./concept.ts";
import { whenFrom } from "./when.ts";

type Recommendation = NonNullable<ImmunizationRecommendation["recommendation"]>[number];

/** http://terminology.hl7.org/CodeSystem/immunization-recommendation-status */
const FORECASTS = new Set(["due", "overdue", "immune", "contraind", "complete"]);

/** LOINC codes of what a date is, the one to go by first. */
const DATES: ReadonlyMap<string, string | undefined> = new Map([
  ["30980-7", undefined],
  ["30981-5", "earliest"],
  ["59777-3", "latest"],
  ["59778-1", "overdue"],
]);

/** Every vaccination of a recommendation: what is still ahead first, each in the order of the days. */
export function vaccinationsDue(
  { recommendation }: ImmunizationRecommendation,
  recommended: When | undefined,
  withdrawn: boolean,
  now: Date,
): VaccinationDue[] {
  const all = (recommendation ?? []).map((one) => {
    const due = { ...dueOf(one, recommended), status: statusOf(one) };
    return { ...due, open: isOpenStep({ ...due, form: "vaccination-due", withdrawn }, now) };
  });
  return all.sort((a, b) => Number(b.open) - Number(a.open) || dayOf(a) - dayOf(b));
}

/** What has no day comes last. */
const dayOf = ({ when }: VaccinationDue): number => (when ? Date.parse(when.from) : Number.MAX_SAFE_INTEGER);

function dueOf(one: Recommendation, recommended: When | undefined): Omit<VaccinationDue, "open" | "status"> {
  const vaccines = conceptTexts(one.vaccineCode).join(", ");
  const inWords = statusOf(one) === undefined ? conceptText(one.forecastStatus) : undefined;
  return {
    title: vaccines || conceptText(one.targetDisease),
    ...(dateOf(one) ?? { when: recommended, dateIs: recommended && "recommended" }),
    details: [inWords, one.description].flatMap((t) => t?.trim() || []),
  };
}

function statusOf({ forecastStatus }: Recommendation): string | undefined {
  const code = conceptCode(forecastStatus);
  return code !== undefined && FORECASTS.has(code) ? code : undefined;
}

/** The day it is due; where only another day is told, which one it is. */
function dateOf({ dateCriterion = [] }: Recommendation): Pick<VaccinationDue, "when" | "dateIs"> | undefined {
  const told = dateCriterion.flatMap(({ code, value }) => {
    const when = whenFrom(value);
    return when
      ? [{ when, loinc: code?.coding?.find((c) => DATES.has(c.code ?? ""))?.code, words: conceptText(code) }]
      : [];
  });
  const byCode = (wanted: string) => told.find(({ loinc }) => loinc === wanted);
  const chosen = byCode("30980-7") ?? byCode("30981-5") ?? told[0];
  return chosen && { when: chosen.when, dateIs: chosen.loinc ? DATES.get(chosen.loinc) : chosen.words };
}
