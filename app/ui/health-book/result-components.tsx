import type { MeasurementView, ResultView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { InterpretationTag, outsideRange } from "../patterns/interpretation-tag.tsx";
import { Value } from "../patterns/value.tsx";
import { ClinicalText } from "../primitives/clinical-text.tsx";

/** The parts of a result with several, like the two figures of a blood pressure. */
export function Components({ of }: { of: ResultView }) {
  return of.components.map((part, at) => {
    const key = `${at}`;
    return <ComponentLine key={key} of={part} />;
  });
}

function ComponentLine({ of }: { of: MeasurementView }) {
  const t = useT();
  return (
    <p className="pair">
      <ClinicalText text={of.title ?? t("item.untitled.result")} />
      <Value of={of.value} />
      {of.interpretation && outsideRange(of.interpretation) && <InterpretationTag of={of.interpretation} />}
    </p>
  );
}
