import type { DoseView } from "#app/domain/health-book/view.ts";
import type { I18n } from "#app/i18n/t.tsx";

function often(frequency: NonNullable<DoseView["frequency"]>, { t, f, locale }: I18n): string {
  const { count, every, unit } = frequency;
  // A bare number is passed as one so that English finds its singular.
  const n = /^\d+$/.test(count) ? Number(count) : f.decimal(count);
  if (every === "1") return t(`dose.every.${unit}`, { n });
  return t(`dose.everyFew.${unit}`, { n, every: locale === "vi" ? f.decimal(every) : every });
}

const first = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A dose in words, part by part; without the sender's own text. */
export function doseWords(dose: DoseView, i18n: I18n): string | undefined {
  const { t, f } = i18n;
  const { amount } = dose;
  const parts = [
    dose.frequency && often(dose.frequency, i18n),
    amount && t("dose.each", { amount: [f.decimal(amount.value), amount.unit].filter(Boolean).join(" ") }),
    ...dose.moments.map((code) => t.maybe("dose.moment", code)),
    dose.timesOfDay.length > 0 && t("dose.at", { times: dose.timesOfDay.map(hourAndMinute).join(", ") }),
    dose.asNeededFor ? t("dose.asNeededFor", { reason: dose.asNeededFor }) : dose.asNeeded && t("dose.asNeeded"),
    dose.route && t("dose.route", { route: dose.route }),
  ].filter((part) => typeof part === "string");
  return parts.length === 0 ? undefined : first(parts.join(", "));
}

/** FHIR times carry seconds nobody says: "08:00:00" → "08:00". */
const hourAndMinute = (time: string): string => time.replace(/^(\d{2}:\d{2}):.*$/, "$1");
