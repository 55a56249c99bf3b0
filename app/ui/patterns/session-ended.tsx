import LogIn from "lucide-react/icons/log-in";
import { useT } from "#app/i18n/t.tsx";
import { isWritten, type KeptForm } from "#app/shared/kept-form.ts";
import { Button, LinkButton } from "../primitives/button.tsx";
import { ClinicalText } from "../primitives/clinical-text.tsx";

/** The session ended while somebody wrote: sign in beside it, then send the same again. */
export function SessionEnded({ form }: { form: KeptForm }) {
  const t = useT();
  const { to, fields } = form;
  return (
    <div className="stack prose">
      <h1>{t("errors.expired.title")}</h1>
      <p>{t("errors.kept.text")}</p>
      <ol className="steps">
        <li>
          <p>{t("errors.kept.signIn")}</p>
          <LinkButton href={`/sign-in?${new URLSearchParams({ returnTo: to })}`} target="_blank" icon={LogIn}>
            {t("errors.kept.newTab")}
          </LinkButton>
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
      <div className="says">
        <h2>{t("errors.kept.written")}</h2>
        {fields.flatMap(([name, value]) =>
          isWritten(value) ? [<ClinicalText key={name} as="p" className="quote" text={value} />] : [],
        )}
      </div>
    </div>
  );
}
