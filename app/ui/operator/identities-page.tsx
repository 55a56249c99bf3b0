import type { IdentityCaseRowView, IdentityCasesView } from "#app/domain/identity/case-view.ts";
import { useT } from "#app/i18n/t.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Link } from "../primitives/link.tsx";
import { Pagination } from "../primitives/pagination.tsx";
import { type Column, Table } from "../primitives/table.tsx";
import { Tag } from "../primitives/tag.tsx";
import { Moment } from "../primitives/when.tsx";

export const identityHref = (id: string): string => `/operator/identities/${id}`;

const listHref = (shown: IdentityCasesView["shown"], page = 1): string => {
  const query = new URLSearchParams(shown === "decided" ? { state: "decided" } : {});
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `/operator/identities?${query}` : "/operator/identities";
};

/** Sign-ins of which nobody can say whose they are, the nearest deadline first. */
export function IdentitiesPage({ view }: { view: IdentityCasesView }) {
  const t = useT();
  const waits = view.shown === "waiting";
  return (
    <>
      <PageHead
        title={t("identities.title")}
        lead={t("identities.lead")}
        back={{ href: "/operator", place: t("operator.title") }}
      />
      <nav className="chips filters" aria-label={t("identities.shown")}>
        {(["waiting", "decided"] as const).map((shown) => (
          <Link
            key={shown}
            className="chip"
            href={listHref(shown)}
            aria-current={view.shown === shown ? "true" : undefined}
          >
            {t(`identities.${shown}`)}
          </Link>
        ))}
      </nav>
      {view.cases.length === 0 ? (
        <EmptyState title={t(waits ? "identities.none" : "identities.noneDecided")} />
      ) : (
        <>
          {waits && (
            <p className="count">
              {t("identities.total", { n: view.waiting })}
              {view.late > 0 && `, ${t("identities.late", { n: view.late })}`}
            </p>
          )}
          <Cases cases={view.cases} waits={waits} />
        </>
      )}
      <Pagination page={view.page} pages={view.pages} hrefOf={(page) => listHref(view.shown, page)} />
    </>
  );
}

function Cases({ cases, waits }: { cases: IdentityCaseRowView[]; waits: boolean }) {
  const t = useT();
  const columns: Column<IdentityCaseRowView>[] = [
    {
      head: t("identities.reference"),
      names: true,
      fit: true,
      cell: (row) => (
        <Link href={identityHref(row.id)}>
          <span className="nowrap" translate="no">
            {row.reference}
          </span>
        </Link>
      ),
    },
    { head: t("identities.reason"), cell: (row) => t(`identities.reasonOf.${row.reason}`) },
    {
      head: t("operator.state"),
      cell: (row) => (
        <>
          <Tag tone={row.state === "open" ? "needs" : "quiet"}>{t(`identities.stateOf.${row.state}`)}</Tag>
          {row.proposed && <Tag tone="info">{t("identities.proposed")}</Tag>}
          {waits && row.reachable && <span className="kind">{t("identities.reachable")}</span>}
        </>
      ),
    },
    { head: t("identities.since"), cell: (row) => <Moment at={row.openedAt} /> },
    {
      head: t(waits ? "identities.due" : "identities.decidedAt"),
      cell: (row) => (
        <>
          <Moment at={waits ? row.dueAt : (row.decidedAt ?? row.dueAt)} as="date" />{" "}
          {row.late && <Tag tone="urgent">{t("identities.overdue")}</Tag>}
        </>
      ),
    },
  ];
  return <Table caption={t("identities.title")} hideCaption rows={cases} keyOf={(row) => row.id} columns={columns} />;
}
