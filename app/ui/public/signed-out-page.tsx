import { useT } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { LinkButton } from "../primitives/button.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** The book is closed; what else to do on a shared computer. */
export function SignedOutPage() {
  const t = useT();
  return (
    <div className="prose">
      <PageHead title={t("signedOut.title")} lead={t("signedOut.lead")} />
      <div className="stack">
        <p>{t("signedOut.shared")}</p>
        <div className="btns">
          <SignInForm label={t("signedOut.again")} />
          <LinkButton href="/" look="second">
            {t("signedOut.home")}
          </LinkButton>
        </div>
      </div>
    </div>
  );
}
