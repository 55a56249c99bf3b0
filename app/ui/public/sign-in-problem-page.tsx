import { useI18n } from "#app/i18n/t.tsx";
import { HelpLine } from "../patterns/page-footer.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { ReferenceLine } from "../patterns/reference-line.tsx";
import { Link } from "../primitives/link.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import type { DigitalIdChoice } from "./sign-in-page.tsx";
import type { SignInProblem } from "./sign-in-problems.ts";
import { StillWrong } from "./still-wrong.tsx";

interface SignInProblemPageProps {
  reason: SignInProblem;
  returnTo?: string | undefined;
  /** The digital ID it was tried with. */
  tried?: DigitalIdChoice | undefined;
  /** There are more of them. */
  others?: boolean;
  reference?: string | undefined;
}

/** Trying again would not help with these. */
const needsHelp = new Set<SignInProblem>(["identity-unclear", "no-number"]);

/** What happened, that nothing is lost, and what to do now. */
export function SignInProblemPage({ reason, returnTo, tried, others, reference }: SignInProblemPageProps) {
  const { t, locale } = useI18n();
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
          <SignInForm
            label={tried ? t("problem.againWith", { name: tried.label[locale] }) : t("problem.again")}
            returnTo={returnTo}
            provider={tried?.id}
          />
        )}
        {others && (
          <p>
            <Link href={returnTo ? `/sign-in?${new URLSearchParams({ returnTo })}` : "/sign-in"}>
              {t("problem.others")}
            </Link>
          </p>
        )}
        <p className="soft">{t("problem.nothingLost")}</p>
        {!needsHelp.has(reason) && <StillWrong />}
        <ReferenceLine id={reference} />
      </div>
    </div>
  );
}
