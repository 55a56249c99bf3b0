import type { MessagePageView } from "#app/domain/feeds/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import { DescriptionList } from "../primitives/description-list.tsx";
import { EntryOutcomes } from "./entry-outcomes.tsx";
import { FormNotice } from "./form-notice.tsx";
import { Issues } from "./issues.tsx";
import { Reason } from "./reason.tsx";
import { StateTag } from "./state-tag.tsx";

/** One message: what became of it, and of each of its entries. */
export function MessagePage({ view, replayed }: { view: MessagePageView; replayed: boolean }) {
  const { t, f } = useI18n();
  return (
    <>
      <PageHead
        title={t("messages.messageTitle", { when: f.recent(view.receivedAt) })}
        eyebrow={view.facility}
        back={{ href: "/operator/messages", place: t("messages.title") }}
      >
        <p>
          <StateTag state={view.state} />
        </p>
        <p>{t(`messages.stateHelp.${view.state}`)}</p>
      </PageHead>
      <FormNotice errors={undefined} done={replayed ? t("feeds.replayed") : undefined} />
      <MessageFacts view={view} />
      <Replay view={view} />
      {view.issues.length > 0 && (
        <div className="apart">
          <Issues issues={view.issues} />
        </div>
      )}
      <section aria-labelledby="outcomes" className="apart">
        <h2 id="outcomes">{t("messages.outcomes")}</h2>
        {view.outcomes.length === 0 ? (
          <EmptyState>{t("messages.noOutcomes")}</EmptyState>
        ) : (
          <EntryOutcomes outcomes={view.outcomes} />
        )}
        {view.entriesTotal > view.outcomes.length && (
          <p className="soft">{t("messages.shown", { shown: f.count(view.outcomes.length), n: view.entriesTotal })}</p>
        )}
      </section>
    </>
  );
}

/** Again from the kept bytes: after a mend here. */
function Replay({ view }: { view: MessagePageView }) {
  const { t } = useI18n();
  if (view.state !== "rejected" && view.state !== "partly_accepted") return null;
  if (!view.bytesKept) return <p className="soft">{t("feeds.bytesGone")}</p>;
  return (
    <form method="post" className="confirm prose">
      <p className="soft">{t("feeds.replayHelp")}</p>
      <div>
        <Button look="second">{t("feeds.replay")}</Button>
      </div>
    </form>
  );
}

function MessageFacts({ view }: { view: MessagePageView }) {
  const { t, f } = useI18n();
  const { entries } = view;
  return (
    <DescriptionList
      facts={[
        { label: t("messages.received"), value: f.moment(view.receivedAt) },
        { label: t("messages.accepted"), value: f.count(entries.accepted) },
        { label: t("messages.unchanged"), value: f.count(entries.unchanged) },
        { label: t("messages.rejected"), value: f.count(entries.rejected) },
        { label: t("messages.warnings"), value: f.count(entries.warnings) },
        { label: t("messages.reason"), value: view.reason && <Reason code={view.reason} said={view.said} /> },
        { label: t("messages.channel"), value: t(`messages.channelOf.${view.channel}`) },
        { label: t("messages.client"), value: view.clientName },
        { label: t("messages.format"), value: t.maybe("messages.formatOf", view.format) ?? view.format },
        { label: t("messages.size"), value: f.bytes(view.byteSize) },
        { label: t("messages.digest"), value: <code className="small">{view.digest}</code> },
      ]}
    />
  );
}
