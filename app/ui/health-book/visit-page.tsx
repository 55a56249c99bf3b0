import type { VisitPageView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { ReportItem, Reporting } from "../corrections/report-links.tsx";
import { StatusTag } from "../help/status-tag.tsx";
import { statusIn } from "../help/statuses.ts";
import { PageHead } from "../patterns/page-head.tsx";
import { Section } from "../patterns/section.tsx";
import { ClinicalText } from "../primitives/clinical-text.tsx";
import { DescriptionList } from "../primitives/description-list.tsx";
import { Moment, When } from "../primitives/when.tsx";
import { EarlierLink } from "./earlier-link.tsx";
import { MayBeMore } from "./hidden-notes.tsx";
import { ItemFlags } from "./item-flags.tsx";
import { NewestNote } from "./newest/newest-note.tsx";
import { PdfLink } from "./pdf-link.tsx";
import { sectionHref, sectionIcons } from "./sections.ts";
import { diagnosisWords } from "./title-words.ts";
import { useVisitTitle } from "./visit-item.tsx";
import { VisitItems } from "./visit-items.tsx";

/** Everything of one visit in one place. */
export function VisitPage({ view }: { view: VisitPageView }) {
  const { t } = useI18n();
  const { person, visit, sections } = view;
  const title = useVisitTitle()(visit);
  const filled = sections.filter((part) => part.items.length > 0);
  return (
    <Reporting may={person.mayReport}>
      <PageHead
        title={title.clinical ? <ClinicalText text={title.text} /> : title.text}
        eyebrow={t("book.of", { name: person.name })}
        back={{ href: sectionHref("visits"), place: t("section.title.visits") }}
      >
        <ItemFlags item={visit} explain />
        <MayBeMore self={person.self} />
      </PageHead>
      <div className="split split-facts">
        <div className="stack">
          <VisitFacts view={view} />
          <EarlierLink of={visit} />
          <PdfLink href={`/book/visits/${visit.id}/pdf${visit.hidden ? "?hidden=show" : ""}`} />
          <ReportItem id={visit.id} visit reported={visit.reported} />
        </div>
        <div className="col">
          <NewestNote of={view.newest} />
          {filled.map(({ section, items }) => (
            <Section key={section} id={section} title={t(`section.title.${section}`)} icon={sectionIcons[section]}>
              <VisitItems items={items} />
            </Section>
          ))}
          {filled.length === 0 && <p>{t("visit.nothingElse")}</p>}
        </div>
      </div>
    </Reporting>
  );
}

function VisitFacts({ view: { visit } }: { view: VisitPageView }) {
  const { t } = useI18n();
  const said = (texts: string[]) => texts.length > 0 && <ClinicalText text={texts.join("; ")} />;
  const state = statusIn("visit.status", visit.status);
  const kind = visit.title === undefined ? undefined : t.maybe("visit.class", visit.visitClass);
  return (
    <DescriptionList
      facts={[
        { label: t("visit.when"), value: <When value={visit.when} as="full" /> },
        { label: t("visit.place"), value: visit.source.facility },
        { label: t("result.kind"), value: kind },
        { label: t("operator.state"), value: state && <StatusTag of={state} /> },
        { label: t("visit.department"), value: visit.department && <ClinicalText text={visit.department} /> },
        { label: t("visit.practitioners"), value: said(visit.practitioners) },
        { label: t("visit.reasons"), value: said(visit.reasons) },
        {
          label: t("visit.diagnoses"),
          value: visit.diagnoses.length > 0 && <ClinicalText text={diagnosisWords(visit.diagnoses, t)} />,
        },
        { label: t("visit.disposition"), value: visit.disposition && <ClinicalText text={visit.disposition} /> },
        { label: t("result.receivedAt"), value: <Moment at={visit.source.receivedAt} /> },
      ]}
    />
  );
}
