import type { ConditionView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { StatusTag } from "../help/status-tag.tsx";
import { statusIn } from "../help/statuses.ts";
import { ClinicalText } from "../primitives/clinical-text.tsx";
import { type Extent, ItemFrame } from "./item-frame.tsx";
import { Lines } from "./lines.tsx";

/** An illness or problem, and how sure the sender is. */
export function ConditionItem({ item, extent }: { item: ConditionView; extent: Extent }) {
  const { t, f } = useI18n();
  const certainty = item.certainty === "confirmed" ? undefined : statusIn("item.certainty", item.certainty);
  const brief = extent === "brief";
  const refuted = item.certainty === "refuted";
  const state = item.clinical === "active" || refuted ? undefined : statusIn("condition.clinical", item.clinical);
  return (
    <ItemFrame item={item} extent={extent}>
      {(item.alert || item.atVisit || certainty || state) && (
        <div className="tags">
          {item.atVisit && <StatusTag of="condition.atVisit" brief={brief} />}
          {item.alert && <StatusTag of="condition.alert" tone="info" brief={brief} />}
          {certainty && <StatusTag of={certainty} tone={refuted ? "quiet" : "needs"} brief={brief} />}
          {state && <StatusTag of={state} brief={brief} />}
        </div>
      )}
      {item.times > 1 && <p>{t(item.more ? "condition.timesAtLeast" : "condition.times", { n: item.times })}</p>}
      {item.atVisit && extent === "full" && <p className="soft">{t("condition.atVisitHelp")}</p>}
      {item.severity && <ClinicalText as="p" text={t("condition.severity", { severity: item.severity })} />}
      {extent !== "brief" && item.bodySites.length > 0 && (
        <ClinicalText as="p" text={t("item.bodySite", { site: item.bodySites.join(", ") })} />
      )}
      {item.ended && <p>{t("item.ended", { date: f.day(item.ended) })}</p>}
      {extent !== "brief" && <Lines className="quote" of={item.notes} />}
    </ItemFrame>
  );
}
