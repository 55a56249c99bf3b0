import type { HistoryView } from "#app/domain/health-book/history/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Reporting, ReportMissing } from "../../corrections/report-links.tsx";
import { MoreLink } from "../../patterns/more-link.tsx";
import { PageHead } from "../../patterns/page-head.tsx";
import { BookSources } from "../book-sources.tsx";
import { HiddenNotes, MayBeMore } from "../hidden-notes.tsx";
import { SearchBar } from "../search/search-bar.tsx";
import { listHref } from "../sections.ts";
import { HistoryPart } from "./history-part.tsx";

/** What was told of a life, part by part as Form 831 asks it. */
export function HistoryPage({ view }: { view: HistoryView }) {
  const { t } = useI18n();
  const { person, parts, total, showingHidden } = view;
  return (
    <Reporting may={person.mayReport}>
      <PageHead
        title={t("section.title.history")}
        eyebrow={t("book.of", { name: person.name })}
        back={{ href: "/book", place: t("book.title") }}
        lead={t("history.lead")}
      >
        <MayBeMore self={person.self} />
      </PageHead>
      <HiddenNotes you={view.hiddenByYou} rule={view.hiddenByRule} showing={showingHidden} href="" />
      <div className="split">
        <div className="parts">
          {parts.map((part) => (
            <HistoryPart key={part.part} view={part} self={person.self} />
          ))}
          {person.pregnancyTold && <MoreLink href="/book/pregnancy">{t("pregnancy.title")}</MoreLink>}
          {total > 0 && (
            <MoreLink href={`${listHref("history")}${showingHidden ? "?hidden=show" : ""}`}>
              {t("history.inTime", { n: total })}
            </MoreLink>
          )}
          <ReportMissing section="history" />
          <SearchBar section="history" />
        </div>
        <BookSources sources={view.sources} self={person.self} aside />
      </div>
    </Reporting>
  );
}
