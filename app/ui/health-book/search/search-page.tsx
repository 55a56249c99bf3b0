import type { SearchPageView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Reporting } from "../../corrections/report-links.tsx";
import { EmptyState } from "../../patterns/empty-state.tsx";
import { ItemList } from "../../patterns/item-list.tsx";
import { MoreLink } from "../../patterns/more-link.tsx";
import { PageHead } from "../../patterns/page-head.tsx";
import { Link } from "../../primitives/link.tsx";
import { Pagination } from "../../primitives/pagination.tsx";
import { BookItem } from "../book-item.tsx";
import { HiddenNotes, MayBeMore } from "../hidden-notes.tsx";
import { Kinds } from "../kind-line.tsx";
import { NewestNote } from "../newest/newest-note.tsx";
import { MeasurementItem } from "../own/measurement-item.tsx";
import { Statement } from "../section-empty.tsx";
import { SearchFilters } from "./search-filters.tsx";
import { SearchForm } from "./search-form.tsx";
import { searchHref } from "./search-href.ts";

/** Everything of a book that holds the words and fits the filters, newest first. */
export function SearchPage({ view }: { view: SearchPageView }) {
  const { t, f } = useI18n();
  const { search, person, total } = view;
  const title = search.isNew ? t("search.newTitle") : t("search.title");
  return (
    <Reporting may={person.mayReport}>
      <PageHead
        title={title}
        eyebrow={t("book.of", { name: person.name })}
        back={{ href: "/book", place: t("book.title") }}
      >
        {search.isNew && view.newSince && <p>{t("search.newSince", { when: f.moment(view.newSince) })}</p>}
        <MayBeMore self={person.self} />
      </PageHead>
      <SearchForm view={view} />
      <SearchFilters view={view} />
      <FoundOwn view={view} />
      <p className="count" role="status">
        {search.text === "" ? t("search.count", { n: total }) : t("search.countOf", { n: total, text: search.text })}
      </p>
      {total === 0 ? <NothingFound view={view} /> : <Found view={view} />}
      <Pagination
        page={view.page}
        pages={view.pages}
        hrefOf={(page) => searchHref({ ...search, page }, view.showingHidden)}
      />
      <NewestNote of={view.newest} href="/book/results" />
      {person.self && <HiddenNotes you={view.hiddenByYou} rule={0} showing={view.showingHidden} href="" />}
    </Reporting>
  );
}

/** What they measured themselves, under its own heading and never among what hospitals sent. */
function FoundOwn({ view: { own, person } }: { view: SearchPageView }) {
  const { t } = useI18n();
  if (own.length === 0) return null;
  return (
    <section aria-labelledby="own" className="titled own-found">
      <h2 id="own">{t(person.self ? "measurements.found" : "measurements.labelOther")}</h2>
      <ItemList>
        {own.slice(0, OWN_SHOWN).map((item) => (
          <MeasurementItem key={item.id} item={item} self={person.self} named />
        ))}
      </ItemList>
      {own.length > OWN_SHOWN && (
        <MoreLink href="/book/measurements">{t("measurements.allFound", { n: own.length })}</MoreLink>
      )}
    </section>
  );
}

/** What hospitals sent is looked for more often, and is not pushed off the page. */
const OWN_SHOWN = 3;

function Found({ view }: { view: SearchPageView }) {
  return (
    <Kinds.Provider value={view.search.section === undefined}>
      <ItemList>
        {view.found.map(({ section, item, statement, id }) =>
          item ? (
            <BookItem key={id} item={item} extent="full" />
          ) : (
            <li key={id} className="item">
              <Statement of={statement} section={section} />
            </li>
          ),
        )}
      </ItemList>
    </Kinds.Provider>
  );
}

/** What was looked for, what that means, and what to try. */
function NothingFound({ view: { search } }: { view: SearchPageView }) {
  const { t } = useI18n();
  if (search.isNew)
    return (
      <EmptyState title={t("search.noneNew")}>
        <p>
          <Link href={searchHref({ ...search, isNew: false, page: 1 })}>{t("search.all")}</Link>
        </p>
      </EmptyState>
    );
  return (
    <EmptyState title={t("search.none")}>
      <p>{t("search.noneHelp")}</p>
      <p>
        <Link href="/book/sources/why">{t("search.noneWhy")}</Link>
      </p>
    </EmptyState>
  );
}
