import type { NoneStatement, SectionView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { MissingReported, ReportMissing } from "../corrections/report-links.tsx";
import { SectionFeeds } from "../feeds/section-feeds.tsx";
import { Why } from "../help/status-tag.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { MoreLink } from "../patterns/more-link.tsx";
import { ClinicalText } from "../primitives/clinical-text.tsx";
import { HiddenNotes } from "./hidden-notes.tsx";

/** A facility saying that there is nothing, or that it does not know: one sentence with its name and date. */
export function Statements({ view }: { view: SectionView }) {
  return view.statements.map((statement, at) => {
    const key = `${at}`;
    return <Statement key={key} of={statement} section={view.section} />;
  });
}

/** One sentence of a facility that there is nothing, or that it does not know. */
export function Statement({ of, section }: { of: NoneStatement; section: SectionView["section"] }) {
  const { t, f } = useI18n();
  const values = { facility: of.source.facility, date: of.when ? f.day(of.when) : f.date(of.source.receivedAt) };
  const sentence = {
    "none-known": () =>
      of.scope ? t(`empty.noneOfKindBy.${of.scope}`, values) : t(`empty.noneRecordedBy.${section}`, values),
    "none-no-longer": () => t("empty.noneNoLonger", values),
    "none-unclear": () => t("empty.noneUnclear", values),
    "not-asked": () => t("empty.notAsked", values),
    unavailable: () => t("empty.unavailable", values),
    withheld: () => t("empty.withheld", values),
  }[of.says];
  return (
    <>
      <p>{sentence()}</p>
      {of.text !== undefined && <ClinicalText as="p" className="src" text={of.text} />}
    </>
  );
}

interface SectionEmptyProps {
  view: SectionView;
  self: boolean;
  /** With the way to find out more: on the section's own page. */
  full?: boolean;
}

/** Why a section shows nothing. The four reasons are four different sentences; two are for the person alone. */
export function SectionEmpty({ view, self, full }: SectionEmptyProps) {
  return (
    <EmptyState>
      {view.statements.length > 0 ? (
        <Statements view={view} />
      ) : (
        <Reason view={view} self={self} full={full ?? false} />
      )}
      {view.feeds && (full || view.total === 0) && <SectionFeeds feeds={view.feeds} full={full ?? false} />}
      {self && <HiddenNotes you={view.hiddenByYou} rule={view.hiddenByRule} showing={false} href="" />}
      <MissingReported of={view.missing} />
      <ReportMissing section={view.section} />
    </EmptyState>
  );
}

function Reason({ view, self, full }: Required<SectionEmptyProps>) {
  const { t } = useI18n();
  if (view.folded) return <p>{t("newest.hidden", { n: view.folded })}</p>;
  // There are entries, but none that stands here: over, finished, withdrawn.
  if (view.total > 0 && !full) return <p>{t(`empty.noneNow.${view.section}`)}</p>;
  if (view.empty === "none-recorded") {
    const words = t(`empty.noneRecorded.${view.section}`);
    return full ? <Why of="status.empty.none-recorded">{words}</Why> : <p>{words}</p>;
  }
  if (view.empty === "nothing-received") {
    return (
      <>
        {full ? (
          <Why of="status.empty.nothing-received">{t(`empty.nothingReceived.${view.section}`)}</Why>
        ) : (
          <p>{t(`empty.nothingReceived.${view.section}`)}</p>
        )}
        {full && <p className="soft">{t("empty.notMeaningNone")}</p>}
        {full && <p className="soft">{t(`empty.filledFrom.${view.section}`)}</p>}
        {full && <MoreLink href="/book/sources">{t("book.eachSource")}</MoreLink>}
      </>
    );
  }
  if (!self) return <p>{t("empty.notShown")}</p>;
  // How many, and how to see them, is said by the note below.
  if (view.empty === "hidden-by-you") return view.hiddenByYou > 0 ? null : <p>{t("empty.hiddenByYou")}</p>;
  if (view.empty === "hidden-by-rule") return view.hiddenByRule > 0 ? null : <p>{t("empty.hiddenByRule")}</p>;
  return null;
}
