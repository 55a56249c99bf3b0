import type { WaitingResult } from "#app/domain/health-book/clinic/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Comment } from "../../health-book/comment.tsx";
import { MeasurementTable } from "../../health-book/measurement-table.tsx";
import { titleWords } from "../../health-book/title-words.ts";
import { ValueWithRange } from "../../patterns/value-with-range.tsx";
import { ClinicalText } from "../../primitives/clinical-text.tsx";
import { When } from "../../primitives/when.tsx";

/** One result with what is needed to say something about it, and the box to choose it. */
export function WaitingItem({ of: { id, result, members, person, held, comments } }: { of: WaitingResult }) {
  const i18n = useI18n();
  const { t, f } = i18n;
  const title = titleWords(result, t);
  const [last] = comments;
  const values = members.filter((one) => one.form !== "imaging");
  return (
    <li className="waiting stack">
      <p>
        <label className="check">
          <input type="checkbox" name="chosen" value={`${id}:${comments.length}`} />
          <span translate="no">
            {t("explain.resultOf", { title, name: person.name, year: person.birthYear ?? "?" })}
          </span>
        </label>
      </p>
      <p className="soft">
        <When value={result.when} />
      </p>
      {held && <p>{t("explain.held", { what: t(`held.class.${held.class}`), date: f.date(held.appearsAt) })}</p>}
      {result.value && <ValueWithRange of={result} />}
      {values.length > 0 && <MeasurementTable caption={t("result.membersTitle")} rows={values} />}
      {result.components.length > 0 && <MeasurementTable caption={t("result.partsTitle")} rows={result.components} />}
      {result.conclusion && <ClinicalText as="p" text={t("result.conclusion", { text: result.conclusion })} />}
      {last && <Comment of={last} />}
    </li>
  );
}
