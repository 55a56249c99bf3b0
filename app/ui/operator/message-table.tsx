import type { MessageRowView } from "#app/domain/feeds/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Link } from "../primitives/link.tsx";
import { Table } from "../primitives/table.tsx";
import { Moment } from "../primitives/when.tsx";
import { messageHref } from "./messages-href.ts";
import { Reason } from "./reason.tsx";
import { StateTag } from "./state-tag.tsx";

/** Messages, newest first: when, from whom, what became of them. */
export function MessageTable({ rows }: { rows: MessageRowView[] }) {
  const { t, f } = useI18n();
  return (
    <Table
      caption={t("messages.list")}
      hideCaption
      rows={rows}
      keyOf={(row) => `${row.facilityId}/${row.id}`}
      columns={[
        {
          head: t("messages.received"),
          names: true,
          fit: true,
          cell: (row) => (
            <Link href={messageHref(row.facilityId, row.id)}>
              <Moment at={row.receivedAt} />
            </Link>
          ),
        },
        { head: t("operator.facility"), cell: (row) => row.facility },
        {
          head: t("operator.state"),
          cell: (row) => (
            <>
              <StateTag state={row.state} />
              {row.reason !== undefined && (
                <div>
                  <Reason code={row.reason} said={row.said} />
                </div>
              )}
            </>
          ),
        },
        { head: t("messages.accepted"), numeric: true, cell: (row) => f.count(row.entries.accepted) },
        { head: t("messages.unchanged"), numeric: true, cell: (row) => f.count(row.entries.unchanged) },
        { head: t("messages.rejected"), numeric: true, cell: (row) => f.count(row.entries.rejected) },
        { head: t("messages.warnings"), numeric: true, cell: (row) => f.count(row.entries.warnings) },
        { head: t("messages.size"), numeric: true, fit: true, cell: (row) => f.bytes(row.byteSize) },
      ]}
    />
  );
}
