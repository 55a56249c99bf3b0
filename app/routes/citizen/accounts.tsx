import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listOwnAccounts } from "#app/domain/identity/list-accounts.ts";
import { unlinkOwnAccount } from "#app/domain/identity/unlink-account.ts";
import { conflictOnForm, type SentForm } from "#app/http/form.ts";
import { citizenPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { AccountsPage } from "#app/ui/privacy/accounts-page.tsx";

export const handle: RouteHandle = { title: (t) => t("accounts.title") };

/** Always the reader's own accounts, also while they act for somebody. */
export const loader = citizenPage(async ({ ctx, session, context: { digitalIds }, url }) => ({
  accounts: await listOwnAccounts(ctx, { digitalIds, sessionId: session.id }),
  removed: url.searchParams.has("removed"),
}));

export const action = citizenPage(async ({ ctx, session, context, form }): Promise<SentForm> => {
  const values = await form();
  const { digitalIds, language } = context;
  const refused = await conflictOnForm(language, values, () =>
    unlinkOwnAccount(ctx, { accountId: values.accountId ?? "", sessionId: session.id, digitalIds }),
  );
  if (refused) return refused;
  throw redirect("/privacy/accounts?removed");
});

export default function Accounts() {
  const { accounts, removed } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <AccountsPage accounts={accounts} removed={removed && !sent} errors={sent?.errors} />;
}
