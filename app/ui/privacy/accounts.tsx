import type { OwnAccountView } from "#app/domain/identity/case-view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { StatusTag } from "../help/status-tag.tsx";
import { Button } from "../primitives/button.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Tag } from "../primitives/tag.tsx";

/** The reader's accounts; any but the one in use can be removed. */
export function Accounts({ accounts }: { accounts: OwnAccountView[] }) {
  const { t } = useI18n();
  return (
    <>
      <ul className="list">
        {accounts.map((account) => (
          <li key={account.id} className="row">
            <Account account={account} />
          </li>
        ))}
      </ul>
      {accounts.length === 1 && <p className="soft">{t("accounts.only")}</p>}
    </>
  );
}

function Account({ account }: { account: OwnAccountView }) {
  const { t, f, locale } = useI18n();
  const name = account.label?.[locale] ?? t("accounts.unknown");
  return (
    <div className="stack">
      <p>
        <b>{name}</b> {account.current && <Tag>{t("accounts.current")}</Tag>}
        <br />
        {t("accounts.since", { date: f.date(account.since) })}
        {account.lastUsedAt && ` · ${t("accounts.used", { when: f.recent(account.lastUsedAt) })}`}
        <br />
        <small className="hint">{t(`accounts.byOf.${account.by}`)}</small>
      </p>
      {account.added && <StatusTag of="accounts.added" tone="needs" />}
      {!account.current && (
        <Disclosure label={t("accounts.removeNamed", { name })}>
          <form method="post" action="/privacy/accounts" className="confirm">
            <HiddenFields values={{ accountId: account.id }} />
            <p className="hint">{t("accounts.removeHint")}</p>
            <Button look="danger">{t("accounts.remove")}</Button>
          </form>
        </Disclosure>
      )}
    </div>
  );
}
