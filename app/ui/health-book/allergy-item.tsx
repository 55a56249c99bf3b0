import type { AllergyView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { ClinicalText } from "../primitives/clinical-text.tsx";
import { Tag } from "../primitives/tag.tsx";
import { type Extent, ItemFrame } from "./item-frame.tsx";
import { Lines } from "./lines.tsx";

/** Something to beware of now: not ruled out, not over, not withdrawn. */
const inForce = (a: AllergyView): boolean =>
  !a.withdrawn && a.certainty !== "refuted" && a.clinical !== "inactive" && a.clinical !== "resolved";

/** An allergy: the only entries in the colour of danger, and only while in force. */
export function AllergyItem({ item, extent }: { item: AllergyView; extent: Extent }) {
  const t = useT();
  const danger = inForce(item);
  const reactions = item.reactions.map((r) => (r.severity ? t(`allergy.${r.severity}`, { text: r.text }) : r.text));
  return (
    <ItemFrame item={item} extent={extent} className={danger ? " allergy" : ""}>
      <AllergyTags item={item} danger={danger} />
      {item.categories.length > 0 && (
        <p>{item.categories.map((category) => t(`allergy.category.${category}`)).join(", ")}</p>
      )}
      {reactions.length > 0 && <ClinicalText as="p" text={t("allergy.reaction", { text: reactions.join(", ") })} />}
      {extent !== "brief" && <Lines className="quote" of={item.notes} />}
    </ItemFrame>
  );
}

function AllergyTags({ item, danger }: { item: AllergyView; danger: boolean }) {
  const t = useT();
  const refuted = item.certainty === "refuted";
  const certainty = item.certainty === "unconfirmed" || item.certainty === "provisional" ? item.certainty : undefined;
  const over = !refuted && item.clinical !== undefined && item.clinical !== "active" ? item.clinical : undefined;
  const high = danger && item.criticality === "high";
  if (!refuted && !certainty && !over && !high) return null;
  return (
    <p className="tags">
      {high && <Tag tone="danger">{t("allergy.high")}</Tag>}
      {refuted && <Tag>{t("allergy.refuted")}</Tag>}
      {over && <Tag>{t(`allergy.clinical.${over}`)}</Tag>}
      {certainty && <Tag>{t(`item.certainty.${certainty}`)}</Tag>}
    </p>
  );
}
