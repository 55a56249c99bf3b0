import type { FacilitiesView, FacilityRowView } from "#app/domain/facilities/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Link } from "../primitives/link.tsx";
import { Table } from "../primitives/table.tsx";
import { Tag } from "../primitives/tag.tsx";
import { Moment } from "../primitives/when.tsx";
import { FacilityForm, type FacilityFormProps } from "./facility-form.tsx";

/** The facilities with their codes and how their feeds do, and the form for a new one. */
export function FacilitiesPage({ view, form }: { view: FacilitiesView; form: FacilityFormProps }) {
  const { t } = useI18n();
  return (
    <>
      <PageHead title={t("facilities.title")} />
      {view.facilities.length === 0 ? (
        <EmptyState title={t("facilities.none")} />
      ) : (
        <FacilityTable rows={view.facilities} />
      )}
      <FacilityForm {...form} />
    </>
  );
}

function FacilityName({ row }: { row: FacilityRowView }) {
  const { t } = useI18n();
  return (
    <>
      {row.name} <span className="kind">{t(`facilityKind.${row.kind}`)}</span>{" "}
      {row.kind !== "pharmacy" && row.kind !== "department" && (
        <Link href={`/operator/ranges/${row.id}`}>{t("registers.open")}</Link>
      )}
    </>
  );
}

function LastReceived({ row }: { row: FacilityRowView }) {
  const { t } = useI18n();
  return (
    <>
      {row.lastReceivedAt === undefined ? t("operator.never") : <Moment at={row.lastReceivedAt} />}{" "}
      {row.late && <Tag tone="needs">{t("facilities.late")}</Tag>}
    </>
  );
}

function FacilityTable({ rows }: { rows: FacilityRowView[] }) {
  const { t, f } = useI18n();
  return (
    <Table
      caption={t("facilities.title")}
      hideCaption
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        { head: t("operator.name"), cell: (row) => <FacilityName row={row} />, names: true },
        { head: t("facilities.code5Short"), cell: (row) => row.code5, fit: true },
        { head: t("facilities.code13Short"), cell: (row) => row.code13, fit: true },
        {
          head: t("facilities.expectedShort"),
          cell: (row) =>
            row.expectedEveryHours === undefined
              ? t("facilities.notSending")
              : t("facilities.hours", { n: row.expectedEveryHours }),
          fit: true,
        },
        { head: t("facilities.last"), cell: (row) => <LastReceived row={row} /> },
        {
          head: t("facilities.paperDemands"),
          cell: ({ paperDemands: { thisMonth, lastMonth } }) =>
            t("facilities.paperDemandsOf", { now: thisMonth, before: lastMonth }),
          fit: true,
        },
        { head: t("facilities.clients"), cell: (row) => f.count(row.clients), numeric: true },
      ]}
    />
  );
}
