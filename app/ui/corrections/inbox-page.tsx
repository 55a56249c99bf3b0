import type { CorrectionView, InboxView } from "#app/domain/corrections/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Link } from "../primitives/link.tsx";
import { Pagination } from "../primitives/pagination.tsx";
import { Table } from "../primitives/table.tsx";
import { CorrectionState } from "./state-tag.tsx";
import { capital, clockWords } from "./words.ts";

/** What a facility's staff must answer, the most urgent first; no word of what anybody wrote. */
export function InboxPage({ view }: { view: InboxView }) {
  const { t } = useI18n();
  return (
    <>
      <PageHead title={t("correction.inboxTitle")} eyebrow={view.facility} lead={t("correction.inboxLead")} />
      {view.corrections.length === 0 ? (
        <EmptyState title={t("correction.inboxNone")}>
          <p>{t("correction.inboxNoneLead", { facility: view.facility })}</p>
        </EmptyState>
      ) : (
        <>
          <p className="count">{t("correction.total", { n: view.total })}</p>
          <Rows rows={view.corrections} />
        </>
      )}
      <Pagination page={view.page} pages={view.pages} hrefOf={(page) => `?page=${page}`} />
    </>
  );
}

function Rows({ rows }: { rows: CorrectionView[] }) {
  const i18n = useI18n();
  const { t, f } = i18n;
  return (
    <Table
      caption={t("correction.inboxTitle")}
      hideCaption
      rows={rows}
      keyOf={(row) => row.reference}
      columns={[
        {
          head: t("correction.number"),
          names: true,
          fit: true,
          cell: (row) => <Link href={`/clinic/corrections/${row.reference}`}>{row.reference}</Link>,
        },
        { head: t("correction.what"), cell: (row) => t(`correction.kindShort.${row.kind}`) },
        { head: t("correction.section"), cell: (row) => t(`section.title.${row.section}`) },
        {
          head: t("operator.state"),
          cell: (row) => (
            <>
              <CorrectionState of={row} />
              {row.unacknowledged && <span className="kind">{t("correction.unacknowledged")}</span>}
            </>
          ),
        },
        { head: t("correction.due"), cell: (row) => capital(clockWords(row, i18n) ?? "–") },
        { head: t("correction.sent"), fit: true, cell: (row) => f.date(row.sentAt) },
      ]}
    />
  );
}
