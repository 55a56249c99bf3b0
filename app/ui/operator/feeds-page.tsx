import type { FeedLineView, FeedsView } from "#app/domain/feeds/status-view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { OutageNotices } from "../feeds/outage-notices.tsx";
import { pulledWords } from "../feeds/state-words.ts";
import { EmptyState } from "../patterns/empty-state.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Link } from "../primitives/link.tsx";
import { FeedKinds } from "./feed-kinds.tsx";
import { FeedLight } from "./feed-light.tsx";
import { feedHref } from "./messages-href.ts";

/** Every facility and kind: last, expected, lag; gaps and rejects of the facility. */
export function FeedsPage({ view }: { view: FeedsView }) {
  const { t } = useI18n();
  return (
    <>
      <PageHead
        title={t("feeds.title")}
        lead={t("feeds.lead")}
        back={{ href: "/operator", place: t("operator.title") }}
      >
        <p>
          <Link href="/operator/feeds/rejects.csv">{t("feeds.exportAll")}</Link>
        </p>
      </PageHead>
      <OutageNotices outages={view.outages} />
      {view.feeds.length === 0 && <EmptyState title={t("feeds.none")} />}
      {view.feeds.map((feed) => (
        <FeedPart key={feed.facilityId} feed={feed} />
      ))}
    </>
  );
}

function FeedPart({ feed }: { feed: FeedLineView }) {
  const i18n = useI18n();
  const { t, f } = i18n;
  const counts = [
    `${t("feeds.gaps")}: ${f.count(feed.missing)}`,
    `${t("feeds.rejects")}: ${f.count(feed.rejects)}`,
    `${t("feeds.waiting")}: ${f.count(feed.waiting)}`,
  ];
  return (
    <section aria-labelledby={`f-${feed.facilityId}`} className="apart">
      <h2 id={`f-${feed.facilityId}`}>
        <Link href={feedHref(feed.facilityId)}>{feed.facility}</Link> <FeedLight feed={feed} />
      </h2>
      {feed.pulled && (
        <p>
          {pulledWords(feed.pulled, i18n)}. <Link href="/operator/pulled">{t("pulled.title")}</Link>
        </p>
      )}
      <p className="soft">{counts.join(" · ")}</p>
      {feed.kinds.length > 0 && <FeedKinds caption={feed.facility} kinds={feed.kinds} />}
    </section>
  );
}
