import type { MissingAnswer } from "#app/domain/health-book/missing-view.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { dayWords, lagWords, pulledWords } from "./state-words.ts";

/** Counts below this are not told: few patients are nearly known ones. */
const TELLING = 10;

/** The reason, in one sentence. */
function reason({ connected, sendsAnything, feed }: MissingAnswer, i18n: I18n): string {
  const { t, f } = i18n;
  const { status } = feed;
  if (status.state === "outage")
    return status.until === undefined
      ? t("missing.outage")
      : t("missing.outageUntil", { until: f.moment(status.until) });
  if (status.state === "unreachable")
    return status.since === undefined
      ? t("missing.unreachableYet")
      : t("missing.unreachable", { since: f.moment(status.since) });
  if (!connected && !sendsAnything) return t("missing.notConnected");
  if (status.state === "late")
    return t("missing.late", { since: f.date(status.since), lag: lagWords(status.hours, i18n) });
  if (!sendsAnything) return t("missing.neverAnything");
  if (status.state === "never-sent") return t("missing.neverThisKind");
  if (status.state === "sends-nothing-of-this-kind") return t("missing.notThisKind");
  if (status.state === "gap") return t("missing.gap", { n: status.days.length, days: dayWords(status.days, i18n) });
  return t("missing.onTime", { last: feed.lastReceivedAt === undefined ? "–" : f.recent(feed.lastReceivedAt) });
}

function since(n: number, { t }: I18n): string {
  if (n === 0) return t("missing.sinceNone");
  return n < TELLING ? t("missing.sinceFew") : t("missing.sinceMany", { n });
}

function usual({ usualHours: hours, usualBy: by }: MissingAnswer, { t, f }: I18n): string | undefined {
  if (hours === undefined || by === undefined) return undefined;
  const time =
    hours < 48 ? t("missing.usualHours", { n: hours }) : t("missing.usualDays", { n: Math.round(hours / 24) });
  return t("missing.usual", { time, by: f.moment(by) });
}

/** What is known of the feed, and what the book itself holds. */
export function MissingFacts({ answer }: { answer: MissingAnswer }) {
  const i18n = useI18n();
  const { t, f } = i18n;
  const { lastVisitAt, sinceVisit, inBook } = answer;
  const sends = answer.connected || answer.sendsAnything;
  const facts = [
    // One part of the book holds several kinds, as results hold laboratory and imaging.
    inBook > 0 && answer.section
      ? t("missing.inBook", { n: inBook, section: t(`section.title.${answer.section}`) })
      : t("missing.inBookNone"),
    sends &&
      (lastVisitAt === undefined ? t("missing.noVisit") : t("missing.visitCame", { visit: f.date(lastVisitAt) })),
    lastVisitAt !== undefined && usual(answer, i18n),
    lastVisitAt !== undefined && sinceVisit !== undefined && since(sinceVisit, i18n),
    sends && t("missing.waits"),
    answer.feed.pulled && `${pulledWords(answer.feed.pulled, i18n)}.`,
    answer.mayBeClosed && t("missing.mayBeClosed"),
  ].filter((fact): fact is string => typeof fact === "string");
  return (
    <>
      <p className="says">{reason(answer, i18n)}</p>
      <h3 className="group">{t("missing.facts")}</h3>
      <ul className="dots">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </>
  );
}

/** What to do next, whom to ask. */
export function MissingSteps({ answer }: { answer: MissingAnswer }) {
  const { t, f } = useI18n();
  const { facility, phone, usualBy } = answer;
  const wait = usualBy !== undefined && usualBy > answer.askedAt;
  return (
    <>
      <h3 className="group">{t("missing.next")}</h3>
      <ol className="steps">
        {wait && <li>{t("missing.waitUntil", { by: f.moment(usualBy) })}</li>}
        <li>
          {phone === undefined
            ? t("missing.askPlaceNoPhone", { facility })
            : t("missing.askPlace", { facility, phone })}{" "}
          {t("missing.callUs")}
        </li>
        <li>{t("missing.keepPaper")}</li>
      </ol>
    </>
  );
}
