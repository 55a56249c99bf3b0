import X from "lucide-react/icons/x";
import { useT } from "#app/i18n/t.tsx";
import { HelpLine } from "../patterns/page-footer.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { LinkButton } from "../primitives/button.tsx";
import { Icon } from "../primitives/icon.tsx";
import { Link } from "../primitives/link.tsx";

const never = ["code", "app", "money", "screen", "zalo"] as const;
const now = ["stop", "ask", "tell"] as const;
const after = ["bank", "phone", "lock", "police", "us"] as const;

/** What the portal never does, how to know the real one, and what to do when it has happened. `host`: the address people should see. */
export function ScamPage({ host }: { host: string }) {
  const t = useT();
  return (
    <div className="prose">
      <PageHead title={t("scam.title")} lead={t("scam.lead")} back={{ href: "/help", place: t("help.title") }} />
      <section className="part">
        <h2>{t("scam.never")}</h2>
        <ul className="marks marks-no">
          {never.map((thing) => (
            <li key={thing}>
              <Icon of={X} />
              <span>{t(`scam.neverItems.${thing}`)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="part stack" id="now">
        <h2>{t("scam.now")}</h2>
        <ol className="steps">
          {now.map((step) => (
            <li key={step}>{t(`scam.nowItems.${step}`)}</li>
          ))}
        </ol>
        <p>
          <HelpLine />
        </p>
      </section>
      <section className="part stack" id="after">
        <h2>{t("scam.after")}</h2>
        <p>{t("scam.afterLead")}</p>
        <ol className="steps">
          {after.map((step) => (
            <li key={step}>
              <p>{t(`scam.afterItems.${step}`)}</p>
              {step === "lock" && (
                <LinkButton look="danger" href="/privacy/lock">
                  {t("scam.lock")}
                </LinkButton>
              )}
            </li>
          ))}
        </ol>
        <p>{t("scam.report")}</p>
        <p>
          <Link href="/privacy">{t("scam.looked")}</Link>
        </p>
      </section>
      <section className="part" id="real">
        <h2>{t("scam.real")}</h2>
        <p>{t("scam.realText", { host })}</p>
        <p>{t("scam.realPhone")}</p>
      </section>
    </div>
  );
}
