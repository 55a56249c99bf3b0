import type { SummaryInput } from "#app/domain/health-book/summarize-record.ts";
import { makeI18n } from "#app/i18n/t.tsx";
import { SummaryNarrative } from "#app/ui/health-book/summary-narrative.tsx";
import { hiddenWords } from "./hidden-words.ts";
import { catalogueOf, type PrintContext, printed } from "./markup-of.tsx";
import { narrativeOf } from "./xhtml.ts";

/** The words of a patient summary in the reader's language. */
export function summaryWords(context: PrintContext): SummaryInput {
  const { language } = context;
  const { t } = makeI18n(catalogueOf(context), language);
  const said = (element: Parameters<typeof printed>[1]) => narrativeOf(printed(context, element), language);
  return {
    language,
    title: t("summary.title"),
    author: t("summary.author", { department: t("common.department") }),
    about: said(
      <>
        <p>{t("summary.about")}</p>
        <p>{t("sources.exportLeftOut")}</p>
      </>,
    ),
    part: (part) => t(`summary.part.${part}`),
    narrative: (view) => said(<SummaryNarrative view={view} />),
    inWords: hiddenWords(language),
  };
}
