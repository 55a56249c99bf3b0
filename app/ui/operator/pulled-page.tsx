import type { PulledSourcesView, PulledSourceView } from "#app/domain/pulled/view.ts";
import { useI18n, useT } from "#app/i18n/t.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import type { FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Table } from "../primitives/table.tsx";
import { Tag } from "../primitives/tag.tsx";
import { Moment } from "../primitives/when.tsx";
import { PulledForm } from "./pulled-form.tsx";

/** Facilities whose FHIR servers are asked, how that goes, and the form to add one. */
export function PulledPage({ view, form }: { view: PulledSourcesView; form: FormState & { saved: boolean } }) {
  const t = useT();
  return (
    <>
      <PageHead title={t("pulled.title")} lead={t("pulled.lead")} />
      {view.sources.length === 0 ? <EmptyState title={t("pulled.none")} /> : <SourceTable rows={view.sources} />}
      <PulledForm {...form} facilities={view.facilities} types={view.types} />
      {view.publicKeys && (
        <section aria-labelledby="keys" className="apart">
          <h2 id="keys">{t("pulled.keys")}</h2>
          <p>{t("pulled.keysLead")}</p>
          <code className="kind">{view.publicKeys}</code>
        </section>
      )}
    </>
  );
}

function SourceTable({ rows }: { rows: PulledSourceView[] }) {
  const { t } = useI18n();
  const never = t("operator.never");
  return (
    <Table
      caption={t("pulled.title")}
      hideCaption
      rows={rows}
      keyOf={(row) => row.facilityId}
      columns={[
        { head: t("operator.facility"), cell: (row) => row.facility, names: true },
        { head: t("pulled.server"), cell: (row) => <code className="kind">{row.baseUrl}</code> },
        { head: t("pulled.rhythm"), cell: (row) => t("pulled.rhythmShort", { n: row.everyMinutes }), fit: true },
        {
          head: t("pulled.lastSuccess"),
          cell: (row) => (row.lastSuccessAt === undefined ? never : <Moment at={row.lastSuccessAt} />),
        },
        { head: t("pulled.next"), cell: (row) => <Moment at={row.nextTryAt} /> },
        { head: t("operator.state"), cell: (row) => <SourceState row={row} /> },
        { head: t("operator.actions"), cell: (row) => <SourceSwitch row={row} /> },
      ]}
    />
  );
}

function SourceState({ row }: { row: PulledSourceView }) {
  const { t, f } = useI18n();
  if (row.suspendedAt !== undefined) return <Tag>{t("pulled.suspended", { date: f.date(row.suspendedAt) })}</Tag>;
  const fault = row.lastFailure && t.maybe("pulled.fault", row.lastFailure);
  return (
    <>
      {row.state === "closed" ? (
        <Tag>{t("pulled.stateOf.closed")}</Tag>
      ) : (
        <Tag tone="danger">{t(`pulled.stateOf.${row.state}`)}</Tag>
      )}
      {row.failures > 0 && <span className="kind">{t("pulled.failing", { n: row.failures })}</span>}
      {fault && <span className="kind">{fault}</span>}
    </>
  );
}

function SourceSwitch({ row }: { row: PulledSourceView }) {
  const t = useT();
  const { facilityId, facility: name } = row;
  const suspended = row.suspendedAt !== undefined;
  return (
    <form method="post">
      <HiddenFields values={{ intent: suspended ? "resume" : "suspend", facilityId }} />
      <Button
        look={suspended ? "second" : "danger"}
        aria-label={suspended ? t("pulled.resumeNamed", { name }) : t("pulled.suspendNamed", { name })}
      >
        {t(suspended ? "pulled.resume" : "pulled.suspend")}
      </Button>
    </form>
  );
}
