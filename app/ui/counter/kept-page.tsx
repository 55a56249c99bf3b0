import { useT } from "#app/i18n/t.tsx";
import { isWritten, type KeptForm } from "#app/shared/kept-form.ts";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import { ClinicalText } from "../primitives/clinical-text.tsx";

/** What was half written when the counter locked, for the same person alone: to be sent now, or left. */
export function KeptPage({ form: { to, fields } }: { form: KeptForm }) {
  const t = useT();
  return (
    <div className="narrow">
      <PageHead title={t("counter.kept")} lead={t("counter.keptLead")} />
      <div className="says">
        <h2>{t("errors.kept.written")}</h2>
        {fields.flatMap(([name, value]) =>
          isWritten(value) ? [<ClinicalText key={name} as="p" className="quote" text={value} />] : [],
        )}
      </div>
      <div className="btns">
        <form method="post" action={to}>
          {fields.map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
          <Button>{t("counter.sendKept")}</Button>
        </form>
        <form method="post" action="/counter/kept">
          <Button look="second">{t("counter.dropKept")}</Button>
        </form>
      </div>
    </div>
  );
}
