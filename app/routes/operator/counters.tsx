import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listFacilities } from "#app/domain/facilities/list-facilities.ts";
import { listCounters } from "#app/domain/identity/list-counters.ts";
import { revokeCounter } from "#app/domain/identity/revoke-counter.ts";
import { operatorPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { CountersPage } from "#app/ui/counter/counters-page.tsx";

export const handle: RouteHandle = { title: (t) => t("counter.all") };

export const loader = operatorPage(async ({ ctx }) => {
  const { facilities } = await listFacilities(ctx);
  return { counters: await listCounters(ctx), facilities: facilities.map(({ id, name }) => ({ id, name })) };
});

export const action = operatorPage(async ({ ctx, form }) => {
  const { counterId = "" } = await form();
  await revokeCounter(ctx, counterId);
  return redirect("/operator/counters");
});

export default function Counters() {
  return <CountersPage {...useLoaderData<typeof loader>()} />;
}
