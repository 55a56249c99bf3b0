import type { OutageView } from "#app/domain/feed-status/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Notice } from "../primitives/notice.tsx";

/** Known interruptions: where, from when until when, and what the department says of them. */
export function OutageNotices({ outages }: { outages: OutageView[] }) {
  const { t, f, locale } = useI18n();
  return outages.map((outage) => {
    const place = outage.facility ?? t("feed.province");
    const from = f.date(outage.startsAt);
    return (
      <Notice key={outage.id} tone="needs">
        <p>
          <b>{t("feed.notice")}</b> –{" "}
          {outage.endsAt === undefined
            ? t("feed.noticeFrom", { place, from })
            : t("feed.noticeFromTo", { place, from, until: f.moment(outage.endsAt) })}
        </p>
        <p>{outage.text[locale]}</p>
      </Notice>
    );
  });
}
