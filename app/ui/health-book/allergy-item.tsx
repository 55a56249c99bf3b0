import type { AllergyView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import type { Translate } from "#app/i18n/translate.ts";
import { StatusTag } from "../help/status-tag.tsx";
import { statusIn } from "../help/statuses.ts";
import { ClinicalText } from "../primitives/clinical-text.tsx";
import { type Extent, ItemFrame } from "./item-frame.tsx";
import { Lines } from "./lines.tsx";

/** Something to beware of now: not ruled out, not over, not withdrawn. */
const inForce = (a: AllergyView): boolean =>
  !a.withdrawn && a.certainty !== "refuted" && a.clinical !== "inactive" && a.clinical !== "resolved";

const severities = ["mild", "moderate", "severe"] as const;

function reactionWords({ text, severity }: AllergyView["reactions"][number], t: Translate): string {
  const known = severities.find((one) => one === severity);
  return known ? t(`allergy.${known}`, { text }) : text;
}

/** An allergy: the only entries in the colour of danger, and only while in force. */
export function AllergyItem({ item, extent }: { item: AllergyView; extent: Extent }) {
  const t = useT();
  const danger = inForce(item);
  const reactions = item.reactions.map((r) => reactionWords(r, t));
  const categories = item.categories.flatMap((code) => t.maybe("allergy.category", code) ?? []).join(", ");
  return (
    <ItemFrame item={item} extent={extent} className={danger ? " allergy" : ""}>
      <AllergyTags item={item} danger={danger} brief={extent === "brief"} />
      {extent !== "brief" && categories !== "" && <p>{categories}</p>}
      {reactions.length > 0 && <ClinicalText as="p" text={t("allergy.reaction", { text: reactions.join(", ") })} />}
      {extent !== "brief" && <Lines className="quote" of={item.notes} />}
    </ItemFrame>
  );
}

function AllergyTags({ item, danger, brief }: { item: AllergyView; danger: boolean; brief: boolean }) {
  const refuted = item.certainty === "refuted";
  const certainty = item.certainty === "unconfirmed" || item.certainty === "provisional" ? item.certainty : undefined;
  const over = refuted || item.clinical === "active" ? undefined : statusIn("allergy.clinical", item.clinical);
  const high = danger && item.criticality === "high";
  if (!refuted && !certainty && !over && !high) return null;
  return (
    <div className="tags">
      {high && <StatusTag of="allergy.high" tone="danger" brief={brief} />}
      {refuted && <StatusTag of="allergy.refuted" brief={brief} />}
      {over && <StatusTag of={over} brief={brief} />}
      {certainty && <StatusTag of={`item.certainty.${certainty}`} brief={brief} />}
    </div>
  );
}
