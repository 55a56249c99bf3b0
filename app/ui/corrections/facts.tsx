import type { CorrectionDetailView, CorrectionView } from "#app/domain/corrections/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { DescriptionList, type Fact } from "../primitives/description-list.tsx";
import { Moment } from "../primitives/when.tsx";
import { CorrectionState } from "./state-tag.tsx";
import { capital, clockWords } from "./words.ts";

interface FactsProps {
  of: CorrectionView;
  detail?: Pick<CorrectionDetailView, "circumstances" | "contact" | "tellInsurer"> | undefined;
  /** For staff, before everything else: whose report it is. On the person's own page the title says the kind. */
  first?: Fact[];
}

/** What a report is, who must answer it by when, and what was ticked. */
export function CorrectionFacts({ of, detail, first = [] }: FactsProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const clock = clockWords(of, i18n);
  return (
    <DescriptionList
      facts={[
        ...first,
        { label: t("operator.state"), value: <CorrectionState of={of} brief={first.length > 0} /> },
        { label: t("correction.due"), value: clock && capital(clock) },
        { label: t("correction.what"), value: first.length > 0 && t(`correction.kindShort.${of.kind}`) },
        { label: t("correction.section"), value: t(`section.title.${of.section}`) },
        { label: t("correction.owner"), value: of.owner },
        { label: t("correction.about"), value: of.about !== of.owner && of.about },
        { label: t("correction.sent"), value: <Moment at={of.sentAt} as="full" /> },
        { label: t("correction.decided"), value: of.decidedAt && <Moment at={of.decidedAt} as="full" /> },
        {
          label: t("correction.circumstances"),
          value: detail?.circumstances.map((one) => t(`correction.circumstance.${one}`)).join("; "),
        },
        { label: t("correction.wish"), value: detail?.contact === "call" && t("correction.contactOf.call") },
        { label: t("correction.insurer"), value: detail?.tellInsurer && t("correction.toldInsurer") },
      ]}
    />
  );
}
