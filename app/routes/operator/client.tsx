import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { addKeys, changeScopes, fetchKeysFrom, keepKeys, retireKey } from "#app/domain/clients/change-client.ts";
import { findClient } from "#app/domain/clients/find-client.ts";
import { addKeysInput, changeScopesInput, keyAddressInput } from "#app/domain/clients/input.ts";
import { fetchKeys } from "#app/domain/clients/published-keys.ts";
import { readClient } from "#app/domain/clients/read-client.ts";
import { suspendClient } from "#app/domain/clients/suspend-client.ts";
import { conflictOnForm, invalidForm, type SentForm } from "#app/http/form.ts";
import { operatorPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { ClientPage } from "#app/ui/operator/client-page.tsx";

export const handle: RouteHandle = { title: (t) => t("clients.title") };

export const loader = operatorPage(async ({ ctx, params, url }) => ({
  view: await readClient(ctx, params.id ?? ""),
  done: url.searchParams.has("done"),
}));

export const action = operatorPage(async ({ ctx, context, params, url, formData }): Promise<SentForm> => {
  const data = await formData();
  const values = Object.fromEntries([...data].filter((pair): pair is [string, string] => typeof pair[1] === "string"));
  const { language, config, db, now } = context;
  const clientId = params.id ?? "";
  /** One change of the client, or what is wrong with its form. */
  const change = async <T,>(
    input: z.ZodType<T>,
    work: (said: T) => Promise<unknown>,
  ): Promise<SentForm | undefined> => {
    const read = input.safeParse({ ...values, scopes: data.getAll("scopes") });
    return read.success
      ? conflictOnForm(language, values, () => work(read.data))
      : invalidForm(language, values, read.error);
  };
  let refused: SentForm | undefined;
  switch (values.intent) {
    case "suspend":
    case "resume":
      await suspendClient(ctx, { clientId, suspended: values.intent === "suspend" });
      break;
    case "add-keys":
      refused = await change(addKeysInput, ({ jwks }) => addKeys(ctx, { clientId, jwks }));
      break;
    case "retire":
      refused = await conflictOnForm(language, values, () => retireKey(ctx, { clientId, kid: values.kid ?? "" }));
      break;
    case "address":
      refused = await change(keyAddressInput(config.sandbox), (said) => fetchKeysFrom(ctx, { clientId, ...said }));
      break;
    case "keep":
      refused = await conflictOnForm(language, values, () => keepKeys(ctx, { clientId }));
      break;
    case "scopes":
      refused = await change(changeScopesInput, (said) => changeScopes(ctx, { clientId, ...said }));
      break;
  }
  if (refused) return refused;
  if (values.intent === "address" || values.intent === "fetch") {
    const client = await findClient({ db }, clientId);
    if (client) await fetchKeys({ db, now, privateNetworks: config.privateNetworks }, client);
  }
  throw redirect(`${url.pathname}?done`);
});

export default function Client() {
  const { view, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <ClientPage view={view} form={{ errors: sent?.errors, values: sent?.values, done: done && !sent }} />;
}
