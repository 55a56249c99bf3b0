import type { BookView } from "#app/domain/health-book/view.ts";
import { Rich, useI18n, useT } from "#app/i18n/t.tsx";
import { Reporting } from "../corrections/report-links.tsx";
import { MoreLink } from "../patterns/more-link.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Link } from "../primitives/link.tsx";
import { BookDoors, OtherDoors } from "./book-doors.tsx";
import { BookSectionPart } from "./book-section-part.tsx";
import { BookSources } from "./book-sources.tsx";
import { HiddenNotes, MayBeMore } from "./hidden-notes.tsx";
import { NeedsYou } from "./needs-you.tsx";
import { NewestNote } from "./newest/newest-note.tsx";
import { NextAppointment } from "./next-appointment.tsx";
import { PersonFacts } from "./person-facts.tsx";
import { SearchBar } from "./search/search-bar.tsx";

const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0);

/** How much came since the reader was here before, and the way to it. */
function News({ of }: { of: BookView["news"] }) {
  const { t, f } = useI18n();
  if (!of || of.n === 0) return null;
  return (
    <p className="news">
      {t("book.news", { n: of.n, when: f.recentDay(of.since) })}{" "}
      <Link href="/book/search?new=1">{t("book.newsSee")}</Link>
    </p>
  );
}

/** The first page of the book: what must not be missed first, then what is asked for most. */
export function BookPage({ view }: { view: BookView }) {
  const t = useT();
  const { person } = view;
  const left = [view.allergies, view.medicines, view.conditions, view.nextSteps];
  const right = [view.results, view.visits, view.vaccinations];
  // A section with nothing to show says itself what is hidden in it.
  const shown = [...left, ...right].filter((part) => part.items.length > 0);
  const closed = sum([...left, ...right].map((part) => part.hiddenByYou + part.hiddenByRule));
  const empty = sum(Object.values(view.totals)) === 0 && view.sources.length === 0 && closed === 0;
  return (
    <Reporting may={person.mayReport}>
      <PageHead title={<Rich id="book.of" values={{ name: <span className="person">{person.name}</span> }} />}>
        <PersonFacts person={person} />
        <MayBeMore self={person.self} />
      </PageHead>
      {empty ? (
        <div className="says">
          <p className="empty-t">{t(person.self ? "book.emptyBook" : "empty.notShown")}</p>
          <p>{t("book.emptyBookWhy")}</p>
          <MoreLink href="/book/sources">{t("book.eachSource")}</MoreLink>
        </div>
      ) : (
        <>
          <NeedsYou needs={view.needs} />
          <NextAppointment steps={view.nextSteps.items} />
          <News of={view.news} />
          <BookDoors totals={view.totals} />
          <SearchBar />
        </>
      )}
      <NewestNote of={view.newest} href="/book/results" />
      <HiddenNotes
        you={sum(shown.map((part) => part.hiddenByYou))}
        rule={sum(shown.map((part) => part.hiddenByRule))}
        showing={view.showingHidden}
        href="/book"
      />
      <div className="cols">
        <div className="col">
          {left.map((part) => (
            <BookSectionPart key={part.section} view={part} self={person.self} />
          ))}
        </div>
        <div className="col">
          {right.map((part) => (
            <BookSectionPart key={part.section} view={part} self={person.self} />
          ))}
        </div>
      </div>
      <BookSources sources={view.sources} self={person.self} />
      <OtherDoors totals={view.totals} person={person} />
    </Reporting>
  );
}
