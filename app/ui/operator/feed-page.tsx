import type { FeedPageView } from "#app/domain/feeds/status-view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { pulledWords } from "../feeds/state-words.ts";
import { PageHead } from "../patterns/page-head.tsx";
import type { FormState } from "../primitives/field.tsx";
import { Link } from "../primitives/link.tsx";
import { FeedChart } from "./feed-chart.tsx";
import { ExpectedVisits, KindFiguresTable, RejectReasons, Sequences } from "./feed-figures.tsx";
import { FeedKinds } from "./feed-kinds.tsx";
import { FeedLight } from "./feed-light.tsx";
import { FormNotice } from "./form-notice.tsx";
import { messagesHref } from "./messages-href.ts";
import { OutagePart } from "./outage-part.tsx";
import { RhythmPart } from "./rhythm-part.tsx";

interface FeedPageProps {
  view: FeedPageView;
  idempotencyKey: string;
  saved: boolean;
  sent: FormState | undefined;
}

/** One facility's feed: how it does, its figures, what is agreed, what is told. */
export function FeedPage({ view, idempotencyKey, saved, sent }: FeedPageProps) {
  const i18n = useI18n();
  const { t, f } = i18n;
  const isOutage = sent?.values?.intent === "outage";
  const stateOf = (own: boolean): FormState => (own && sent ? { errors: sent.errors, values: sent.values } : {});
  return (
    <>
      <PageHead
        title={view.facility}
        eyebrow={t("feeds.title")}
        back={{ href: "/operator/feeds", place: t("feeds.title") }}
      >
        <p>
          <FeedLight feed={view} />
        </p>
        {view.pulled && (
          <p>
            {pulledWords(view.pulled, i18n)}. <Link href="/operator/pulled">{t("pulled.title")}</Link>
          </p>
        )}
        <p>
          <Link href={messagesHref({ facilityId: view.facilityId })}>{t("feeds.messages")}</Link>
        </p>
      </PageHead>
      <FormNotice errors={sent?.errors} done={saved ? t("operator.saved") : undefined} />
      {view.kinds.length > 0 && <FeedKinds caption={t("feeds.title")} kinds={view.kinds} />}
      <FeedChart days={view.days} />
      <KindFiguresTable view={view} />
      <RejectReasons view={view} />
      <ExpectedVisits view={view} />
      <Sequences view={view} />
      <section aria-labelledby="clients" className="apart">
        <h2 id="clients">{t("feeds.clients")}</h2>
        {view.clients.length === 0 && !view.pulled && <p>{t("feeds.noClients")}</p>}
        <ul>
          {view.clients.map(({ clientId, name, lastUsedAt }) => (
            <li key={clientId}>
              {lastUsedAt === undefined
                ? t("feeds.clientUnused", { name })
                : t("feeds.clientUsed", { name, when: f.recent(lastUsedAt) })}
            </li>
          ))}
        </ul>
      </section>
      <RhythmPart view={view} {...stateOf(!isOutage)} />
      <OutagePart view={view} idempotencyKey={idempotencyKey} {...stateOf(isOutage)} />
    </>
  );
}
