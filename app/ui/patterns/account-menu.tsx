import ChevronDown from "lucide-react/icons/chevron-down";
import { useT } from "#app/i18n/t.tsx";
import { givenName } from "#app/shared/names.ts";
import { Icon } from "../primitives/icon.tsx";
import { Link } from "../primitives/link.tsx";
import { LanguageLink } from "./language-link.tsx";
import type { Account } from "./page-shell.tsx";
import { TextSizeLink } from "./text-size.tsx";

/** Who is signed in, and what belongs to the account. Opens without script. */
export function AccountMenu({ account, path }: { account: Account; path: string }) {
  const t = useT();
  return (
    <details className="menu">
      <summary aria-label={t("shell.accountOf", { name: account.name })}>
        <span className="max-md:hidden">{account.name}</span>
        <span className="md:hidden">{givenName(account.name)}</span>
        <Icon of={ChevronDown} size={20} />
      </summary>
      <div>
        <p className="menu-who">{account.name}</p>
        {account.duty ? null : (
          <>
            <Link href="/book" className="menu-row">
              {t("shell.book")}
            </Link>
            <Link href="/people" className="menu-row">
              {t("shell.people")}
            </Link>
            <Link href="/privacy" className="menu-row">
              {t("shell.privacy")}
            </Link>
            <Link href="/privacy/sessions" className="menu-row">
              {t("sessions.title")}
            </Link>
          </>
        )}
        {account.roles && (
          <Link href="/duty" className="menu-row">
            {t(account.duty ? "duty.other" : "duty.start")}
          </Link>
        )}
        <TextSizeLink path={path} className="menu-row" />
        <LanguageLink path={path} className="menu-row" />
        <form method="post" action="/sign-out">
          <button type="submit" className="menu-row">
            {t("shell.signOut")}
          </button>
        </form>
      </div>
    </details>
  );
}
