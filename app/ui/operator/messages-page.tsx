import type { MessagesView } from "#app/domain/feeds/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Pagination } from "../primitives/pagination.tsx";
import { FacilityMessages } from "./facility-messages.tsx";
import { MessageFilters } from "./message-filters.tsx";
import { MessageTable } from "./message-table.tsx";
import { messagesHref } from "./messages-href.ts";

/** What was received: by facility and state, then message by message. */
export function MessagesPage({ view }: { view: MessagesView }) {
  const { t } = useI18n();
  const { filter } = view;
  const filtered = Object.values(filter).some((one) => one !== undefined);
  return (
    <>
      <PageHead title={t("messages.title")} lead={t("messages.lead")} />
      {view.facilities.length > 0 && <FacilityMessages view={view} />}
      <section aria-labelledby="list" className="apart">
        <h2 id="list">{t("messages.list")}</h2>
        <MessageFilters view={view} />
        {view.messages.length === 0 ? (
          <EmptyState title={t(filtered ? "messages.noneFiltered" : "messages.none")} />
        ) : (
          <>
            <p className="count">{t("messages.total", { n: view.total })}</p>
            <MessageTable rows={view.messages} />
          </>
        )}
        <Pagination page={view.page} pages={view.pages} hrefOf={(page) => messagesHref({ ...filter, page })} />
      </section>
    </>
  );
}
