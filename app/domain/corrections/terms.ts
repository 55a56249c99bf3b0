import { localDay } from "#app/shared/dates.ts";
import { afterDays, afterWorkingDays } from "#app/shared/working-days.ts";

/** How long each step may take, from a day on. */
export interface Terms {
  /** 'YYYY-MM-DD'; a report is held to the terms of the day it was sent. */
  validFrom: string;
  source: string;
  acknowledgeWorkingDays: number;
  decideDays: number;
  /** Where the one who answers must ask somebody else: the health department, who asks the facility. */
  decideDaysWithThirdParty: number;
  /** After a missed deadline the facility may still answer this long; then the health department takes over. Our own term. */
  graceWorkingDays: number;
}

/** Newest first. A change of the law, or of the department's practice, is a line of its own; nothing is rewritten. */
export const terms: readonly Terms[] = [
  {
    validFrom: "2026-01-01",
    source: "Luật 91/2025/QH15 và Nghị định 356/2025/NĐ-CP (yêu cầu xem, chỉnh sửa dữ liệu của chủ thể dữ liệu)",
    acknowledgeWorkingDays: 2,
    decideDays: 10,
    decideDaysWithThirdParty: 15,
    graceWorkingDays: 2,
  },
];

/** The terms in force on the day of a moment; before the first, the first. */
export function termsOn(at: Date): Terms {
  const day = localDay(at);
  const found = terms.find((one) => one.validFrom <= day) ?? terms.at(-1);
  if (!found) throw new Error("There are no terms for corrections.");
  return found;
}

const daysFor = (on: Date, thirdParty: boolean): number =>
  thirdParty ? termsOn(on).decideDaysWithThirdParty : termsOn(on).decideDays;

/** Until when a report must be acknowledged, and decided. */
export const deadlines = (sentAt: Date, thirdParty: boolean): { acknowledgeBy: Date; decideBy: Date } => ({
  acknowledgeBy: afterWorkingDays(sentAt, termsOn(sentAt).acknowledgeWorkingDays),
  decideBy: afterDays(sentAt, daysFor(sentAt, thirdParty)),
});

/** The one extension: the same term again, from the deadline on. */
export const extended = (sentAt: Date, decideBy: Date, thirdParty: boolean): Date =>
  afterDays(decideBy, daysFor(sentAt, thirdParty));

/** From when on a report that was not answered in time is the health department's. */
export const escalatesAt = (sentAt: Date, decideBy: Date): Date =>
  afterWorkingDays(decideBy, termsOn(sentAt).graceWorkingDays);
