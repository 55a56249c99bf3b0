import type { KindStatusView } from "#app/domain/feed-status/view.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { stateWords } from "../feeds/state-words.ts";
import { Table } from "../primitives/table.tsx";
import { Moment } from "../primitives/when.tsx";

/** "24 giờ một lần, ngày làm việc" */
export function rhythmWords(hours: number | undefined, workingDays: boolean, { t }: I18n): string {
  if (hours === undefined) return t("feeds.notExpected");
  return workingDays ? t("feeds.everyWorkingHours", { n: hours }) : t("feeds.everyHours", { n: hours });
}

/** Kind by kind: last, expected, state, newest event. */
export function FeedKinds({ caption, kinds }: { caption: string; kinds: KindStatusView[] }) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <Table
      caption={caption}
      hideCaption
      rows={kinds}
      keyOf={(row) => row.kind}
      columns={[
        { head: t("feeds.kind"), names: true, cell: (row) => t(`feed.kind.${row.kind}`) },
        {
          head: t("feeds.last"),
          fit: true,
          cell: (row) => (row.lastReceivedAt === undefined ? t("operator.never") : <Moment at={row.lastReceivedAt} />),
        },
        { head: t("feeds.expected"), cell: (row) => rhythmWords(row.everyHours, row.workingDays, i18n) },
        { head: t("feeds.state"), cell: (row) => stateWords(row.status, i18n) },
        {
          head: t("feeds.event"),
          fit: true,
          cell: (row) => row.lastEventAt !== undefined && <Moment at={row.lastEventAt} as="date" />,
        },
      ]}
    />
  );
}
