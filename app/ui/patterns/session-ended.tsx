import LogIn from "lucide-react/icons/log-in";
import { useT } from "#app/i18n/t.tsx";
import type { KeptForm } from "#app/shared/kept-form.ts";
import { LinkButton } from "../primitives/button.tsx";
import { KeptWords } from "./kept-words.tsx";

/** The session ended while somebody wrote: sign in beside it, then send the same again. */
export function SessionEnded({ form }: { form: KeptForm }) {
  const t = useT();
  return (
    <div className="stack prose">
      <h1>{t("errors.expired.title")}</h1>
      <p>{t("errors.kept.text")}</p>
      <KeptWords
        form={form}
        first={t("errors.kept.signIn")}
        does={
          <LinkButton href={`/sign-in?${new URLSearchParams({ returnTo: form.to })}`} target="_blank" icon={LogIn}>
            {t("errors.kept.newTab")}
          </LinkButton>
        }
      />
    </div>
  );
}
