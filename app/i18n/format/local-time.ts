/** A date or moment on Vietnamese clocks, as far as it is known. */
export interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
/** Asia/Ho_Chi_Minh has had no summer time since 1975; older moments are read the same way as on import. */
const SEVEN_HOURS = 7 * 3_600_000;

/** Reads an ISO date (whole or partial) or moment; `undefined` when it is neither. */
export function localTime(text: string): LocalTime | undefined {
  const [, y, m, d] = PARTIAL.exec(text) ?? [];
  if (y) return { year: Number(y), month: Number(m ?? 1), day: Number(d ?? 1), hour: 0, minute: 0 };
  const at = new Date(Date.parse(text) + SEVEN_HOURS);
  if (Number.isNaN(at.getTime())) return undefined;
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
  };
}

/** Days since 1970 of a local date: what "yesterday" and ages are counted with. */
export const dayNumber = (t: LocalTime): number => Math.floor(Date.UTC(t.year, t.month - 1, t.day) / 86_400_000);

/** 0 is Sunday. */
export const weekday = (t: LocalTime): number => (((dayNumber(t) + 4) % 7) + 7) % 7;

export const two = (n: number): string => String(n).padStart(2, "0");
export const four = (n: number): string => String(n).padStart(4, "0");

/** For `<time dateTime>`: as precise as the date is known. */
export function machineTime(text: string, precision: "year" | "month" | "day" | "time"): string {
  const t = localTime(text);
  if (!t) return text;
  const date = { year: four(t.year), month: `${four(t.year)}-${two(t.month)}` };
  if (precision === "year") return date.year;
  if (precision === "month") return date.month;
  const day = `${date.month}-${two(t.day)}`;
  return precision === "day" ? day : `${day}T${two(t.hour)}:${two(t.minute)}+07:00`;
}
