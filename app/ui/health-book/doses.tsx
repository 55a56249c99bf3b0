import type { DoseView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { doseWords } from "./dose-words.ts";
import { Lines } from "./lines.tsx";

interface DosesProps {
  doses: DoseView[];
  /** Say so when the sender gave none, and add figures to the sender's words. */
  full: boolean;
}

/** How to take a medicine: the sender's own words first, else made from the parts. */
export function Doses({ doses, full }: DosesProps) {
  const i18n = useI18n();
  const lines = doses.flatMap((dose) => {
    const words = doseWords(dose, i18n);
    if (dose.text === undefined) return words === undefined ? [] : [words];
    return full && words !== undefined ? [dose.text, words] : [dose.text];
  });
  if (lines.length === 0) return full ? <p className="soft">{i18n.t("dose.notStated")}</p> : null;
  return <Lines of={[...new Set(lines)]} />;
}
