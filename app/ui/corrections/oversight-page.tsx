import type { OversightView } from "#app/domain/corrections/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button, LinkButton } from "../primitives/button.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Notice } from "../primitives/notice.tsx";
import { Table } from "../primitives/table.tsx";
import { CorrectionState } from "./state-tag.tsx";
import { capital, clockWords } from "./words.ts";

/** For the health department: who answers late, what it must answer itself, and the list for the insurer. */
export function OversightPage({ view, changed }: { view: OversightView; changed: boolean }) {
  const { t, f } = useI18n();
  return (
    <>
      <PageHead title={t("correction.inboxTitle")} lead={t("correction.oversightLead")}>
        {changed && (
          <Notice tone="needs" alert>
            <p>{t("correction.changed")}</p>
          </Notice>
        )}
      </PageHead>
      <section aria-labelledby="late">
        <h2 id="late">{t("correction.lateList")}</h2>
        {view.corrections.length === 0 ? (
          <EmptyState title={t("correction.noneLate")} />
        ) : (
          <Late rows={view.corrections} />
        )}
      </section>
      {view.facilities.length > 0 && (
        <section aria-labelledby="facilities" className="apart">
          <h2 id="facilities">{t("correction.byFacility")}</h2>
          <Table
            caption={t("correction.byFacility")}
            hideCaption
            rows={view.facilities}
            keyOf={(row) => row.id}
            columns={[
              { head: t("operator.facility"), names: true, cell: (row) => row.name },
              { head: t("correction.open"), numeric: true, cell: (row) => f.count(row.open) },
              { head: t("correction.unacknowledgedCount"), numeric: true, cell: (row) => f.count(row.unacknowledged) },
              { head: t("correction.overdueCount"), numeric: true, cell: (row) => f.count(row.overdue) },
              { head: t("correction.escalatedCount"), numeric: true, cell: (row) => f.count(row.escalated) },
            ]}
          />
        </section>
      )}
      <section aria-labelledby="ghosts" className="apart stack">
        <h2 id="ghosts">{t("correction.ghostTitle")}</h2>
        <p>{t("correction.ghostLead", { n: view.ghostVisits })}</p>
        {view.ghostVisits > 0 && (
          <div>
            <LinkButton look="second" href="/operator/corrections/ghost-visits">
              {t("correction.ghostDownload")}
            </LinkButton>
          </div>
        )}
      </section>
    </>
  );
}

function Late({ rows }: { rows: OversightView["corrections"] }) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <Table
      caption={t("correction.lateList")}
      hideCaption
      rows={rows}
      keyOf={(row) => row.reference}
      columns={[
        { head: t("correction.number"), names: true, fit: true, cell: (row) => row.reference },
        { head: t("operator.facility"), cell: (row) => row.about ?? row.owner },
        { head: t("correction.what"), cell: (row) => t(`correction.kindShort.${row.kind}`) },
        { head: t("operator.state"), cell: (row) => <CorrectionState of={row} /> },
        { head: t("correction.due"), cell: (row) => capital(clockWords(row, i18n) ?? "–") },
        {
          head: t("operator.actions"),
          cell: (row) =>
            row.mayEscalate ? (
              <form method="post">
                <HiddenFields values={{ reference: row.reference }} />
                <Button look="second" aria-label={t("correction.takeOverNamed", { reference: row.reference })}>
                  {t("correction.takeOver")}
                </Button>
              </form>
            ) : (
              "–"
            ),
        },
      ]}
    />
  );
}
