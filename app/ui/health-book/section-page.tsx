import type { ReactNode } from "react";
import type { SectionPageView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { MissingReported, Reporting, ReportMissing } from "../corrections/report-links.tsx";
import { OutageNotices } from "../feeds/outage-notices.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { MoreLink } from "../patterns/more-link.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Link } from "../primitives/link.tsx";
import { Pagination } from "../primitives/pagination.tsx";
import { BookSources } from "./book-sources.tsx";
import { HiddenNotes, MayBeMore } from "./hidden-notes.tsx";
import { NewestNote } from "./newest/newest-note.tsx";
import { PdfLink } from "./pdf-link.tsx";
import { ResultKinds } from "./result-kinds.tsx";
import { SearchBar } from "./search/search-bar.tsx";
import { SectionEmpty, Statements } from "./section-empty.tsx";
import { SectionItems } from "./section-items.tsx";
import { listHref, sectionHref } from "./sections.ts";

/** A list that is seen whole needs no search. */
const FEW = 8;

/** Sections that people take along on paper. */
const pdfOf = ({ section, showingHidden }: SectionPageView): string | undefined =>
  section === "medicines" || section === "vaccinations"
    ? `/book/${section}.pdf${showingHidden ? "?hidden=show" : ""}`
    : undefined;

interface SectionPageProps {
  view: SectionPageView;
  /** On paper: no way to the paper. */
  whole?: boolean;
  children?: ReactNode;
}

/** All of one section, twenty at a time; whole on paper. `children` stand before the list. */
export function SectionPage({ view, whole, children }: SectionPageProps) {
  const { t } = useI18n();
  const { section, person, showingHidden } = view;
  const inTime = section === "history";
  const hrefOf = (page: number) =>
    `${listHref(section)}?page=${page}${view.kind ? `&kind=${view.kind}` : ""}${showingHidden ? "&hidden=show" : ""}${view.newest?.showing ? "&newest=show" : ""}`;
  return (
    <Reporting may={person.mayReport}>
      <PageHead
        title={inTime ? t("history.all") : t(`section.title.${section}`)}
        eyebrow={t("book.of", { name: person.name })}
        back={
          inTime
            ? { href: sectionHref(section), place: t("section.title.history") }
            : { href: "/book", place: t("book.title") }
        }
        lead={t(`section.lead.${section}`)}
      >
        <MayBeMore self={person.self} />
      </PageHead>
      {view.feeds && <OutageNotices outages={view.feeds.outages} />}
      <div className="split">
        <div>
          {children}
          {view.items.length > 0 && (
            <HiddenNotes you={view.hiddenByYou} rule={view.hiddenByRule} showing={showingHidden} href="" />
          )}
          {(view.pages > 1 || view.total > FEW) && <SearchBar section={section} />}
          {section === "results" && (view.total > 0 || view.kind) && (
            <ResultKinds kind={view.kind} showingHidden={showingHidden} showingNewest={view.newest?.showing ?? false} />
          )}
          {section === "results" && !whole && <NewestNote of={view.newest} />}
          {section === "results" && !whole && !view.newest && view.items.length > 0 && (
            <p className="no-print">
              <Link href="/book/newest">{t("newest.offer")}</Link>
            </p>
          )}
          {view.kind === "measured" && <MoreLink href="/book/measurements">{t("measurements.seeOwn")}</MoreLink>}
          {view.items.length > 0 && <p className="count">{t(`section.count.${section}`, { n: view.total })}</p>}
          {!whole && <PdfLink href={pdfOf(view)} />}
          {whole && view.pages > 1 && <p>{t("pdf.tooMany", { n: view.items.length })}</p>}
          {view.items.length > 0 ? (
            <SectionItems view={view} />
          ) : view.kind ? (
            <EmptyState title={t("result.kinds.none")} />
          ) : (
            <SectionEmpty view={view} self={person.self} full />
          )}
          {view.items.length > 0 && (
            <>
              <MissingReported of={view.missing} />
              <ReportMissing section={section} />
            </>
          )}
          {!whole && <Pagination page={view.page} pages={view.pages} hrefOf={hrefOf} />}
          {view.items.length > 0 && (
            <div className="soft">
              <Statements view={view} />
            </div>
          )}
        </div>
        <BookSources sources={view.sources} self={person.self} aside />
      </div>
    </Reporting>
  );
}
