import BookHeart from "lucide-react/icons/book-heart";
import ChevronDown from "lucide-react/icons/chevron-down";
import Eye from "lucide-react/icons/eye";
import LogOut from "lucide-react/icons/log-out";
import Settings from "lucide-react/icons/settings-2";
import Users from "lucide-react/icons/users";
import { useT } from "#app/i18n/t.tsx";
import { givenName } from "#app/shared/names.ts";
import { Icon, type IconType } from "../primitives/icon.tsx";
import { Link } from "../primitives/link.tsx";
import { LanguageLink } from "./language-link.tsx";
import type { Account } from "./page-shell.tsx";

function MenuLink({ href, icon, children }: { href: string; icon: IconType; children: string }) {
  return (
    <Link href={href} className="menu-row">
      <Icon of={icon} size={20} />
      {children}
    </Link>
  );
}

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
        <MenuLink href="/book" icon={BookHeart}>
          {t("shell.citizenSide")}
        </MenuLink>
        <MenuLink href="/people" icon={Users}>
          {t("shell.people")}
        </MenuLink>
        <MenuLink href="/privacy" icon={Eye}>
          {t("shell.privacy")}
        </MenuLink>
        {account.operator && (
          <MenuLink href="/operator" icon={Settings}>
            {t("shell.operator")}
          </MenuLink>
        )}
        <LanguageLink path={path} className="menu-row" />
        <form method="post" action="/sign-out">
          <button type="submit" className="menu-row">
            <Icon of={LogOut} size={20} />
            {t("shell.signOut")}
          </button>
        </form>
      </div>
    </details>
  );
}
