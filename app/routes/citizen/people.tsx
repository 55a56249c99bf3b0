import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { actFor } from "#app/domain/identity/act-for.ts";
import { listProxies } from "#app/domain/proxies/list-proxies.ts";
import { citizenPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { PeoplePage } from "#app/ui/privacy/people-page.tsx";

export const handle: RouteHandle = { title: (t) => t("people.title") };

export const loader = citizenPage(async ({ ctx, session }) => ({
  me: { name: session.displayName },
  actingFor: session.actingFor?.personId,
  ...(await listProxies(ctx)),
}));

/** Opens somebody's book (`personId`), or one's own again (empty). */
export const action = citizenPage(async ({ ctx, context, form }) => {
  const { personId } = await form();
  await actFor(ctx, { sessionToken: context.sessionToken ?? "", personId: personId || undefined });
  return redirect("/book");
});

export default function People() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />;
}
