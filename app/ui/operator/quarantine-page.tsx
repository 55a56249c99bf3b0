import type { CaseRowView, QuarantineView } from "#app/domain/feeds/quarantine-view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Link } from "../primitives/link.tsx";
import { Pagination } from "../primitives/pagination.tsx";
import { type Column, Table } from "../primitives/table.tsx";
import { Tag } from "../primitives/tag.tsx";
import { Moment } from "../primitives/when.tsx";
import { Reason } from "./reason.tsx";

export const caseHref = ({ facilityId, id }: { facilityId: string; id: string }): string =>
  `/operator/quarantine/${facilityId}/${id}`;

function listHref(filter: { facilityId?: string | undefined; reason?: string | undefined; page?: number }): string {
  const query = new URLSearchParams();
  if (filter.facilityId) query.set("facility", filter.facilityId);
  if (filter.reason) query.set("reason", filter.reason);
  if (filter.page && filter.page > 1) query.set("page", String(filter.page));
  return query.size > 0 ? `/operator/quarantine?${query}` : "/operator/quarantine";
}

/** What waits for an operator, the oldest first. */
export function QuarantinePage({ view }: { view: QuarantineView }) {
  const { t } = useI18n();
  const { filter } = view;
  const filtered = filter.facilityId !== undefined || filter.reason !== undefined;
  return (
    <>
      <PageHead
        title={t("quarantine.title")}
        lead={t("quarantine.lead")}
        back={{ href: "/operator", place: t("operator.title") }}
      />
      <Filters view={view} />
      {view.cases.length === 0 ? (
        <EmptyState title={t(filtered ? "quarantine.noneFiltered" : "quarantine.none")} />
      ) : (
        <>
          <p className="count">{t("quarantine.total", { n: view.total })}</p>
          <Cases cases={view.cases} />
        </>
      )}
      <Pagination page={view.page} pages={view.pages} hrefOf={(page) => listHref({ ...filter, page })} />
    </>
  );
}

function Filters({ view: { filter, facilities, reasons } }: { view: QuarantineView }) {
  const { t } = useI18n();
  if (facilities.length < 2 && reasons.length < 2) return null;
  const chip = (key: string, label: string, href: string, chosen: boolean) => (
    <Link key={key} className="chip" href={href} aria-current={chosen ? "true" : undefined}>
      {label}
    </Link>
  );
  return (
    <div className="stack filters">
      <nav className="chips" aria-label={t("quarantine.facilities")}>
        {[undefined, ...facilities].map((one) =>
          chip(
            one?.id ?? "all",
            one?.name ?? t("operator.all"),
            listHref({ ...filter, facilityId: one?.id }),
            one?.id === filter.facilityId,
          ),
        )}
      </nav>
      <nav className="chips" aria-label={t("quarantine.filters")}>
        {[undefined, ...reasons].map((reason) =>
          chip(
            reason ?? "all",
            reason ? (t.maybe("messages.reasonOf", reason) ?? reason) : t("operator.all"),
            listHref({ ...filter, reason }),
            reason === filter.reason,
          ),
        )}
      </nav>
    </div>
  );
}

function Cases({ cases }: { cases: CaseRowView[] }) {
  const { t } = useI18n();
  const columns: Column<CaseRowView>[] = [
    {
      head: t("quarantine.since"),
      names: true,
      fit: true,
      cell: (row) => (
        <Link href={caseHref(row)}>
          <Moment at={row.since} />
        </Link>
      ),
    },
    { head: t("operator.facility"), cell: (row) => row.facility },
    {
      head: t("quarantine.reason"),
      cell: (row) => (
        <>
          <Reason code={row.reason} /> {row.decided && <Tag tone="needs">{t("quarantine.decided")}</Tag>}
        </>
      ),
    },
    {
      head: t("quarantine.alike"),
      cell: (row) => (row.alike > 1 ? t("quarantine.alikeCount", { n: row.alike }) : t("quarantine.alone")),
    },
  ];
  return (
    <Table
      caption={t("quarantine.title")}
      hideCaption
      rows={cases}
      keyOf={(row) => `${row.facilityId}/${row.id}`}
      columns={columns}
    />
  );
}
