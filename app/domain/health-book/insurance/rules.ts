import { normaliseIdentifier } from "#app/shared/identifiers.ts";

/** What an answer means for the person, by its result code (guide to the gateway of Decision 3176). */
export type Verdict =
  | "valid"
  | "old-valid"
  | "force"
  | "replaced"
  | "expired"
  | "number"
  | "name"
  | "birth"
  | "withdrawn"
  | "reduced"
  | "child"
  | "unknown-code";

const VERDICTS: Readonly<Record<string, Verdict>> = {
  "000": "valid",
  "001": "force",
  "002": "force",
  "003": "replaced",
  "004": "old-valid",
  "010": "expired",
  "050": "number",
  "051": "number",
  "052": "number",
  "053": "number",
  "054": "number",
  "055": "number",
  "060": "name",
  "061": "name",
  "070": "birth",
  "110": "withdrawn",
  "120": "reduced",
  "121": "reduced",
  "122": "reduced",
  "123": "reduced",
  "124": "reduced",
  "130": "child",
};

export const verdictOf = (code: string): Verdict => VERDICTS[code] ?? "unknown-code";

/** The verdict on a day: what was valid when it was told has ended once its last day is over. */
export function verdictOn(day: string, answer: { code: string; validTo?: string | undefined }): Verdict {
  const verdict = verdictOf(answer.code);
  const holds = verdict === "valid" || verdict === "old-valid";
  return holds && answer.validTo !== undefined && answer.validTo < day ? "expired" : verdict;
}

const OLD_CARD = /^[A-Z]{2}[1-5]\d{12}$/;

/** The ten digits that name the person; an old card has five characters before them ("mã số BHXH"). */
export const socialNumberOf = (number: string): string => {
  const compact = normaliseIdentifier(number);
  return OLD_CARD.test(compact) ? compact.slice(-10) : compact;
};

/** As the card prints it: category, benefit, province, number in four boxes (Decision 1351/QĐ-BHXH 2015); new cards have ten digits alone. */
export function groupsOf(number: string): string[] {
  const compact = normaliseIdentifier(number);
  if (OLD_CARD.test(compact)) return [compact.slice(0, 2), compact.slice(2, 3), compact.slice(3, 5), compact.slice(5)];
  return [compact];
}

/** The benefit of an old card, by its third character (Decision 1351/QĐ-BHXH 2015, article 3). */
export type Benefit = 1 | 2 | 3 | 4 | 5;

export function benefitOf(number: string | undefined): Benefit | undefined {
  const compact = normaliseIdentifier(number ?? "");
  return OLD_CARD.test(compact) ? (Number(compact[2]) as Benefit) : undefined;
}

/** Seconds in which the same card is not asked about again: a double click, and sparing the insurer. */
export const ASK_AGAIN_SECONDS = 60;
