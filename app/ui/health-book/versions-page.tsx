import type { VersionsPageView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Moment } from "../primitives/when.tsx";
import { BookItem } from "./book-item.tsx";
import { MayBeMore } from "./hidden-notes.tsx";
import { Statement } from "./section-empty.tsx";
import { sectionHref } from "./sections.ts";

/** Every version of one item: what is in force, then what it was before. */
export function VersionsPage({ view: { person, section, versions } }: { view: VersionsPageView }) {
  const { t } = useI18n();
  return (
    <>
      <PageHead
        title={t("versions.title")}
        eyebrow={t("book.of", { name: person.name })}
        back={{ href: sectionHref(section), place: t(`section.title.${section}`) }}
        lead={versions.length > 1 ? t("versions.lead", { n: versions.length }) : t("versions.only")}
      >
        <MayBeMore self={person.self} />
      </PageHead>
      <div className="stack">
        {versions.map(({ id, item, statement, current, receivedAt }) => (
          <section key={receivedAt} className={current ? "version" : "version version-old"}>
            <h2 className="group">
              {t(current ? "versions.current" : "versions.before")} · <Moment at={receivedAt} as="full" />
            </h2>
            <ul className="list">
              {item ? (
                <BookItem item={item} extent="full" />
              ) : (
                <li key={id}>{statement && <Statement of={statement} section={section} />}</li>
              )}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
