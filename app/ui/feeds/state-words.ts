import type { PulledView, StatusView } from "#app/domain/feed-status/view.ts";
import type { I18n } from "#app/i18n/t.tsx";

/** How long something is over, in hours up to two days, then in days. */
export const lagWords = (hours: number, { t }: I18n): string =>
  hours < 48 ? t("feed.lagHours", { n: Math.max(1, hours) }) : t("feed.lagDays", { n: Math.floor(hours / 24) });

const SHOWN_DAYS = 3;

/** The last few of the days that were left out, as dates. */
export function dayWords(days: readonly string[], { f }: I18n): string {
  const told = days.slice(-SHOWN_DAYS).map((day) => f.date(`${day}T12:00:00+07:00`));
  return `${days.length > SHOWN_DAYS ? "…, " : ""}${told.join(", ")}`;
}

/** "60 phút", "24 giờ" */
export const everyWords = (minutes: number, { t }: I18n): string =>
  minutes % 60 === 0 ? t("feed.hours", { n: minutes / 60 }) : t("feed.minutes", { n: minutes });

/** That a place does not send but is asked, how often, and when it was last read. */
export function pulledWords({ everyMinutes, lastSuccessAt }: PulledView, i18n: I18n): string {
  const { t, f } = i18n;
  const every = everyWords(everyMinutes, i18n);
  return lastSuccessAt === undefined
    ? t("feed.pulledYet", { every })
    : t("feed.pulled", { every, when: f.recent(lastSuccessAt) });
}

/** The state of a feed as the end of a sentence. */
export function stateWords(status: StatusView, i18n: I18n): string {
  const { t, f } = i18n;
  switch (status.state) {
    case "on-time":
      return status.dueAt === undefined ? t("feed.onTime") : t("feed.onTimeDue", { due: f.moment(status.dueAt) });
    case "late":
      return t("feed.lateBy", { since: f.date(status.since), lag: lagWords(status.hours, i18n) });
    case "never-sent":
      return t("feed.neverSent");
    case "outage":
      return status.until === undefined ? t("feed.outage") : t("feed.outageUntil", { until: f.moment(status.until) });
    case "unreachable":
      return status.since === undefined
        ? t("feed.unreachableYet")
        : t("feed.unreachable", { since: f.moment(status.since) });
    case "gap":
      return t("feed.gap", { n: status.days.length, days: dayWords(status.days, i18n) });
    case "sends-nothing-of-this-kind":
      return t("feed.none");
  }
}
