import type { CasePackage } from "#app/adapters/record-store/qd3176/package.ts";

const HOUR = 3_600_000;
const UTC_PLUS_7 = 7 * HOUR;
const DAY = 24 * HOUR;

/**
 * What orders a package among those of its case: the day it was made. A check-in stands before the day
 * the visit began, so that whatever is made of the visit later comes after it.
 */
export function orderOf(pkg: CasePackage, kind: "check-in" | "visit", receivedAt: Date): Date {
  // A day to come is a slip of the pen; taken at its word, no later package would ever hold.
  if (kind === "visit") return pkg.preparedAt && pkg.preparedAt < receivedAt ? pkg.preparedAt : receivedAt;
  const came = arrival(pkg) ?? pkg.preparedAt ?? receivedAt;
  const local = came.getTime() + UTC_PLUS_7;
  return new Date(local - (local % DAY) - UTC_PLUS_7 - HOUR);
}

/** `NGAY_VAO` of the check-in, yyyyMMddHHmm in UTC+7. */
function arrival(pkg: CasePackage): Date | undefined {
  const [, y, m, d, h = "00", min = "00"] =
    /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2}))?$/.exec(pkg.tables.XML0?.[0]?.fields.NGAY_VAO ?? "") ?? [];
  const at = new Date(`${y}-${m}-${d}T${h}:${min}:00+07:00`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
