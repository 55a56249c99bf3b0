import type { SectionView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { ItemList } from "../patterns/item-list.tsx";
import { MoreLink } from "../patterns/more-link.tsx";
import { Section } from "../patterns/section.tsx";
import { BookItems } from "./book-items.tsx";
import { SectionEmpty } from "./section-empty.tsx";
import { sectionHref, sectionIcons } from "./sections.ts";

/** One section on the first page: its first entries and the way to all of them. */
export function BookSectionPart({ view, self }: { view: SectionView; self: boolean }) {
  const { t } = useI18n();
  const { section, items, total } = view;
  const title = t(`section.home.${section}`);
  return (
    <Section id={section} title={title} icon={sectionIcons[section]}>
      {items.length > 0 ? (
        <ItemList>
          <BookItems items={items} extent="brief" />
        </ItemList>
      ) : (
        <SectionEmpty view={view} self={self} />
      )}
      {view.cut && <p>{t("book.cut")}</p>}
      {total > 0 && (
        <MoreLink href={sectionHref(section)} of={t(`section.title.${section}`)}>
          {t("book.seeAll", { n: total })}
        </MoreLink>
      )}
    </Section>
  );
}
