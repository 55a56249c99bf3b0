import type { DaySpan } from "#app/domain/health-book/vaccinations/days.ts";
import type { CoursePlan, NextDose } from "#app/domain/health-book/vaccinations/plan.ts";
import type { I18n } from "#app/i18n/t.tsx";

/** Days as far as they are known. */
export const dayWords = ({ low, high }: DaySpan, { f }: I18n): string =>
  f.day({ from: low, precision: "day", ...(low === high ? {} : { to: high }) });

const isKnown = ({ from, until }: { from: DaySpan; until: DaySpan }): boolean =>
  from.low === from.high && until.low === until.high;

/** What the schedule says comes next, in a sentence; nothing for what is complete. */
export function nextWords(next: NextDose, i18n: I18n): string | undefined {
  const { t } = i18n;
  if (next.state === "complete") return undefined;
  const { dose } = next;
  switch (next.state) {
    case "passed":
      return t("vaccinations.passed", { dose });
    case "unsure":
      if (next.why === "earlier-missing") return t("vaccinations.earlierMissing");
      return next.why === "uncounted"
        ? t("vaccinations.uncounted", { dose })
        : t("vaccinations.birthUnknown", { dose });
  }
  if (!isKnown(next)) return t("vaccinations.dueSometime", { dose });
  const [from, until] = [dayWords(next.from, i18n), dayWords(next.until, i18n)];
  if (next.state === "due") return t("vaccinations.due", { dose, from, until });
  return next.state === "overdue"
    ? t("vaccinations.overdue", { dose, until })
    : t("vaccinations.notYet", { dose, from });
}

/** What a facility says of it, with the day and what day that is. */
export function toldWords(told: CoursePlan["told"][number], { t, f }: I18n): string {
  const parts = [
    told.title,
    told.status && t.maybe("nextStep.status", told.status),
    told.when && f.day(told.when),
    told.dateIs && (t.maybe("nextStep.dateIs", told.dateIs) ?? told.dateIs),
  ];
  return t("vaccinations.toldBy", { facility: told.facility, words: parts.filter(Boolean).join(" · ") });
}

/** Facilities' word goes before the schedule's. */
export function stateOf({ next, told }: CoursePlan): NextDose["state"] {
  const [first] = told;
  if (!first) return next.state;
  if (first.status === "overdue" || first.status === "due") return first.status;
  return first.status === "complete" || first.status === "immune" ? "complete" : "unsure";
}
