import type { CommentView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { ClinicalText } from "../primitives/clinical-text.tsx";

/** What a clinician said: the phrase, their own words, who and when. */
export function Comment({ of }: { of: CommentView }) {
  const { t, f } = useI18n();
  const by = { name: of.by ?? t("log.who.clinician"), facility: of.facility, date: f.date(of.at) };
  return (
    <div className="stack">
      <p>
        <strong>
          {of.phrase === "repeat" ? t("explain.repeatAfter", { n: of.weeks ?? 1 }) : t(`explain.choice.${of.phrase}`)}
        </strong>
      </p>
      {of.words && <ClinicalText as="p" className="quote" text={of.words} />}
      <p className="soft">{t("explain.by", by)}</p>
    </div>
  );
}
