import type { CommentView, MeasurementView, ResultView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Why } from "../help/status-tag.tsx";
import { isCritical, outsideRange } from "../patterns/interpretation-tag.tsx";
import { ClinicalText } from "../primitives/clinical-text.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import { Notice } from "../primitives/notice.tsx";
import { Comment } from "./comment.tsx";

/** Kinds of results a doctor explains; a weight or a questionnaire needs no verdict. */
const explained = ({ form, category }: ResultView): boolean =>
  form !== "told" &&
  form !== "family" &&
  (form !== "measurement" || category === undefined || category === "laboratory" || category === "imaging");

/** What the clinician says comes first; that nobody has said anything yet is said too. Earlier words stay within reach. */
export function ClinicianSays({ result, comments }: { result: ResultView; comments: CommentView[] }) {
  const t = useT();
  const said = result.conclusion;
  const [last, ...before] = comments;
  if (said === undefined && !last && (!explained(result) || result.withdrawn)) return null;
  return (
    <div className="says">
      <h2>{t(last ? "result.doctorSays" : "result.clinicianSays")}</h2>
      {last && <Comment of={last} />}
      {before.length > 0 && (
        <Disclosure label={t("explain.before")}>
          {before.map((one) => (
            <Comment key={one.id} of={one} />
          ))}
        </Disclosure>
      )}
      {said !== undefined && last && <h3>{t("result.clinicianSays")}</h3>}
      {said !== undefined && <ClinicalText as="p" className="quote" text={said} />}
      {!last && said === undefined && (
        <>
          <Why of="result.notExplained">{t("result.notExplained")}</Why>
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
