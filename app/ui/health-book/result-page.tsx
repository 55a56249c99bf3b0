import type { Held, ResultPageView, ResultView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { ReportItem, Reporting } from "../corrections/report-links.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { SourceLine } from "../patterns/source-line.tsx";
import { ValueWithRange } from "../patterns/value-with-range.tsx";
import { Link } from "../primitives/link.tsx";
import { AboutTest } from "../tests/about-test.tsx";
import { HeldWords } from "./held-item.tsx";
import { MayBeMore } from "./hidden-notes.tsx";
import { ItemFlags } from "./item-flags.tsx";
import { Lines } from "./lines.tsx";
import { MeasurementTable } from "./measurement-table.tsx";
import { NewerResult, ResultEarlier } from "./result-earlier.tsx";
import { ResultFacts } from "./result-facts.tsx";
import { ClinicianSays, WhatItMeans } from "./result-meaning.tsx";
import { ResultPictures } from "./result-pictures.tsx";
import { AiHelped, TableRange, ViewerLink } from "./result-registers.tsx";
import { sectionHref, visitHref } from "./sections.ts";
import { titleWords } from "./title-words.ts";

const hasOwnValue = (r: ResultView) => r.value !== undefined || r.interpretation !== undefined;

/** One result: what the doctor says, the value and what it means, its parts, its history, where it comes from. */
export function ResultPage({ view }: { view: ResultPageView }) {
  return view.result.held ? <HeldResultPage view={view} held={view.result.held} /> : <ShownResult view={view} />;
}

/** That there is a result, when it appears, and what a clinician has said meanwhile. */
function HeldResultPage({ view: { person, result, comments }, held }: { view: ResultPageView; held: Held }) {
  const { t } = useI18n();
  return (
    <>
      <PageHead
        title={t(`held.class.${held.class}`)}
        eyebrow={t("book.of", { name: person.name })}
        back={{ href: sectionHref("results"), place: t("section.title.results") }}
      >
        <SourceLine facility={result.source.facility} when={result.when} as="full" />
      </PageHead>
      <div className="stack prose">
        {comments.length > 0 && <ClinicianSays result={result} comments={comments} />}
        <HeldWords of={held} />
        <p>{t("held.call", { facility: result.source.facility })}</p>
      </div>
    </>
  );
}

function ShownResult({ view }: { view: ResultPageView }) {
  const { t, locale } = useI18n();
  const { person, result, members } = view;
  const values = members.filter((one) => one.form !== "imaging");
  const known = view.about?.[locale].name;
  const told = result.form === "told" || result.form === "family";
  const section = told ? "history" : "results";
  const kind = (told ? undefined : t.maybe("result.category", result.category)) ?? t(`result.form.${result.form}`);
  return (
    <Reporting may={person.mayReport}>
      <PageHead
        title={
          result.title === undefined ? t("item.untitled.result") : <span translate="no">{titleWords(result, t)}</span>
        }
        eyebrow={t("book.of", { name: person.name })}
        back={{ href: sectionHref(section), place: t(`section.title.${section}`) }}
      >
        <SourceLine facility={result.source.facility} when={result.when} as="full">
          {result.visitId !== undefined && (
            <span className="src-more">
              <Link href={visitHref(result.visitId, result.hidden)}>{t("book.fromVisit")}</Link>
            </span>
          )}
        </SourceLine>
        <p>{known === undefined || known === result.title ? kind : t("result.kindAndTest", { kind, test: known })}</p>
        <ItemFlags item={result} explain />
        <MayBeMore self={person.self} />
      </PageHead>
      <div className="split">
        <div className="col">
          <NewerResult of={view.newer} />
          <ClinicianSays result={result} comments={view.comments} />
          <AiHelped result={result} />
          {hasOwnValue(result) && <ValueWithRange of={result} />}
          <TableRange result={result} />
          <ViewerLink result={result} />
          {result.components.length > 0 && (
            <MeasurementTable caption={t("result.partsTitle")} rows={result.components} />
          )}
          {values.length > 0 && <MeasurementTable caption={t("result.membersTitle")} rows={values} linked />}
          {view.membersUnshown > 0 && <p>{t("result.membersUnshown", { n: view.membersUnshown })}</p>}
          <ResultPictures of={members.filter((one) => one.form === "imaging")} />
          <WhatItMeans of={[result, ...result.components, ...members]} />
          {result.notes.length > 0 && (
            <div className="prose">
              <h2>{t("common.notes")}</h2>
              <Lines className="quote" of={result.notes} />
            </div>
          )}
          <AboutTest test={view.about} />
          <ResultEarlier view={view} />
        </div>
        <div className="stack">
          <ResultFacts view={view} />
          <ReportItem id={result.id} />
        </div>
      </div>
    </Reporting>
  );
}
