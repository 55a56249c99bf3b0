import type { ItemView, SectionPageView } from "#app/domain/health-book/view.ts";
import { localTime } from "#app/i18n/format/local-time.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { ItemList } from "../patterns/item-list.tsx";
import { Timeline } from "../patterns/timeline.tsx";
import { BookItem } from "./book-item.tsx";

interface Group {
  /** Nothing when the list has no parts. */
  label: string | undefined;
  items: ItemView[];
}

/** The part of the list an entry stands under: visits by year, medicines and next steps by now and before. */
function labelOf(item: ItemView, { t }: I18n): string | undefined {
  if (item.kind === "medicine") return t(item.current ? "medicine.current" : "medicine.before");
  if (item.kind === "next-step") return t(item.open ? "nextStep.ahead" : "nextStep.earlier");
  if (item.kind !== "visit") return undefined;
  const year = item.when && localTime(item.when.from)?.year;
  return year === undefined ? t("common.noDate") : String(year);
}

/** Neighbours with the same label; the order is the view's own. */
function groupsOf(items: ItemView[], i18n: I18n): Group[] {
  const groups: Group[] = [];
  for (const item of items) {
    const label = labelOf(item, i18n);
    const last = groups.at(-1);
    if (last && last.label === label) last.items.push(item);
    else groups.push({ label, items: [item] });
  }
  return groups;
}

/** The entries of a section's page, in parts where that helps to find one. */
export function SectionItems({ view }: { view: SectionPageView }) {
  const i18n = useI18n();
  const As = view.section === "visits" ? Timeline : ItemList;
  return groupsOf(view.items, i18n).map(({ label, items }) => (
    <section key={items[0]?.id} aria-label={label}>
      {label && <h2 className="group">{label}</h2>}
      <As>
        {items.map((item) => (
          <BookItem key={item.id} item={item} extent="full" />
        ))}
      </As>
    </section>
  ));
}
