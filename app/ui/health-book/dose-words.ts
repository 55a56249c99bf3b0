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
  const { amount, weekdays = [] } = dose;
  const weekly = weekdays.length > 0 && dose.frequency?.unit === "wk" && dose.frequency.every === "1";
  const days = weekdays.flatMap((day) => t.maybe("dose.weekday", day) ?? []).join(", ");
  const parts = [
    dose.frequency && !weekly && often(dose.frequency, i18n),
    dose.schedule,
    days && t(weekly ? "dose.weekly" : "dose.onDays", { days }),
    amount && t("dose.each", { amount: amountWords(amount, i18n) }),
    ...momentsOf(dose, i18n),
    dose.timesOfDay.length > 0 && t("dose.at", { times: dose.timesOfDay.map(hourAndMinute).join(", ") }),
    dose.asNeededFor ? t("dose.asNeededFor", { reason: dose.asNeededFor }) : dose.asNeeded && t("dose.asNeeded"),
    dose.rate && t("dose.rate", { rate: amountWords(dose.rate, i18n) }),
    dose.count && t("dose.inAll", { n: /^\d+$/.test(dose.count) ? Number(dose.count) : f.decimal(dose.count) }),
    dose.route && t("dose.route", { route: dose.route }),
    ...limitWords(dose, i18n),
  ].filter((part) => typeof part === "string" && part !== "");
  return parts.length === 0 ? undefined : first(parts.join(", "));
}

/** What holds besides the sender's own text, unless the text says it. */
export function besideWords(dose: DoseView, i18n: I18n): string[] {
  return limitWords(dose, i18n)
    .filter((words) => !dose.text?.toLowerCase().includes(words.toLowerCase()))
    .map(first);
}

function limitWords({ atMost, instructions = [] }: DoseView, i18n: I18n): string[] {
  if (!atMost) return instructions;
  const { per } = atMost;
  const every = per.known
    ? i18n.t(`dose.span.${per.known}`, { n: /^\d+$/.test(per.value) ? Number(per.value) : i18n.f.decimal(per.value) })
    : amountWords(per, i18n);
  return [i18n.t("dose.atMost", { amount: amountWords(atMost.amount, i18n), per: every }), ...instructions];
}

const amountWords = ({ value, unit }: NonNullable<DoseView["amount"]>, { f }: I18n): string =>
  [f.decimal(value), unit].filter(Boolean).join(" ");

function momentsOf({ moments, offset }: DoseView, { t }: I18n): string[] {
  return moments.flatMap((code) => {
    const moment = t.maybe("dose.moment", code);
    return moment ? (offset ? t("dose.offset", { moment, n: offset }) : moment) : [];
  });
}

/** FHIR times carry seconds nobody says: "08:00:00" → "08:00". */
const hourAndMinute = (time: string): string => time.replace(/^(\d{2}:\d{2}):.*$/, "$1");
