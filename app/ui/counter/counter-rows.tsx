import type { CounterRowView } from "#app/domain/identity/list-counters.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { Button } from "../primitives/button.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Table } from "../primitives/table.tsx";
import { Moment } from "../primitives/when.tsx";

/** Registered counters, each to be taken out of use. */
export function CounterRows({ counters }: { counters: CounterRowView[] }) {
  const { t, f } = useI18n();
  if (counters.length === 0)
    return (
      <EmptyState>
        <p>{t("counter.noneYet")}</p>
      </EmptyState>
    );
  return (
    <Table
      caption={t("counter.all")}
      hideCaption
      rows={counters}
      keyOf={(row) => row.id}
      columns={[
        {
          head: t("counter.name"),
          names: true,
          cell: (row) => (
            <>
              {row.name} <span className="kind">{row.facility}</span>
            </>
          ),
        },
        { head: t("counter.since"), fit: true, cell: (row) => f.date(row.registeredAt) },
        {
          head: t("counter.lastUsed"),
          cell: (row) => (row.lastUsedAt ? <Moment at={row.lastUsedAt} /> : t("operator.never")),
        },
        { head: t("counter.shifts"), fit: true, numeric: true, cell: (row) => row.shifts },
        {
          head: t("operator.actions"),
          cell: (row) => (
            <form method="post">
              <HiddenFields values={{ intent: "revoke", counterId: row.id }} />
              <Button look="second">{t("counter.revoke", { name: row.name })}</Button>
            </form>
          ),
        },
      ]}
    />
  );
}
