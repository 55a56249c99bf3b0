import type { ReactNode } from "react";
import type { StaffRole } from "#app/domain/identity/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Link } from "../primitives/link.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { ActingForFrame } from "./acting-for-frame.tsx";
import { Brand } from "./brand.tsx";
import { DutyFrame } from "./duty-frame.tsx";
import { dutyHome } from "./duty-home.ts";
import { LanguageLink } from "./language-link.tsx";
import { MainNav } from "./main-nav.tsx";
import { PageFooter } from "./page-footer.tsx";
import { PrintedFrom } from "./printed-from.tsx";

/** Who is signed in, as the frame shows it. */
export interface Account {
  name: string;
  /** The duty in force, and where. */
  duty?: { role: StaffRole; facility: string | undefined } | undefined;
  /** At a shared counter, which can be locked. */
  atCounter?: boolean | undefined;
  /** There are duties to take. */
  roles?: boolean | undefined;
}

export interface ShellProps {
  /** Path and query of the page shown: for the language link and the mark in the menu. */
  path: string;
  account?: Account | undefined;
  /** Somebody else's book is open. */
  acting?: { name: string } | undefined;
  children: ReactNode;
}

/** The frame around every page. */
export function PageShell({ path, account, acting, children }: ShellProps) {
  const t = useT();
  const shell = (
    <div className="shell">
      <a className="skip" href="#main">
        {t("common.skip")}
      </a>
      <header className="top">
        <div className="page top-row">
          <Brand href={account?.duty ? dutyHome(account.duty.role) : account ? "/book" : "/"} />
          <div className="top-side">
            <LanguageLink path={path} compact={account !== undefined} />
            {account ? (
              <AccountMenu account={account} path={path} />
            ) : (
              <Link href="/sign-in" className="nav-link max-sm:hidden">
                {t("shell.signIn")}
              </Link>
            )}
          </div>
        </div>
        {account && <MainNav path={path} duty={account.duty?.role} />}
      </header>
      <main id="main" tabIndex={-1}>
        <div className="page">
          <PrintedFrom />
          {children}
        </div>
      </main>
      <PageFooter path={path} />
    </div>
  );
  if (account?.duty)
    return (
      <DutyFrame duty={account.duty} atCounter={account.atCounter ?? false}>
        {shell}
      </DutyFrame>
    );
  return acting ? <ActingForFrame name={acting.name}>{shell}</ActingForFrame> : shell;
}
