import type { PapersView } from "#app/domain/health-book/papers/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { EmptyState } from "../../patterns/empty-state.tsx";
import { MoreLink } from "../../patterns/more-link.tsx";
import { PageHead } from "../../patterns/page-head.tsx";
import { QrCode } from "../../patterns/qr-code.tsx";
import type { FormState } from "../../primitives/field.tsx";
import { Notice } from "../../primitives/notice.tsx";
import { MayBeMore } from "../hidden-notes.tsx";
import { Cards } from "../insurance/cards.tsx";
import { PersonFacts } from "../person-facts.tsx";
import { DemandForm } from "./demand-form.tsx";
import { PaperItem } from "./paper-item.tsx";

interface PapersPageProps extends FormState {
  view: PapersView;
  news: "answered" | "unanswered" | "recent" | "told" | undefined;
}

/** What a counter asks for, on one page that prints on one sheet. */
export function PapersPage({ view, news, ...form }: PapersPageProps) {
  const t = useT();
  const { person } = view;
  return (
    <div className="papers">
      <PageHead title={t("papers.title")} lead={t("papers.lead")} back={{ href: "/book", place: t("book.title") }}>
        <p className="papers-name" translate="no">
          {person.name}
        </p>
        <PersonFacts person={person} />
        <MayBeMore self={person.self} />
      </PageHead>
      {news && (
        <div className="no-print">
          <Notice tone={news === "unanswered" ? "needs" : "info"} alert>
            <p>{news === "told" ? t("papers.told") : t(`insurance.news.${news}`)}</p>
          </Notice>
        </div>
      )}
      <div className="cols">
        <div className="col">
          <section id="card" aria-labelledby="card-title" className="titled">
            <h2 id="card-title">{t("insurance.title")}</h2>
            <Cards
              view={view}
              action="/book/papers"
              brief
              beside={(card) => <CardQr number={card.number.join("")} />}
            />
          </section>
          <PaperList view={view} />
        </div>
        <div className="col">
          <Rules />
          <DemandForm facilities={view.facilities} {...form} />
        </div>
      </div>
    </div>
  );
}

/** The number alone: it is what a counter types, and a code may be photographed by anybody. */
function CardQr({ number }: { number: string }) {
  const t = useT();
  return (
    <div className="papers-qr">
      <QrCode text={number} label={t("papers.qr", { number })} />
      <p className="soft small">{t("papers.qrHelp", { number })}</p>
    </div>
  );
}

function PaperList({ view }: { view: PapersView }) {
  const t = useT();
  const { papers, over, papersClosed } = view;
  return (
    <section aria-labelledby="papers" className="titled">
      <h2 id="papers">{t("papers.list")}</h2>
      {papers.length > 0 && (
        <ul className="list">
          {papers.map((paper) => (
            <PaperItem key={paper.id} paper={paper} />
          ))}
        </ul>
      )}
      {papers.length === 0 && (
        <EmptyState title={t(papersClosed ? "empty.notShown" : "papers.none")}>
          {!papersClosed && <p className="no-print">{t("papers.noneHelp")}</p>}
          {!papersClosed && <MoreLink href="/book/sources/why">{t("search.noneWhy")}</MoreLink>}
        </EmptyState>
      )}
      {over > 0 && (
        <>
          <p className="soft no-print">{t("papers.over", { n: over })}</p>
          <MoreLink href="/book/documents">{t("papers.overSee")}</MoreLink>
        </>
      )}
    </section>
  );
}

function Rules() {
  const t = useT();
  return (
    <section aria-labelledby="rule" className="titled">
      <h2 id="rule">{t("papers.rule")}</h2>
      <div className="stack prose">
        <p>{t("papers.ruleCard")}</p>
        <p>{t("papers.rulePapers")}</p>
        <h3>{t("papers.vneid")}</h3>
        <p>{t("papers.vneidWhere")}</p>
        <p className="no-print soft small">{t("papers.print")}</p>
      </div>
    </section>
  );
}
