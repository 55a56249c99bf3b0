import { useT } from "#app/i18n/t.tsx";
import { HelpLine } from "../patterns/page-footer.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** Why a sign-in did not end well, as far as it helps to know. */
export type SignInProblem =
  | "cancelled"
  | "expired"
  | "not-started-here"
  | "bad-answer"
  | "provider-down"
  | "identity-unclear"
  | "no-number"
  | "too-many"
  | "other-person"
  | "too-weak"
  | "stale"
  | "session-gone"
  | "other";

interface SignInProblemPageProps {
  reason: SignInProblem;
  returnTo?: string | undefined;
  reference?: string | undefined;
}

/** Trying again would not help with these. */
const needsHelp = new Set<SignInProblem>(["identity-unclear", "no-number"]);

/** What happened, that nothing is lost, and what to do now. */
export function SignInProblemPage({ reason, returnTo, reference }: SignInProblemPageProps) {
  const t = useT();
  return (
    <div className="prose">
      <PageHead title={t("problem.title")} />
      <div className="stack">
        <p>{t(`problem.reason.${reason}`)}</p>
        <p>{t(`problem.next.${reason}`)}</p>
        {needsHelp.has(reason) ? (
          <p>
            <HelpLine button />
          </p>
        ) : (
          <SignInForm label={t("problem.again")} returnTo={returnTo} />
        )}
        <p className="soft">{t("problem.nothingLost")}</p>
        {!needsHelp.has(reason) && (
          <p className="foot-help">
            {t("problem.stillWrong")} <HelpLine />
          </p>
        )}
        {reference && <p className="soft small">{t("errors.reference", { id: reference })}</p>}
      </div>
    </div>
  );
}
