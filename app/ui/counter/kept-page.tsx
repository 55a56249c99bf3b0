import { useT } from "#app/i18n/t.tsx";
import { isWritten, type KeptForm } from "#app/shared/kept-form.ts";
import { EmptyState } from "../patterns/empty-state.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button, LinkButton } from "../primitives/button.tsx";
import { ClinicalText } from "../primitives/clinical-text.tsx";

/** What was half written when the counter locked, for the same person alone: to be sent now, or left. */
export function KeptPage({ form, home }: { form: KeptForm | undefined; home: string }) {
  const t = useT();
  return (
    <div className="narrow">
      <PageHead title={t("counter.kept")} lead={form && t("counter.keptLead")} />
      {form ? (
        <Kept form={form} />
      ) : (
        <EmptyState>
          <p>{t("counter.keptNone")}</p>
          <LinkButton href={home}>{t("duty.toWork")}</LinkButton>
        </EmptyState>
      )}
    </div>
  );
}

function Kept({ form: { to, fields } }: { form: KeptForm }) {
  const t = useT();
  return (
    <>
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
    </>
  );
}
