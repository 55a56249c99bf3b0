import type { ResultView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { rangeText } from "../patterns/value-text.ts";
import { ClinicalText } from "../primitives/clinical-text.tsx";

/** A range that the laboratory did not send with the result: whose table it is of, or why there is none. */
export function TableRange({ result }: { result: ResultView }) {
  const i18n = useI18n();
  const { t, f } = i18n;
  const { facility } = result.source;
  const range = result.tableRange && rangeText(result.tableRange, i18n);
  if (result.tableRange && range)
    return (
      <div className="stack">
        <ClinicalText
          as="p"
          className="soft"
          text={t("result.tableRange", { facility, date: f.date(result.tableRange.from), range })}
        />
        <p className="soft">{t("result.tableRangeNote")}</p>
      </div>
    );
  return result.noRange ? <p className="soft">{t(`result.noRange.${result.noRange}`, { facility })}</p> : null;
}

/** That a machine with AI was used, and which human read what it said. */
export function AiHelped({ result }: { result: ResultView }) {
  const { t } = useI18n();
  if (!result.aiHelped) return null;
  return (
    <ClinicalText
      as="p"
      text={result.by.length > 0 ? t("result.aiReader", { name: result.by.join(", ") }) : t("result.aiNoReader")}
    />
  );
}

/** The way to the pictures at the hospital: another site, which learns the study and not from where it was opened. */
export function ViewerLink({ result }: { result: ResultView }) {
  const { t } = useI18n();
  if (!result.viewer) return null;
  return (
    <p>
      <a href={result.viewer} rel="noreferrer noopener external" referrerPolicy="no-referrer">
        {t("result.viewer", { facility: result.source.facility })}
      </a>
    </p>
  );
}
