import { useLoaderData } from "@remix-run/react";
import { listSources } from "#app/domain/health-book/list-sources.ts";
import type { SourcesView } from "#app/domain/health-book/view.ts";
import { citizenPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { SourcesPage } from "#app/ui/health-book/sources-page.tsx";

export const handle: RouteHandle = { title: (t) => t("sources.title") };

export const loader = citizenPage(({ ctx }) => listSources(ctx));

export default function Sources() {
  return <SourcesPage view={useLoaderData<typeof loader>() as SourcesView} />;
}
