import { useT } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { LinkButton } from "../primitives/button.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** The book is closed; what else to do on a shared computer, or how a lock is opened again. */
export function SignedOutPage({ locked }: { locked: boolean }) {
  const t = useT();
  return (
    <div className="prose">
      <PageHead
        title={t(locked ? "lock.locked" : "signedOut.title")}
        lead={t(locked ? "lock.done" : "signedOut.lead")}
      />
      <div className="stack">
        {locked && <p>{t("lock.again")}</p>}
        <p>{t(locked ? "lock.vneid" : "signedOut.shared")}</p>
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
