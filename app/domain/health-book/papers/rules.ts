import { localDay } from "#app/shared/dates.ts";
import { foldText } from "#app/shared/names.ts";
import { afterWorkingDays } from "#app/shared/working-days.ts";
import type { PaperKind, PaperValidity, RuleSource } from "./view.ts";

/** How long a referral is good, as dated data. The list of diseases of the longer term is not held here. */
interface ReferralTerm {
  from: string;
  workingDays: number;
  /** For diseases of the circular's list. */
  listedYears: number;
  source: RuleSource;
}

const referralTerms: readonly ReferralTerm[] = [
  { from: "2025-01-01", workingDays: 10, listedYears: 1, source: "circular-01-2025" },
];

/** A slip whose day has passed is shown this long, with what to do about it. */
const PASSED_DAYS = 30;
/** One that tells no day, after it was made. */
const UNDATED_DAYS = 90;

const REFERRAL_NAMES = /^(?:giay|phieu) chuyen (?:tuyen|vien|co so|nguoi benh|kham)/;
const REEXAM_NAMES = /^(?:giay|phieu) hen (?:kham lai|tai kham)/;
/** LOINC's document of a referral. */
const REFERRAL_LOINC = "57133-1";

export interface NamedPaper {
  title: string | undefined;
  codes: readonly string[];
}

/** Is it one of the two papers that a counter asks for? By the table it came in, by LOINC, or by its own name. */
export function paperKind({ title, codes }: NamedPaper): PaperKind | undefined {
  if (codes.includes("XML13") || codes.includes(REFERRAL_LOINC)) return "referral";
  if (codes.includes("XML14")) return "re-examination";
  const name = foldText(title ?? "");
  if (REFERRAL_NAMES.test(name)) return "referral";
  return REEXAM_NAMES.test(name) ? "re-examination" : undefined;
}

const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Is a referral still good on this day? `undefined` when it surely is not, or nobody can tell from when. */
export function referralOn(today: string, issued: string | undefined): PaperValidity | undefined {
  const term = referralTerms.findLast(({ from }) => issued !== undefined && from <= issued);
  if (!issued || !term) return undefined;
  const until = localDay(afterWorkingDays(new Date(`${issued}T00:00:00+07:00`), term.workingDays));
  const longest = `${Number(issued.slice(0, 4)) + term.listedYears}${issued.slice(4)}`;
  if (today <= until) return { is: "good", until, source: term.source };
  return today <= longest ? { is: "if-listed", until: longest, source: term.source } : undefined;
}

/** A re-examination slip is used once, on its day (Circular 01/2025/TT-BYT, article 11). */
export function reexaminationOn(
  today: string,
  day: string | undefined,
  issued: string | undefined,
): PaperValidity | undefined {
  const source = "circular-01-2025-article-11";
  if (day === undefined) return issued && today <= later(issued, UNDATED_DAYS) ? { is: "no-day", source } : undefined;
  if (day === today) return { is: "today", until: day, source };
  if (day > today) return { is: "ahead", until: day, source };
  return today <= later(day, PASSED_DAYS) ? { is: "passed", until: day, source } : undefined;
}
