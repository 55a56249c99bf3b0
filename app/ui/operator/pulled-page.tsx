import type { PulledSourcesView, PulledSourceView } from "#app/domain/pulled/view.ts";
import { useI18n, useT } from "#app/i18n/t.tsx";
import { everyWords } from "../feeds/state-words.ts";
import { EmptyState } from "../patterns/empty-state.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Link } from "../primitives/link.tsx";
import { Table } from "../primitives/table.tsx";
import { Tag } from "../primitives/tag.tsx";
import { Moment } from "../primitives/when.tsx";
import { PulledForm, type PulledFormState } from "./pulled-form.tsx";

interface PulledPageProps {
  view: PulledSourcesView;
  changing: PulledSourceView | undefined;
  form: PulledFormState;
}

/** Facilities whose FHIR servers are asked, how that goes, and the form to add or change one. */
export function PulledPage({ view, changing, form }: PulledPageProps) {
  const t = useT();
  return (
    <>
      <PageHead title={t("pulled.title")} lead={t("pulled.lead")} />
      {view.sources.length === 0 ? <EmptyState title={t("pulled.none")} /> : <SourceTable rows={view.sources} />}
      <PulledForm {...form} changing={changing} facilities={view.facilities} types={view.types} />
      <section aria-labelledby="keys" className="apart">
        <h2 id="keys">{t("pulled.keys")}</h2>
        <p>{t(view.publicKeys ? "pulled.keysLead" : "form.no-client-key")}</p>
        {view.publicKeys && <code className="kind">{view.publicKeys}</code>}
      </section>
    </>
  );
}

function SourceTable({ rows }: { rows: PulledSourceView[] }) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <Table
      caption={t("pulled.title")}
      hideCaption
      rows={rows}
      keyOf={(row) => row.facilityId}
      columns={[
        { head: t("operator.facility"), cell: (row) => <SourceName row={row} />, names: true },
        { head: t("operator.state"), cell: (row) => <SourceState row={row} /> },
        {
          head: t("pulled.lastSuccess"),
          cell: (row) =>
            row.lastSuccessAt === undefined ? t("operator.never") : <Moment at={row.lastSuccessAt} as="recent" />,
        },
        { head: t("pulled.every"), cell: (row) => everyWords(row.everyMinutes, i18n), fit: true },
        {
          head: t("pulled.next"),
          cell: (row) => {
            if (row.suspendedAt !== undefined) return "–";
            return row.asking ? t("pulled.asking") : <Moment at={row.nextTryAt} as="full" />;
          },
        },
        { head: t("operator.actions"), cell: (row) => <SourceActions row={row} />, fit: true },
      ]}
    />
  );
}

function SourceName({ row }: { row: PulledSourceView }) {
  return (
    <>
      {row.facility}
      <code className="kind">{row.baseUrl}</code>
    </>
  );
}

function SourceState({ row }: { row: PulledSourceView }) {
  const { t, f } = useI18n();
  if (row.suspendedAt !== undefined) return <Tag>{t("pulled.suspended", { date: f.date(row.suspendedAt) })}</Tag>;
  const fault = row.lastFailure && t.maybe("pulled.fault", row.lastFailure);
  const at = row.lastFailureType && t.maybe("pulled.type", row.lastFailureType);
  const state = stateOf(row);
  const tone = { first: "info", closed: "quiet", failing: "needs", half_open: "needs", open: "urgent" } as const;
  return (
    <>
      <Tag tone={tone[state]}>{t(`pulled.stateOf.${state}`)}</Tag>
      {row.failures > 0 && <span className="kind">{t("pulled.failing", { n: row.failures })}</span>}
      {fault && <span className="kind">{at ? t("pulled.faultAt", { fault, type: at }) : fault}</span>}
    </>
  );
}

function stateOf({ state, failures, lastSuccessAt }: PulledSourceView) {
  if (state !== "closed") return state;
  if (failures > 0) return "failing";
  return lastSuccessAt === undefined ? "first" : "closed";
}

function SourceActions({ row }: { row: PulledSourceView }) {
  const t = useT();
  const { facilityId, facility: name } = row;
  const suspended = row.suspendedAt !== undefined;
  return (
    <>
      <p>
        <Link href={`/operator/pulled?facility=${facilityId}#add`} aria-label={t("pulled.change", { name })}>
          {t("pulled.changeShort")}
        </Link>
      </p>
      <form method="post" action="/operator/pulled">
        <HiddenFields values={{ intent: suspended ? "resume" : "suspend", facilityId }} />
        <Button
          look={suspended ? "second" : "danger"}
          aria-label={suspended ? t("pulled.resumeNamed", { name }) : t("pulled.suspendNamed", { name })}
        >
          {t(suspended ? "pulled.resume" : "pulled.suspend")}
        </Button>
      </form>
    </>
  );
}
