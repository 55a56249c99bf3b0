import type { NextStepView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { ClinicalText } from "../primitives/clinical-text.tsx";

/** Which date of a vaccination it is, when not the day it is due: in our words, else in the sender's. */
export function DateIs({ of: { when, dateIs } }: { of: NextStepView }) {
  const t = useT();
  return when && dateIs ? <ClinicalText as="p" text={t.maybe("nextStep.dateIs", dateIs) ?? dateIs} /> : null;
}
