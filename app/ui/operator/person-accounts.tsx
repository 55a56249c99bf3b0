import type { AccountView } from "#app/domain/identity/case-view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Button } from "../primitives/button.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";

/** With what a person signs in, and what did before; a link that was wrong is undone here. */
export function PersonAccounts({ accounts }: { accounts: AccountView[] }) {
  const { t } = useI18n();
  return (
    <section aria-labelledby="accounts" className="apart titled">
      <h2 id="accounts">{t("identities.accountsTitle")}</h2>
      {accounts.length === 0 ? (
        <p>{t("identities.noAccounts")}</p>
      ) : (
        <>
          <p className="soft">{t("identities.accountsLead")}</p>
          {accounts.map((account) => (
            <div key={account.id} className="part stack">
              <AccountLine account={account} />
              {!account.ended && <Unlink account={account} />}
            </div>
          ))}
        </>
      )}
    </section>
  );
}

/** One account: of which digital ID, since when, last used, or how it ended. */
export function AccountLine({ account }: { account: AccountView }) {
  const { t, f, locale } = useI18n();
  const { since, lastUsedAt, ended, by } = account;
  const name = account.label?.[locale] ?? t("identities.unknownProvider");
  const facts = [
    t(`identities.byOf.${by}`),
    lastUsedAt && t("identities.accountUsed", { when: f.recent(lastUsedAt) }),
    ended && t(`identities.endedOf.${ended.why}`, { date: f.date(ended.at) }),
  ].filter(Boolean);
  return (
    <p>
      {t("identities.accountSince", { name, date: f.date(since) })}
      <br />
      <small className="hint">{facts.join(" · ")}</small>
    </p>
  );
}

function Unlink({ account }: { account: AccountView }) {
  const { t, locale } = useI18n();
  const name = account.label?.[locale] ?? t("identities.unknownProvider");
  return (
    <Disclosure label={t("identities.unlinkNamed", { name })}>
      <form method="post" className="confirm">
        <HiddenFields values={{ intent: "unlink", accountId: account.id }} />
        <p className="hint">{t("identities.unlinkHint")}</p>
        <Button look="danger">{t("identities.unlink")}</Button>
      </form>
    </Disclosure>
  );
}
