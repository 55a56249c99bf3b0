import type { WholeBook } from "#app/domain/health-book/copies/view.ts";
import type { SectionView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { PersonFacts } from "../person-facts.tsx";
import { SectionEmpty, Statements } from "../section-empty.tsx";
import { SectionItems } from "../section-items.tsx";

/** The first page of a book on paper: whose it is, what it holds and does not, and who has sent it. */
export function WholeBookFront({ book }: { book: WholeBook }) {
  const { t, f } = useI18n();
  const { person, sources } = book;
  return (
    <>
      <h1>{t("book.of", { name: person.name })}</h1>
      <PersonFacts person={person} />
      <p>{t("copy.paper.about")}</p>
      <p>{t("copy.paper.leftOut")}</p>
      <p>{t("copy.paper.ordered")}</p>
      <h2>{t("copy.paper.sources")}</h2>
      {sources.length === 0 ? (
        <p>{t("copy.paper.none")}</p>
      ) : (
        sources.map(({ facility, entries, lastReceivedAt }) => (
          <p key={facility}>{t("copy.paper.source", { facility, n: entries, when: f.date(lastReceivedAt) })}</p>
        ))
      )}
    </>
  );
}

/** One section of the book on paper, with why it is empty where it is. */
export function SectionOnPaper({ view, self }: { view: SectionView; self: boolean }) {
  const { t } = useI18n();
  return (
    <>
      <h2>{t(`section.title.${view.section}`)}</h2>
      {view.items.length > 0 ? (
        <>
          <p className="count">{t(`section.count.${view.section}`, { n: view.total })}</p>
          {view.cut && <p>{t("copy.paper.cut", { n: view.items.length })}</p>}
          <SectionItems view={view} />
          <Statements view={view} />
        </>
      ) : (
        <SectionEmpty view={view} self={self} />
      )}
    </>
  );
}
