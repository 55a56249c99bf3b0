import type { KindStatusView } from "#app/domain/feed-status/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { stateWords } from "./state-words.ts";

/** One honest sentence on how fresh the book is, and what is behind. */
export function BookFreshness({ kinds }: { kinds: KindStatusView[] }) {
  const i18n = useI18n();
  const { t } = i18n;
  if (kinds.length === 0) return null;
  const behind = kinds.filter((one) => ["late", "gap"].includes(one.status.state));
  const out = [
    ...new Map(
      kinds.flatMap((k) => (["outage", "unreachable"].includes(k.status.state) ? [[k.facilityId, k] as const] : [])),
    ).values(),
  ];
  if (behind.length + out.length === 0) return <p className="says">{t("feed.allWell")}</p>;
  return (
    <div className="says">
      <p>{t((behind.length + out.length) * 2 < kinds.length ? "feed.mostlyWell" : "feed.troubled")}</p>
      <ul className="dots">
        {behind.map((one) => (
          <li key={`${one.facilityId}/${one.kind}`}>
            {t("missing.answerFor", { kind: t(`feed.kind.${one.kind}`), facility: one.facility })}:{" "}
            {stateWords(one.status, i18n)}.
          </li>
        ))}
        {out.map((one) => (
          <li key={one.facilityId}>
            {t("feed.troubledLine", { facility: one.facility, state: stateWords(one.status, i18n) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
