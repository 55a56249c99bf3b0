import type { DoseView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { besideWords, doseWords } from "./dose-words.ts";
import { Lines } from "./lines.tsx";

interface DosesProps {
  doses: DoseView[];
  /** Say so when the sender gave none. */
  full: boolean;
}

/** How to take a medicine: in the sender's own words; where there are none, made from the parts. */
export function Doses({ doses, full }: DosesProps) {
  const i18n = useI18n();
  const lines = doses.flatMap((dose) =>
    dose.text ? [dose.text, ...besideWords(dose, i18n)] : (doseWords(dose, i18n) ?? []),
  );
  if (lines.length === 0) return full ? <p className="soft">{i18n.t("dose.notStated")}</p> : null;
  return <Lines of={[...new Set(lines)]} />;
}
