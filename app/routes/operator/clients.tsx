import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { registerClientInput } from "#app/domain/clients/input.ts";
import { listClients } from "#app/domain/clients/list-clients.ts";
import { registerClient } from "#app/domain/clients/register-client.ts";
import { suspendClient } from "#app/domain/clients/suspend-client.ts";
import { invalidForm, type SentForm } from "#app/http/form.ts";
import { operatorPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { newId } from "#app/shared/ids.ts";
import { ClientsPage } from "#app/ui/operator/clients-page.tsx";

export const handle: RouteHandle = { title: (t) => t("clients.title") };

export const loader = operatorPage(async ({ ctx }) => ({ view: await listClients(ctx), idempotencyKey: newId() }));

export const action = operatorPage(async ({ ctx, context, formData }): Promise<SentForm> => {
  const data = await formData();
  const values = Object.fromEntries([...data].filter((pair): pair is [string, string] => typeof pair[1] === "string"));
  if (values.intent === "suspend" || values.intent === "resume") {
    await suspendClient(ctx, { clientId: values.clientId ?? "", suspended: values.intent === "suspend" });
    throw redirect("/operator/clients");
  }
  const input = registerClientInput(context.config.sandbox).safeParse({ ...values, scopes: data.getAll("scopes") });
  if (!input.success) return invalidForm(context.language, values, input.error);
  const registered = await registerClient(ctx, input.data);
  return "errors" in registered
    ? invalidForm(context.language, values, registered.errors)
    : { done: registered.clientId };
});

export default function Clients() {
  const { view, idempotencyKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ClientsPage
      view={view}
      form={{ idempotencyKey, registered: sent?.done, errors: sent?.errors, values: sent?.values }}
    />
  );
}
