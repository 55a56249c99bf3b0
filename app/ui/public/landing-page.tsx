import X from "lucide-react/icons/x";
import { useT } from "#app/i18n/t.tsx";
import { HelpLine } from "../patterns/page-footer.tsx";
import { LinkButton } from "../primitives/button.tsx";
import { Icon } from "../primitives/icon.tsx";
import { Link } from "../primitives/link.tsx";
import { LandingExample } from "./landing-example.tsx";
import { SignInForm } from "./sign-in-form.tsx";

interface LandingPageProps {
  /** Somebody is signed in already. */
  account?: { name: string } | undefined;
}

const holds = ["record", "missing", "looked"] as const;
const never = ["otp", "app", "money"] as const;

/** What it is, how to get in, what is needed, what it never asks, where to get help. */
export function LandingPage({ account }: LandingPageProps) {
  const t = useT();
  return (
    <>
      <div className="hero">
        <div className="stack">
          <h1>{t("landing.title")}</h1>
          <p className="hero-lead">{t("landing.lead")}</p>
          {account ? (
            <div className="stack">
              <p>{t("landing.already", { name: account.name })}</p>
              <div>
                <LinkButton href="/book" wide>
                  {t("landing.openBook")}
                </LinkButton>
              </div>
            </div>
          ) : (
            <SignInForm label={t("landing.signIn")} />
          )}
          <p className="soft">{t("landing.free")}</p>
        </div>
        <LandingExample />
      </div>
      <section aria-labelledby="what" className="apart">
        <h2 id="what">{t("landing.what")}</h2>
        <ul className="thirds">
          {holds.map((part) => (
            <li key={part}>
              <h3>{t(`landing.whatItems.${part}`)}</h3>
              <p>{t(`landing.whatItems.${part}Text`)}</p>
            </li>
          ))}
        </ul>
      </section>
      <div className="thirds apart">
        <section>
          <h2>{t("landing.need")}</h2>
          <p>{t("landing.needText")}</p>
          <p>
            <Link href="/help#level">{t("landing.needHow")}</Link>
          </p>
        </section>
        <section>
          <h2>{t("landing.never")}</h2>
          <ul className="marks marks-no">
            {never.map((thing) => (
              <li key={thing}>
                <Icon of={X} />
                <span>{t(`landing.neverItems.${thing}`)}</span>
              </li>
            ))}
          </ul>
          <p>{t("landing.neverDo")}</p>
        </section>
        <section>
          <h2>{t("landing.help")}</h2>
          <p>
            <HelpLine />
          </p>
          <p>{t("landing.helpText")}</p>
        </section>
      </div>
    </>
  );
}
