import type { CorrectionView } from "#app/domain/corrections/view.ts";
import type { I18n } from "#app/i18n/t.tsx";
import type { Tone } from "../primitives/tag.tsx";

/** How pressing a report is; settled ones are quiet. */
export function toneOf({ state, daysLeft }: Pick<CorrectionView, "state" | "daysLeft">): Tone {
  if (daysLeft === undefined) return "quiet";
  if (state === "overdue" || daysLeft < 0) return "urgent";
  return daysLeft <= 2 ? "needs" : "info";
}

/** "Còn 6 ngày · hạn 02/12/2026"; nothing once it is settled. */
export function clockWords({ daysLeft, decideBy }: CorrectionView, { t, f }: I18n): string | undefined {
  if (daysLeft === undefined) return undefined;
  const left =
    daysLeft > 0
      ? t("correction.left", { n: daysLeft })
      : daysLeft === 0
        ? t("correction.leftToday")
        : t("correction.late", { n: -daysLeft });
  return `${left} – ${t("correction.deadline", { date: f.date(decideBy) })}`;
}

/** A sentence's first letter is large. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const correctionHref = (reference: string): string => `/book/corrections/${reference}`;
