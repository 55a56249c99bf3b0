import { useLoaderData } from "@remix-run/react";
import { type GrowthView, readGrowth } from "#app/domain/health-book/growth/read-growth.ts";
import { citizenPage } from "#app/http/page.ts";
import { showsHidden } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { GrowthPage } from "#app/ui/health-book/growth/growth-page.tsx";

export const handle: RouteHandle = { title: (t) => t("growth.title") };

export const loader = citizenPage(({ ctx, url }) => readGrowth(ctx, { showHidden: showsHidden(url) }));

export default function Growth() {
  return <GrowthPage view={useLoaderData<typeof loader>() as GrowthView} />;
}
