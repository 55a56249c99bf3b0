import type { FacilityMessagesView, MessageState, MessagesView } from "#app/domain/feeds/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Link } from "../primitives/link.tsx";
import { type Column, Table } from "../primitives/table.tsx";
import { Moment } from "../primitives/when.tsx";
import { messagesHref } from "./messages-href.ts";

const states: MessageState[] = ["accepted", "partly_accepted", "rejected", "quarantined"];

/** How many messages of each state every facility has; the figures lead to them. */
export function FacilityMessages({ view: { facilities } }: { view: MessagesView }) {
  const { t, f } = useI18n();
  const columns: Column<FacilityMessagesView>[] = [
    {
      head: t("operator.facility"),
      names: true,
      cell: (row) => <Link href={messagesHref({ facilityId: row.facilityId })}>{row.facility}</Link>,
    },
    ...states.map((state) => ({
      head: t(`messages.stateOf.${state}`),
      numeric: true,
      cell: (row: FacilityMessagesView) =>
        row.states[state] === 0 ? (
          "0"
        ) : (
          <Link href={messagesHref({ facilityId: row.facilityId, state })}>{f.count(row.states[state])}</Link>
        ),
    })),
    {
      head: t("facilities.last"),
      numeric: true,
      cell: (row) => (row.lastReceivedAt === undefined ? t("operator.never") : <Moment at={row.lastReceivedAt} />),
    },
  ];
  return (
    <section aria-labelledby="by-facility">
      <h2 id="by-facility">{t("messages.byFacility")}</h2>
      <Table
        caption={t("messages.byFacility")}
        hideCaption
        rows={facilities}
        keyOf={(row) => row.facilityId}
        columns={columns}
      />
    </section>
  );
}
