import { useT } from "#app/i18n/t.tsx";
import type { KeptForm } from "#app/shared/kept-form.ts";
import { KeptWords } from "../patterns/kept-words.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Link } from "../primitives/link.tsx";
import { ConfirmForm } from "./confirm-form.tsx";

interface ConfirmBesideFormProps {
  /** The act of the table of assurance it is for. */
  action: string;
  /** Where the form was sent. */
  to: string;
  /** What was sent, if it can be kept. */
  form: KeptForm | undefined;
}

/** A form was sent that needs fresh proof: confirm in a tab beside it, then send the same again. */
export function ConfirmBesideForm({ action, to, form }: ConfirmBesideFormProps) {
  const t = useT();
  const beside = `/sign-in/confirm?for=${action}`;
  return (
    <div className="prose">
      <PageHead title={t("stepUp.title")} lead={t.maybe("stepUp.why", action)} />
      <div className="stack">
        <p>{t(form ? "stepUp.keptText" : "stepUp.what")}</p>
        {form ? (
          <KeptWords
            form={form}
            first={t("stepUp.step1")}
            does={<ConfirmForm action={action} label={t("stepUp.newTab")} returnTo={beside} newTab />}
          />
        ) : (
          <ConfirmForm action={action} label={t("stepUp.button")} returnTo={to} />
        )}
        <p>
          <Link href={to}>{t("stepUp.back")}</Link>
        </p>
      </div>
    </div>
  );
}
