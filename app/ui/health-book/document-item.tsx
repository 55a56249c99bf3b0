import type { DocumentView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { StatusTag } from "../help/status-tag.tsx";
import { statusIn } from "../help/statuses.ts";
import { ClinicalText } from "../primitives/clinical-text.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import { Tag } from "../primitives/tag.tsx";
import { type Extent, ItemFrame } from "./item-frame.tsx";
import { Lines } from "./lines.tsx";

/** One sentence need not be unfolded. */
const isShort = ({ text, description }: DocumentView): boolean =>
  text !== undefined && description === undefined && text.length <= 200 && !text.includes("\n");

/** A paper a facility issued: what it is, what it contains, who made it. */
export function DocumentItem({ item, extent }: { item: DocumentView; extent: Extent }) {
  const { t } = useI18n();
  const usual = item.status === "current" || item.status === "final";
  const state = usual ? undefined : statusIn("document.status", item.status);
  // What a draft is, its status says.
  const signed =
    item.signature && item.signature !== "draft" ? (`document.signed.${item.signature}` as const) : undefined;
  const lines = [
    item.description,
    item.parts.length > 0 ? t("document.parts", { parts: item.parts.join(", ") }) : undefined,
    item.by.length > 0 ? t("document.by", { name: item.by.join(", ") }) : undefined,
  ];
  return (
    <ItemFrame item={item} extent={extent}>
      {(item.form === "summary" || state || signed) && (
        <div className="tags">
          {item.form === "summary" && <Tag>{t("document.summary")}</Tag>}
          {signed && <StatusTag of={signed} brief={extent === "brief"} />}
          {state && <StatusTag of={state} tone="needs" brief={extent === "brief"} />}
        </div>
      )}
      <Lines of={lines} />
      {item.text && isShort(item) && <ClinicalText as="p" text={item.text} />}
      {item.text && !isShort(item) && extent !== "brief" && (
        <Disclosure label={t("document.read")}>
          <ClinicalText as="p" className="quote" text={item.text} />
        </Disclosure>
      )}
      {item.files.length > 0 && <p>{t("document.files", { n: item.files.length })}</p>}
    </ItemFrame>
  );
}
