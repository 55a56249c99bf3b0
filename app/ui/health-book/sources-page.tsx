import Download from "lucide-react/icons/download";
import type { SourcesView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Reporting, ReportMissing } from "../corrections/report-links.tsx";
import { BookFreshness } from "../feeds/book-freshness.tsx";
import { OutageNotices } from "../feeds/outage-notices.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { LinkButton } from "../primitives/button.tsx";
import { MayBeMore } from "./hidden-notes.tsx";
import { SilentFacilities } from "./silent-facilities.tsx";
import { SourceCard } from "./source-card.tsx";

/** Per hospital: what arrived and when; and who has sent nothing. */
export function SourcesPage({ view }: { view: SourcesView }) {
  const t = useT();
  const { person, sources, silent, mayHaveSent } = view;
  return (
    <div className="narrow">
      <PageHead
        title={t("sources.title")}
        eyebrow={t("book.of", { name: person.name })}
        back={{ href: "/book", place: t("book.title") }}
        lead={t(mayHaveSent ? "sources.leadSent" : "sources.lead")}
      >
        <MayBeMore self={person.self} />
      </PageHead>
      <BookFreshness kinds={sources.flatMap((source) => source.kinds)} />
      <OutageNotices outages={view.outages} />
      {sources.length === 0 ? (
        <EmptyState title={t(mayHaveSent ? "book.sentNotShown" : "sources.none")}>
          <p>{t("book.emptyBookWhy")}</p>
        </EmptyState>
      ) : (
        <section aria-labelledby="sent">
          <h2 id="sent">{t("sources.sent", { n: sources.length })}</h2>
          <ul className="list">
            {sources.map((source) => (
              <SourceCard key={source.facilityId} source={source} />
            ))}
          </ul>
        </section>
      )}
      {silent.length > 0 && <SilentFacilities view={view} />}
      <Reporting may={person.mayReport}>
        <ReportMissing />
      </Reporting>
      <section aria-labelledby="whole" className="apart prose stack no-print">
        <h2 id="whole">{t("copy.title")}</h2>
        <p>{t("copy.linkHelp")}</p>
        <p>
          <LinkButton look="second" href="/book/export/pdf">
            {t("copy.link")}
          </LinkButton>
        </p>
      </section>
      <section aria-labelledby="summary" className="apart prose stack no-print">
        <h2 id="summary">{t("summary.heading")}</h2>
        <p>{t("summary.help")}</p>
        <p>
          <LinkButton look="second" icon={Download} href="/book/export?format=ips" download>
            {t("summary.link")}
          </LinkButton>
        </p>
      </section>
      <section aria-labelledby="export" className="apart prose stack no-print">
        <h2 id="export">{t("sources.export")}</h2>
        <p>{t("sources.exportHelp")}</p>
        <p className="soft">{t("sources.exportLeftOut")}</p>
        <p>
          <LinkButton look="second" icon={Download} href="/book/export" download>
            {t("sources.exportLink")}
          </LinkButton>
        </p>
      </section>
    </div>
  );
}
