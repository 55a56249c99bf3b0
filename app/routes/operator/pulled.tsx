import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addSource } from "#app/domain/pulled/add-source.ts";
import { pulledSourceInput } from "#app/domain/pulled/input.ts";
import { listSources } from "#app/domain/pulled/list-sources.ts";
import { suspendSource } from "#app/domain/pulled/suspend-source.ts";
import { invalidForm, type SentForm } from "#app/http/form.ts";
import { operatorPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { PulledPage } from "#app/ui/operator/pulled-page.tsx";

export const handle: RouteHandle = { title: (t) => t("pulled.title") };

export const loader = operatorPage(async ({ ctx, context, url }) => ({
  view: await listSources(ctx, context.config.keysDir),
  /** The source whose settings stand in the form. */
  changing: url.searchParams.get("facility") ?? undefined,
  clientIdNeeded: !context.config.sandbox,
}));

export const action = operatorPage(async ({ ctx, context, formData }): Promise<SentForm> => {
  const data = await formData();
  const values = Object.fromEntries([...data].filter((pair): pair is [string, string] => typeof pair[1] === "string"));
  if (values.intent === "suspend" || values.intent === "resume") {
    await suspendSource(ctx, { facilityId: values.facilityId ?? "", suspended: values.intent === "suspend" });
    throw redirect("/operator/pulled");
  }
  const { sandbox, keysDir } = context.config;
  const resourceTypes = data.getAll("resourceTypes").map(String);
  values.resourceTypes = resourceTypes.join(" ");
  const input = pulledSourceInput(sandbox).safeParse({ ...values, resourceTypes });
  if (!input.success) return invalidForm(context.language, values, input.error);
  const added = await addSource(ctx, input.data, keysDir);
  return "errors" in added ? invalidForm(context.language, values, added.errors) : { done: added.facilityId };
});

export default function Pulled() {
  const { view, changing, clientIdNeeded } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <PulledPage
      view={view}
      changing={view.sources.find((source) => source.facilityId === changing)}
      form={{ clientIdNeeded, saved: sent?.done !== undefined, errors: sent?.errors, values: sent?.values }}
    />
  );
}
