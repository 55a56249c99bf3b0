import { fhirInterval } from "#app/shared/dates.ts";

/** A time of the standard as FHIR writes it; `at` is its first instant. */
export interface SourceTime {
  fhir: string;
  precision: "day" | "time";
  at: Date;
}

const DIGITS = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;

/**
 * `yyyyMMddHHmm` (or with seconds) → "2026-11-21T14:30:00+07:00", `yyyyMMdd` → "2026-11-21"; times are Vietnamese
 * (UTC+7). `undefined` when it is no real time: 30 February, 24:00, another length.
 */
export function dateTimeOf(text: string): SourceTime | undefined {
  const [, y, m, d, hh, mm, ss] = DIGITS.exec(text.replace(/\s+/g, "")) ?? [];
  const day = `${y}-${m}-${d}`;
  const fhir = hh ? `${day}T${hh}:${mm}:${ss ?? "00"}+07:00` : day;
  const interval = y && ss !== "60" ? fhirInterval(fhir) : undefined;
  return interval && { fhir, precision: hh ? "time" : "day", at: interval.low };
}

/** The day of `yyyyMMdd` or `yyyyMMddHHmm`, as "2026-11-21"; `undefined` when it is no real one. */
export const dateOf = (text: string): string | undefined => dateTimeOf(text)?.fhir.slice(0, 10);

const BIRTH = /^(\d{4})(\d{2})?(\d{2})?(?:\d{4}(?:\d{2})?)?$/;

/** `NGAY_SINH`: zeros are unknown parts. "197000000000" → "1970", "197005000000" → "1970-05"; the hour is left out. */
export function birthDateOf(text: string): string | undefined {
  const [, y, m, d] = BIRTH.exec(text) ?? [];
  if (!y) return undefined;
  const known = [y, ...(m && m !== "00" ? [m, ...(d && d !== "00" ? [d] : [])] : [])];
  const monthless = m === "00" && d !== undefined && d !== "00";
  const hour = text.slice(8, 12);
  const untimely = hour.length === 4 && (Number(hour.slice(0, 2)) > 23 || Number(hour.slice(2)) > 59);
  const date = known.join("-");
  return !monthless && !untimely && fhirInterval(date) ? date : undefined;
}

/** The values of a `;` list, without empty ones. */
export const listOf = (text: string | undefined): string[] => alignedListOf(text).filter((item) => item !== "");

const SEVERAL_CODES = /^[a-z]\d\d[\d.]*(?:\s+[a-z]\d\d[\d.]*)+$/i;

/**
 * ICD-10 codes of a field, however they are joined and written: "i10; E11,9;" → I10, E11.9; "I10, B20" and
 * "I10 B20" → two. What is no code stays one value.
 */
export const icdCodesOf = (text: string | undefined): string[] => [
  ...new Set(
    (text ?? "")
      .split(/[;|\n]|,(?=\s*[A-Za-z])/)
      .flatMap((item) => (SEVERAL_CODES.test(item.trim()) ? item.trim().split(/\s+/) : [item.trim()]))
      .map((item) => item.replace(/\s+/g, "").replace(",", ".").replace(/\.+$/, "").toUpperCase())
      .filter((item) => item !== ""),
  ),
];

/** The values of a `;` list with empty ones kept, for lists whose places belong together (card, facility, validity). */
export function alignedListOf(text: string | undefined): string[] {
  if (!text?.trim()) return [];
  return text.split(";").map((item) => item.trim());
}

const DECIMAL = /^(-?)0*(\d*)(?:[.,](\d*))?$/;
/** "1,500" may be fifteen hundred or one and a half: nobody can tell. */
const THOUSANDS = /^-?[1-9]\d{0,2},\d{3}$/;
const LONGEST_NUMBER = 40;

/**
 * A number exactly as sent, for FHIR's decimal: "1.50" stays "1.50". Only what JSON forbids is mended ("007" → "7",
 * ".5" → "0.5") and a decimal comma that can be nothing else ("5,6" → "5.6"). `undefined` when it is no number.
 */
export function decimalOf(text: string | undefined): string | undefined {
  const plain = text?.trim() ?? "";
  if (plain.length > LONGEST_NUMBER || THOUSANDS.test(plain)) return undefined;
  const [, sign, whole, part] = DECIMAL.exec(plain) ?? [];
  if (sign === undefined || !/\d/.test(plain)) return undefined;
  return `${sign}${whole || "0"}${part ? `.${part}` : ""}`;
}
