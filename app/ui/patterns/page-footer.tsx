import Phone from "lucide-react/icons/phone";
import { useT } from "#app/i18n/t.tsx";
import { Icon } from "../primitives/icon.tsx";
import { Link } from "../primitives/link.tsx";
import { LanguageLink } from "./language-link.tsx";
import { TextSizeLink } from "./text-size.tsx";

/** The help line as something to press; as a button where calling is the next step, a quiet one where it is the other way. */
export function HelpLine({ button }: { button?: boolean | "second" }) {
  const t = useT();
  const number = t("common.helpLine");
  return (
    <a
      className={button ? `btn ${button === "second" ? "btn-second " : ""}btn-wide` : "phone"}
      href={`tel:${number.replaceAll(" ", "")}`}
    >
      <Icon of={Phone} size={20} />
      {t("shell.call", { number })}
    </a>
  );
}

/** Help in the same place on every page, and what the portal is not. */
export function PageFooter({ path }: { path: string }) {
  const t = useT();
  return (
    <footer className="foot">
      <div className="page foot-grid">
        <div className="stack">
          <p className="foot-help">
            <b>{t("shell.needHelp")}</b> <HelpLine />
          </p>
          <p>
            {t("shell.scam")} <Link href="/help/scam">{t("scam.more")}</Link>
          </p>
          <p className="soft">{t("shell.vneid")}</p>
        </div>
        <nav className="foot-links" aria-label={t("shell.footer")}>
          <Link href="/help">{t("shell.help")}</Link>
          <Link href="/privacy/notice">{t("shell.notice")}</Link>
          <Link href="/accessibility">{t("shell.accessibility")}</Link>
          <TextSizeLink path={path} />
          <LanguageLink path={path} className="" />
        </nav>
      </div>
    </footer>
  );
}
