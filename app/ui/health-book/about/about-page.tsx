import type { AboutView } from "#app/domain/health-book/about/view.ts";
import type { CheckOutcome } from "#app/domain/health-book/insurance/check-card.ts";
import { useT } from "#app/i18n/t.tsx";
import { EmptyState } from "../../patterns/empty-state.tsx";
import { PageHead } from "../../patterns/page-head.tsx";
import { Notice } from "../../primitives/notice.tsx";
import { MayBeMore } from "../hidden-notes.tsx";
import { Cards } from "../insurance/cards.tsx";
import { AboutFacts } from "./about-facts.tsx";

const outcomes: readonly CheckOutcome[] = ["answered", "unanswered", "recent"];

/** What the address says became of a question. */
export const newsOf = (said: string | null): CheckOutcome | undefined => outcomes.find((outcome) => outcome === said);

/** The insurance card, and who the person is as each source tells it. */
export function AboutPage({ view, news }: { view: AboutView; news: CheckOutcome | undefined }) {
  const t = useT();
  const { person, facts, missing } = view;
  return (
    <>
      <PageHead
        title={t("about.title")}
        eyebrow={t("book.of", { name: person.name })}
        back={{ href: "/book", place: t("book.title") }}
      >
        <MayBeMore self={person.self} />
      </PageHead>
      {news && (
        <Notice tone={news === "unanswered" ? "needs" : "info"} alert>
          <p>{t(`insurance.news.${news}`)}</p>
        </Notice>
      )}
      <div className="cols">
        <section id="card" aria-labelledby="card-title" className="titled">
          <h2 id="card-title">{t("insurance.title")}</h2>
          <Cards view={view} action="/book/about" />
        </section>
        <section aria-labelledby="facts" className="titled">
          <h2 id="facts">{t("about.facts")}</h2>
          {facts.length === 0 ? (
            <EmptyState title={t("about.none")}>
              <p>{t("about.noneHelp")}</p>
            </EmptyState>
          ) : (
            <>
              <p className="lead">{t("about.lead")}</p>
              <AboutFacts facts={facts} missing={missing} />
            </>
          )}
        </section>
      </div>
    </>
  );
}
