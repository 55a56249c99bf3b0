import type { SourceView } from "#app/domain/health-book/view.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { KindStates, KindsByState } from "../feeds/kind-states.tsx";
import { OutageNotices } from "../feeds/outage-notices.tsx";
import { pulledWords } from "../feeds/state-words.ts";
import { whyHref } from "../feeds/why-href.ts";
import { MoreLink } from "../patterns/more-link.tsx";
import { ClinicalText } from "../primitives/clinical-text.tsx";
import { DescriptionList } from "../primitives/description-list.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import { Moment } from "../primitives/when.tsx";

/** How often a facility sends, in the unit people would say. */
function expected(hours: number, { t }: I18n): string {
  if (hours === 24) return t("sources.expectedDaily");
  if (hours === 168) return t("sources.expectedWeekly");
  return hours % 24 === 0 ? t("sources.expectedDays", { n: hours / 24 }) : t("sources.expectedHours", { n: hours });
}

/** One facility: how fresh, what came, on what basis. */
export function SourceCard({ source }: { source: SourceView }) {
  const i18n = useI18n();
  const { t } = i18n;
  const contents = source.sections.map(({ section, count }) => t(`section.count.${section}`, { n: count }));
  return (
    <li className="stack">
      <h3>
        {source.facility} <span className="kind">{t.maybe("facilityKind", source.facilityKind)}</span>
      </h3>
      <DescriptionList
        facts={[
          { label: t("sources.last"), value: <Moment at={source.lastReceivedAt} /> },
          { label: t("sources.contents"), value: contents.join(", ") },
          { label: t("sources.state"), value: source.kinds.length > 0 && <KindsByState kinds={source.kinds} /> },
        ]}
      />
      {source.pulled && <p>{pulledWords(source.pulled, i18n)}.</p>}
      <OutageNotices outages={source.outages} />
      <SourceMore source={source} />
      <MoreLink href={whyHref({ facilityId: source.facilityId })} of={source.facility}>
        {t("feed.whyOf")}
      </MoreLink>
    </li>
  );
}

/** What few people ask for: each kind with its days, how much came, on what basis. */
function SourceMore({ source }: { source: SourceView }) {
  const i18n = useI18n();
  const { t, f } = i18n;
  return (
    <Disclosure label={t("sources.more")}>
      <div className="stack">
        {source.kinds.length > 0 && <KindStates kinds={source.kinds} />}
        <DescriptionList
          facts={[
            { label: t("sources.first"), value: <Moment at={source.firstReceivedAt} as="date" /> },
            { label: t("sources.messages"), value: f.count(source.messages) },
            { label: t("sources.basis"), value: <ClinicalText text={source.legalBasis} /> },
          ]}
        />
        <p className="soft">
          {source.expectedEveryHours !== undefined && expected(source.expectedEveryHours, i18n)}{" "}
          {source.withdrawn > 0 && t("sources.withdrawn", { n: source.withdrawn })}{" "}
          {source.notShown > 0 && t("sources.notShown", { n: source.notShown })}
        </p>
      </div>
    </Disclosure>
  );
}
