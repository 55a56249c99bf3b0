import type { ReactNode } from "react";
import { useT } from "#app/i18n/t.tsx";
import { isTyped, type KeptForm } from "#app/shared/kept-form.ts";
import { Button } from "../primitives/button.tsx";
import { ClinicalText } from "../primitives/clinical-text.tsx";

/** A form that could not be taken: what to do first, then the same again, and what was written. */
export function KeptWords({ form, first, does }: { form: KeptForm; first: string; does: ReactNode }) {
  const t = useT();
  const { to, fields } = form;
  const written = fields.filter(isTyped);
  return (
    <>
      <ol className="steps">
        <li>
          <p>{first}</p>
          {does}
        </li>
        <li>
          <p>{t("errors.kept.comeBack")}</p>
          <form method="post" action={to}>
            {fields.map(([name, value]) => (
              <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
            ))}
            <Button look="second">{t("errors.kept.again")}</Button>
          </form>
        </li>
      </ol>
      {written.length > 0 && (
        <div className="says">
          <h2>{t("errors.kept.written")}</h2>
          {written.map(([name, value]) => (
            <ClinicalText key={name} as="p" className="quote" text={value} />
          ))}
        </div>
      )}
    </>
  );
}
