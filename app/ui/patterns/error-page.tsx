import { useT } from "#app/i18n/t.tsx";
import { LinkButton } from "../primitives/button.tsx";
import { dutyHome } from "./duty-home.ts";
import { HelpLine } from "./page-footer.tsx";
import type { Account } from "./page-shell.tsx";
import { ReferenceLine } from "./reference-line.tsx";

export type ErrorPageKind =
  | "not-found"
  | "forbidden"
  | "expired"
  | "server"
  | "offline"
  | "too-many"
  | "bad-request"
  | "no-print";

interface ErrorPageProps {
  kind: ErrorPageKind;
  /** Somebody is signed in: the way on is the book, or where their duty works. */
  account?: Account | undefined;
  /** To tell the help line; never shown first. */
  reference?: string | undefined;
}

/** What happened, whether anything is lost, and what to do now. */
export function ErrorPage({ kind, account, reference }: ErrorPageProps) {
  const t = useT();
  return (
    <div className="stack prose">
      <h1>{t(`errors.${kind}.title`)}</h1>
      <p>{t(`errors.${kind}.text`)}</p>
      <p>{t(`errors.${kind}.next`)}</p>
      <div className="btns">
        {kind === "expired" ? (
          <LinkButton href="/sign-in">{t("errors.signIn")}</LinkButton>
        ) : account?.duty ? (
          <LinkButton href={dutyHome(account.duty.role)}>{t("duty.toWork")}</LinkButton>
        ) : account ? (
          <LinkButton href="/book">{t("errors.toBook")}</LinkButton>
        ) : (
          <LinkButton href="/">{t("errors.toHome")}</LinkButton>
        )}
      </div>
      <p>
        <HelpLine />
      </p>
      <ReferenceLine id={reference} />
    </div>
  );
}
