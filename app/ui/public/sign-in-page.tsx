import { useI18n } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Link } from "../primitives/link.tsx";
import { Notice } from "../primitives/notice.tsx";
import { SignInForm } from "./sign-in-form.tsx";

interface SignInPageProps {
  /** The page that was asked for. */
  returnTo?: string | undefined;
  /** The digital IDs there are, the one offered first first. */
  choices?: readonly DigitalIdChoice[];
  /** There was a session, and it is over. */
  ended?: boolean;
}

export interface DigitalIdChoice {
  id: string;
  label: { vi: string; en: string };
}

/** One button, and what to look out for before a password is typed. */
export function SignInPage({ returnTo, choices = [], ended = false }: SignInPageProps) {
  const { t, locale } = useI18n();
  const [first, ...others] = choices;
  return (
    <div className="prose">
      <PageHead title={t("signIn.title")} lead={t("signIn.lead")} />
      <div className="stack">
        {ended && (
          <Notice>
            <p>{t("signIn.ended")}</p>
          </Notice>
        )}
        <SignInForm
          label={first ? t("signIn.button", { name: first.label[locale] }) : t("landing.signIn")}
          returnTo={returnTo}
        />
        {returnTo && <p className="soft">{t("signIn.after")}</p>}
        {others.length > 0 && (
          <section className="stack">
            <h2>{t("signIn.others")}</h2>
            {others.map(({ id, label }) => (
              <SignInForm key={id} label={label[locale]} returnTo={returnTo} provider={id} look="second" />
            ))}
          </section>
        )}
        <Notice tone="needs">
          <h2>{t("signIn.checkTitle")}</h2>
          <p>{t("signIn.check")}</p>
          <p>
            <Link href="/help/scam">{t("scam.more")}</Link>
          </p>
        </Notice>
        <section>
          <h2>{t("signIn.need")}</h2>
          <p>{t("signIn.needText")}</p>
          <p>
            <Link href="/help#level">{t("landing.needHow")}</Link>
          </p>
        </section>
      </div>
    </div>
  );
}
