import type { FeedPageView } from "#app/domain/feeds/status-view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Link } from "../primitives/link.tsx";
import { Table } from "../primitives/table.tsx";
import { Moment } from "../primitives/when.tsx";
import { messageHref } from "./messages-href.ts";
import { Reason } from "./reason.tsx";

/** How many of each kind, and how long they took. */
export function KindFiguresTable({ view }: { view: FeedPageView }) {
  const { t, f } = useI18n();
  const hours = (n: number | undefined) => (n === undefined ? "" : t("feeds.hours", { n }));
  if (view.figures.length === 0) return null;
  return (
    <section aria-labelledby="figures" className="apart">
      <h2 id="figures">{t("feeds.figures")}</h2>
      <Table
        caption={t("feeds.figures")}
        hideCaption
        rows={view.figures}
        keyOf={(row) => row.kind}
        columns={[
          { head: t("feeds.kind"), names: true, cell: (row) => t(`feed.kind.${row.kind}`) },
          { head: t("feeds.accepted"), numeric: true, cell: (row) => f.count(row.accepted) },
          { head: t("feeds.rejected"), numeric: true, cell: (row) => f.count(row.rejected) },
          { head: t("feeds.withdrawn"), numeric: true, cell: (row) => f.count(row.withdrawn) },
          { head: t("feeds.median"), numeric: true, cell: (row) => hours(row.medianHours) },
          {
            head: t("feeds.worst"),
            numeric: true,
            cell: (row) => hours(row.worstSeconds === undefined ? undefined : Math.ceil(row.worstSeconds / 3600)),
          },
        ]}
      />
    </section>
  );
}

/** Why things were refused, with the last message of each reason. */
export function RejectReasons({ view }: { view: FeedPageView }) {
  const { t, f } = useI18n();
  return (
    <section aria-labelledby="reasons" className="apart">
      <h2 id="reasons">{t("feeds.reasons")}</h2>
      {view.reasons.length === 0 ? (
        <p>{t("feeds.noReasons")}</p>
      ) : (
        <>
          <Table
            caption={t("feeds.reasons")}
            hideCaption
            rows={view.reasons}
            keyOf={(row) => row.code}
            columns={[
              { head: t("feeds.reason"), names: true, cell: (row) => <Reason code={row.code} said={row.said} /> },
              { head: t("feeds.count"), numeric: true, cell: (row) => f.count(row.count) },
              {
                head: t("feeds.example"),
                cell: (row) => (
                  <Link href={messageHref(view.facilityId, row.lastMessageId)}>
                    <Moment at={row.lastAt} />
                  </Link>
                ),
              },
            ]}
          />
          <p>
            <Link href={`/operator/feeds/${view.facilityId}/rejects.csv`}>{t("feeds.exportOne")}</Link>
          </p>
        </>
      )}
    </section>
  );
}

/** Visits that a check-in announced, and that nothing was told of since. */
export function ExpectedVisits({ view: { expected } }: { view: FeedPageView }) {
  const { t, f } = useI18n();
  return (
    <section aria-labelledby="expected" className="apart">
      <h2 id="expected">{t("feeds.announced")}</h2>
      <p>
        {expected.since === undefined
          ? t("feeds.noneAnnounced")
          : t("feeds.announcedSince", { n: expected.count, date: f.date(expected.since) })}
      </p>
    </section>
  );
}

/** Which numbers of the sender's streams have not come. */
export function Sequences({ view }: { view: FeedPageView }) {
  const { t, f } = useI18n();
  return (
    <section aria-labelledby="sequences" className="apart">
      <h2 id="sequences">{t("feeds.sequences")}</h2>
      {view.sequences.length === 0 ? (
        <p>{t("feeds.noSequences")}</p>
      ) : (
        <Table
          caption={t("feeds.sequences")}
          hideCaption
          rows={view.sequences}
          keyOf={(row) => row.stream}
          columns={[
            { head: t("feeds.stream"), names: true, cell: (row) => <code>{row.stream}</code> },
            { head: t("feeds.highest"), numeric: true, cell: (row) => f.count(row.highest) },
            { head: t("feeds.missing"), numeric: true, cell: (row) => f.count(row.missing) },
            {
              head: t("feeds.gapList"),
              cell: (row) =>
                row.gaps
                  .map(({ from, to }) =>
                    from === to ? f.count(from) : t("feeds.gap", { from: f.count(from), to: f.count(to) }),
                  )
                  .join(", "),
            },
            { head: t("feeds.last"), cell: (row) => <Moment at={row.lastAt} /> },
          ]}
        />
      )}
    </section>
  );
}
