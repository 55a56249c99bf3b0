import type { EntryOutcomeView } from "#app/domain/feeds/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Table } from "../primitives/table.tsx";
import { Tag } from "../primitives/tag.tsx";
import { Issues } from "./issues.tsx";

/** What became of each entry of a message. */
export function EntryOutcomes({ outcomes }: { outcomes: EntryOutcomeView[] }) {
  const { t, f } = useI18n();
  return (
    <Table
      caption={t("messages.outcomes")}
      hideCaption
      rows={outcomes}
      keyOf={(row) => String(row.position)}
      columns={[
        { head: t("messages.position"), cell: (row) => f.count(row.position), names: true, fit: true },
        { head: t("messages.type"), cell: (row) => row.reference && <code>{row.reference}</code> },
        {
          head: t("messages.outcome"),
          cell: (row) => (
            <Tag tone={row.outcome === "rejected" ? "danger" : "quiet"}>
              {t.maybe("messages.entryOutcome", row.outcome) ?? row.outcome}
            </Tag>
          ),
        },
        { head: t("messages.issues"), cell: (row) => row.issues.length > 0 && <Issues issues={row.issues} /> },
      ]}
    />
  );
}
