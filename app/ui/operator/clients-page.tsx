import type { ClientRowView, ClientsView } from "#app/domain/clients/view.ts";
import { useI18n, useT } from "#app/i18n/t.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Link } from "../primitives/link.tsx";
import { Table } from "../primitives/table.tsx";
import { Tag } from "../primitives/tag.tsx";
import { Moment } from "../primitives/when.tsx";
import { ClientForm, type ClientFormProps } from "./client-form.tsx";
import { ClientSwitch } from "./client-switch.tsx";

type Form = Omit<ClientFormProps, "facilities" | "scopes">;

/** The systems that may send or ask, and the form to register one. */
export function ClientsPage({ view, form }: { view: ClientsView; form: Form }) {
  const { t } = useI18n();
  return (
    <>
      <PageHead title={t("clients.title")} lead={t("clients.lead")} />
      {view.clients.length === 0 ? <EmptyState title={t("clients.none")} /> : <ClientTable rows={view.clients} />}
      <ClientForm {...form} facilities={view.facilities} scopes={view.scopes} />
    </>
  );
}

export const clientHref = (clientId: string): string => `/operator/clients/${encodeURIComponent(clientId)}`;

function ClientName({ row }: { row: ClientRowView }) {
  const t = useT();
  return (
    <>
      <Link href={clientHref(row.clientId)} aria-label={t("clients.open", { name: row.name })}>
        {row.name}
      </Link>{" "}
      <span className="kind">{row.facility}</span>
      <code className="kind">{row.clientId}</code>
    </>
  );
}

function ClientScopes({ row }: { row: ClientRowView }) {
  const { t } = useI18n();
  const keys = row.keys.map((key) => [key.alg, key.kid].filter(Boolean).join(" ")).join(", ");
  return (
    <>
      {row.scopes.map((scope) => t.maybe("clients.scope", scope) ?? scope).join(", ")}
      <code className="kind">{keys}</code>
    </>
  );
}

function ClientState({ row }: { row: ClientRowView }) {
  const { t, f } = useI18n();
  if (row.suspendedAt === undefined && row.keysFailedAt)
    return <Tag tone="needs">{t("clients.keysFailing", { date: f.date(row.keysFailedAt) })}</Tag>;
  if (row.suspendedAt === undefined) return <Tag>{t("clients.active")}</Tag>;
  return <Tag tone="danger">{t("clients.suspended", { date: f.date(row.suspendedAt) })}</Tag>;
}

function ClientTable({ rows }: { rows: ClientRowView[] }) {
  const { t, f } = useI18n();
  return (
    <Table
      caption={t("clients.title")}
      hideCaption
      rows={rows}
      keyOf={(row) => row.clientId}
      columns={[
        { head: t("clients.name"), cell: (row) => <ClientName row={row} />, names: true },
        { head: t("clients.scopes"), cell: (row) => <ClientScopes row={row} /> },
        { head: t("clients.created"), cell: (row) => f.date(row.createdAt), fit: true },
        {
          head: t("clients.lastUsed"),
          cell: (row) => (row.lastUsedAt === undefined ? t("operator.never") : <Moment at={row.lastUsedAt} />),
        },
        { head: t("operator.state"), cell: (row) => <ClientState row={row} /> },
        {
          head: t("operator.actions"),
          fit: true,
          cell: (row) => <ClientSwitch row={row} />,
        },
      ]}
    />
  );
}
