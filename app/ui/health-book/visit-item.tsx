import type { VisitView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { StatusTag } from "../help/status-tag.tsx";
import { statusIn } from "../help/statuses.ts";
import { ClinicalText, readable } from "../primitives/clinical-text.tsx";
import { When } from "../primitives/when.tsx";
import { type Extent, ItemFrame } from "./item-frame.tsx";
import { visitHref } from "./sections.ts";
import { diagnosisWords } from "./title-words.ts";

/** What people call a visit: its kind in words; the sender's own title when the kind is not known. */
export function useVisitTitle(): (visit: VisitView) => { text: string; clinical: boolean } {
  const { t } = useI18n();
  return (visit) => {
    const kind = t.maybe("visit.class", visit.visitClass);
    if (visit.title !== undefined) return { text: visit.title, clinical: true };
    return { text: kind ?? t("item.untitled.visit"), clinical: false };
  };
}

/** A visit: when and what kind, what was found, where. The day leads, as visits of one kind are alike but for it. */
export function VisitItem({ item, extent }: { item: VisitView; extent: Extent }) {
  const { t } = useI18n();
  const kind = t.maybe("visit.class", item.visitClass);
  const state = statusIn("visit.status", item.status);
  const name = useVisitTitle()(item).text;
  return (
    <ItemFrame
      item={item}
      extent={extent}
      href={visitHref(item.id, item.hidden)}
      dated
      title={
        <>
          {item.when && (
            <span className="first-day">
              <When value={item.when} />
            </span>
          )}{" "}
          {readable(name, t)}
        </>
      }
    >
      {kind && item.title !== undefined && item.visitClass !== "AMB" && <p className="soft">{kind}</p>}
      {state && <StatusTag of={state} tone="info" brief={extent === "brief"} />}
      {item.diagnoses.length > 0 && <ClinicalText as="p" text={diagnosisWords(item.diagnoses, t)} />}
      {item.diagnoses.length === 0 && item.reasons.length > 0 && <ClinicalText as="p" text={item.reasons.join("; ")} />}
      {extent !== "brief" && item.department && <ClinicalText as="p" className="soft" text={item.department} />}
    </ItemFrame>
  );
}
