import type { MissingView } from "#app/domain/health-book/missing-view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Reporting, ReportMissing } from "../corrections/report-links.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import { Select } from "../primitives/select.tsx";
import { MissingFacts, MissingSteps } from "./missing-answer.tsx";
import { OutageNotices } from "./outage-notices.tsx";

/** Why something is not in the book: choose where and what, read what is known and what to do. */
export function MissingPage({ view }: { view: MissingView }) {
  const t = useT();
  const { answer, places, kinds } = view;
  const values = { facility: view.facilityId ?? "", kind: view.kind ?? "" };
  return (
    <div className="narrow">
      <PageHead
        title={t("missing.title")}
        eyebrow={t("book.of", { name: view.person.name })}
        back={{ href: "/book/sources", place: t("missing.back") }}
        lead={t("missing.lead")}
      />
      {answer && (
        <section aria-labelledby="answer" className="titled">
          <h2 id="answer">
            {t("missing.answerFor", { kind: t(`feed.kind.${answer.feed.kind}`), facility: answer.facility })}
          </h2>
          <OutageNotices outages={answer.outages} />
          <MissingFacts answer={answer} />
          <MissingSteps answer={answer} />
          <Reporting may={view.person.mayReport}>
            <ReportMissing
              {...(answer.section !== undefined && { section: answer.section })}
              {...(view.facilityId !== undefined && { facilityId: view.facilityId })}
            />
          </Reporting>
        </section>
      )}
      <form method="get" action="/book/sources/why" className={answer ? "form apart" : "form"}>
        <Select
          name="facility"
          label={t("missing.place")}
          required
          prompt={t("missing.choosePlace")}
          values={values}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="kind"
          label={t("missing.kind")}
          required
          prompt={t("missing.chooseKind")}
          values={values}
          options={kinds.map((kind) => ({ value: kind, label: t(`feed.kind.${kind}`) }))}
        />
        <div>
          <Button wide look={answer ? "second" : "main"}>
            {t("missing.ask")}
          </Button>
        </div>
      </form>
    </div>
  );
}
