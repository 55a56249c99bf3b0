import type { ProcedureView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { StatusTag } from "../help/status-tag.tsx";
import { statusIn } from "../help/statuses.ts";
import { Tag } from "../primitives/tag.tsx";
import { type Extent, ItemFrame } from "./item-frame.tsx";
import { Lines } from "./lines.tsx";
import { diagnosisWords } from "./title-words.ts";

/** An operation, a procedure, or a device in the body. */
export function ProcedureItem({ item, extent }: { item: ProcedureView; extent: Extent }) {
  const { t } = useI18n();
  const state = item.status === "completed" ? undefined : statusIn("procedure.status", item.status);
  const device = item.form === "device";
  const lines = [
    item.reasons.length > 0 && t("item.reason", { reason: diagnosisWords(item.reasons, t) }),
    item.bodySites.length > 0 && t("item.bodySite", { site: item.bodySites.join(", ") }),
    item.outcome && t("procedure.outcome", { outcome: item.outcome }),
    item.by.length > 0 && t("item.by", { name: item.by.join(", ") }),
  ];
  return (
    <ItemFrame item={item} extent={extent} whenText={item.whenText}>
      {(device || state) && (
        <div className="tags">
          {device && <Tag>{t("procedure.device")}</Tag>}
          {state && <StatusTag of={state} tone="needs" brief={extent === "brief"} />}
        </div>
      )}
      <Lines of={lines} />
      <Lines className="quote" of={item.notes} />
    </ItemFrame>
  );
}
