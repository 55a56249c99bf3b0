import type { MeasurementView, ResultView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { isCritical, outsideRange } from "../patterns/interpretation-tag.tsx";
import { ClinicalText } from "../primitives/clinical-text.tsx";
import { Notice } from "../primitives/notice.tsx";

/** Kinds of results a doctor explains; a weight or a questionnaire needs no verdict. */
const explained = ({ form, category }: ResultView): boolean =>
  form !== "told" &&
  (form !== "measurement" || category === undefined || category === "laboratory" || category === "imaging");

/** What the clinician says comes first; that nobody has said anything yet is said too. */
export function ClinicianSays({ result }: { result: ResultView }) {
  const t = useT();
  const said = result.conclusion;
  if (said === undefined && (!explained(result) || result.withdrawn)) return null;
  return (
    <div className="says">
      <h2>{t("result.clinicianSays")}</h2>
      {said !== undefined ? (
        <ClinicalText as="p" className="quote" text={said} />
      ) : (
        <>
          <p>{t("result.notExplained")}</p>
          <p className="soft">{t("result.notExplainedNext")}</p>
        </>
      )}
    </div>
  );
}

/** Facts to read beside a value outside the range; what to do when it is far outside. */
export function WhatItMeans({ of }: { of: MeasurementView[] }) {
  const t = useT();
  if (of.some((m) => isCritical(m.interpretation))) {
    return (
      <Notice tone="needs">
        <p>{t("result.urgent")}</p>
      </Notice>
    );
  }
  return of.some((m) => outsideRange(m.interpretation)) ? <p className="prose">{t("result.outside")}</p> : null;
}
