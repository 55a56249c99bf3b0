import type { SummaryPart } from "../../summary-view.ts";
import type { ConditionView, ItemView, ResultView } from "../../view.ts";

/** An entry of the record as the summary's rules look at it. */
export interface Candidate {
  type: string;
  item: ItemView;
  /** Codes of what it is about, without their systems, and of its categories. */
  codes: readonly string[];
  categories: readonly string[];
}

/** LOINC codes of pregnancy status, expected delivery and outcomes (IPS value sets). */
const PREGNANCY = new Set(
  "82810-3 11778-8 11779-6 11780-4 11636-8 11637-6 11638-4 11639-2 11640-0 11612-9 11613-7 11614-5 33065-4".split(" "),
);

/** LOINC codes of tobacco and alcohol use, which senders file under several categories (IPS social history). */
const HABITS = new Set(["72166-2", "74013-4", "11331-6"]);

const OVER = new Set(["inactive", "resolved", "remission"]);
const NEVER = new Set(["refuted", "entered-in-error"]);

/** Which section of the summary an entry belongs to; none for what is over, void or no matter of a summary. */
export function partOf(one: Candidate): SummaryPart | undefined {
  const { item } = one;
  switch (item.kind) {
    case "condition":
      return partOfCondition(item);
    case "allergy":
      return NEVER.has(item.certainty ?? "") ? undefined : "allergies";
    case "medicine":
      return item.current ? "medications" : undefined;
    case "vaccination":
      return "immunizations";
    case "procedure":
      return item.form === "device" ? "devices" : item.status === "not-done" ? undefined : "procedures";
    case "result":
      return partOfResult(one, item);
    case "next-step":
      return item.open && (item.form === "plan" || item.form === "vaccination-due") ? "plan-of-care" : undefined;
    case "visit":
    case "document":
      return undefined;
  }
}

/** A code told of a visit is no problem of today that anybody stated: it stands among what has been. */
function partOfCondition(item: ConditionView): SummaryPart | undefined {
  if (item.alert) return item.clinical === "active" ? "alerts" : undefined;
  if (NEVER.has(item.certainty ?? "")) return undefined;
  return item.atVisit || OVER.has(item.clinical ?? "") ? "past-problems" : "problems";
}

function partOfResult({ type, codes, categories }: Candidate, item: ResultView): SummaryPart | undefined {
  if (type === "ImagingStudy" || item.status === "cancelled") return undefined;
  if (codes.some((code) => PREGNANCY.has(code))) return "pregnancy";
  if (categories.includes("social-history") || codes.some((code) => HABITS.has(code))) return "social-history";
  if (item.form === "told" || item.form === "family") return undefined;
  return categories.includes("vital-signs") ? "vital-signs" : "results";
}

/** Of these the newest of each kind is enough: an old value of the same test is no part of a summary. */
export const NEWEST_ONLY: ReadonlySet<SummaryPart> = new Set([
  "results",
  "vital-signs",
  "social-history",
  "procedures",
  "past-problems",
]);
