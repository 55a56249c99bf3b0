const HOURS_AHEAD = 7 * 3_600_000;

/** A time as VNPay writes it: yyyyMMddHHmmss in Vietnam. */
export function stampOf(at: Date): string {
  return new Date(at.getTime() + HOURS_AHEAD).toISOString().replace(/\D/g, "").slice(0, 14);
}

/** The time a stamp means; nothing when there is no such day or hour. */
export function timeOf(stamp: string): Date | undefined {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp) ?? [];
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}+07:00`);
  // 30 February would become a day in March.
  return !Number.isNaN(at.getTime()) && stampOf(at) === stamp ? at : undefined;
}
