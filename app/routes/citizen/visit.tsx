import { useLoaderData } from "@remix-run/react";
import { readVisit } from "#app/domain/health-book/read-visit.ts";
import type { VisitPageView } from "#app/domain/health-book/view.ts";
import { citizenPage } from "#app/http/page.ts";
import { showsHidden, showsNewest } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { VisitPage } from "#app/ui/health-book/visit-page.tsx";

export const handle: RouteHandle = { title: (t) => t("section.title.visits") };

export const loader = citizenPage(({ ctx, params, url }) =>
  readVisit(ctx, { id: params.id ?? "", showHidden: showsHidden(url), showNewest: showsNewest(url) }),
);

export default function Visit() {
  return <VisitPage view={useLoaderData<typeof loader>() as VisitPageView} />;
}
