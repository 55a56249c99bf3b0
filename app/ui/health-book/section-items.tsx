import type { ItemView, SectionView } from "#app/domain/health-book/view.ts";
import { localTime } from "#app/i18n/format/local-time.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { ItemList } from "../patterns/item-list.tsx";
import { Timeline } from "../patterns/timeline.tsx";
import { BookItems } from "./book-items.tsx";

/** The part of the list an entry stands under: visits by year, medicines and next steps by now and before. */
function labelOf(item: ItemView, { t }: I18n): string | undefined {
  if (item.kind === "medicine") return t(item.current ? "medicine.current" : "medicine.before");
  if (item.kind === "next-step") return t(item.open ? "nextStep.ahead" : "nextStep.earlier");
  if (item.kind !== "visit") return undefined;
  const year = item.when && localTime(item.when.from)?.year;
  return year === undefined ? t("common.noDate") : String(year);
}

/** The parts of the list in reading order: what is current or ahead before what is over. */
function groupsOf(items: ItemView[], i18n: I18n): [label: string | undefined, items: ItemView[]][] {
  const groups = new Map<string | undefined, ItemView[]>();
  for (const item of [...items].sort((a, b) => Number(isOver(a)) - Number(isOver(b)))) {
    const label = labelOf(item, i18n);
    groups.set(label, [...(groups.get(label) ?? []), item]);
  }
  return [...groups];
}

const isOver = (item: ItemView): boolean =>
  (item.kind === "medicine" && !item.current) || (item.kind === "next-step" && !item.open);

/** The entries of a section's page, in parts where that helps to find one. */
export function SectionItems({ view }: { view: SectionView }) {
  const i18n = useI18n();
  const As = view.section === "visits" ? Timeline : ItemList;
  return groupsOf(view.items, i18n).map(([label, items]) => (
    <section key={items[0]?.id} aria-label={label}>
      {label && <h2 className="group">{label}</h2>}
      <As>
        <BookItems items={items} extent="full" />
      </As>
    </section>
  ));
}
