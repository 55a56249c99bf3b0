import type { SectionFeedsView } from "#app/domain/feed-status/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { MoreLink } from "../patterns/more-link.tsx";
import { OutageNotices } from "./outage-notices.tsx";
import { stateWords } from "./state-words.ts";
import { whyHref } from "./why-href.ts";

/** Under an empty section: who is expected to send this, who is behind, and the way to find out more. */
export function SectionFeeds({ feeds, full }: { feeds: SectionFeedsView; full: boolean }) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <>
      <p className="soft">{feeds.expected > 0 ? t("feed.expected", { n: feeds.expected }) : t("feed.expectedNone")}</p>
      {full && feeds.troubled.length > 0 && (
        <ul className="plain soft">
          {feeds.troubled.map((one) => (
            <li key={`${one.facilityId}/${one.kind}`}>
              {t("feed.troubledLine", { facility: one.facility, state: stateWords(one.status, i18n) })}
            </li>
          ))}
        </ul>
      )}
      {!full && <OutageNotices outages={feeds.outages} />}
      <MoreLink href={whyHref({ kind: feeds.kind })}>{t("feed.why")}</MoreLink>
    </>
  );
}
