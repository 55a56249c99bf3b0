import type { ItemView } from "#app/domain/health-book/view.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { readable } from "../primitives/clinical-text.tsx";

const ICD_10 = /^[A-Z]\d{2}(?:\.\d{1,2})?$/;
/** A number of a list of services, indicators or medicines: "23.0075.1494"; of LOINC: "718-7". */
const LISTED = /^\d(?:[\d.]+|\d*-\d)$/;

/** Some senders tell things by their code alone; it is shown as the code it is. `undefined` when the text is words. */
export function codeWords(text: string, t: Translate): string | undefined {
  if (ICD_10.test(text)) return t("condition.code", { code: text });
  return LISTED.test(text) ? t("item.code", { code: text }) : undefined;
}

/** What an item is called on a page. */
export const titleWords = ({ title, kind }: Pick<ItemView, "title" | "kind">, t: Translate): string =>
  title === undefined ? t(`item.untitled.${kind}`) : (codeWords(title, t) ?? readable(title, t));

/** Diagnoses in one line; bare codes among them are said to be codes. */
export const diagnosisWords = (diagnoses: readonly string[], t: Translate): string =>
  diagnoses.map((one) => codeWords(one, t) ?? one).join("; ");
