import type { OwnAccountView } from "#app/domain/identity/case-view.ts";
import { useT } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Notice } from "../primitives/notice.tsx";
import { Accounts } from "./accounts.tsx";

interface AccountsPageProps {
  accounts: OwnAccountView[];
  /** One has just been removed. */
  removed: boolean;
  errors: Record<string, string[]> | undefined;
}

/** With which digital IDs the reader's book can be opened, and how to remove one. */
export function AccountsPage({ accounts, removed, errors }: AccountsPageProps) {
  const t = useT();
  return (
    <div className="prose">
      <PageHead
        title={t("accounts.title")}
        lead={t("accounts.lead")}
        back={{ href: "/privacy", place: t("log.title") }}
      />
      {removed && (
        <Notice alert>
          <p>{t("accounts.removed")}</p>
        </Notice>
      )}
      {errors?.[""]?.map((message) => (
        <Notice key={message} tone="danger" alert>
          <p>{message}</p>
        </Notice>
      ))}
      <Accounts accounts={accounts} />
    </div>
  );
}
