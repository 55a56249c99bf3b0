import { useLoaderData } from "@remix-run/react";
import { readVersions } from "#app/domain/health-book/read-versions.ts";
import type { VersionsPageView } from "#app/domain/health-book/view.ts";
import { citizenPage } from "#app/http/page.ts";
import { showsHidden } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { VersionsPage } from "#app/ui/health-book/versions-page.tsx";

export const handle: RouteHandle = { title: (t) => t("versions.title") };

export const loader = citizenPage(({ ctx, params, url }) =>
  readVersions(ctx, { id: params.id ?? "", showHidden: showsHidden(url) }),
);

export default function Versions() {
  return <VersionsPage view={useLoaderData<typeof loader>() as VersionsPageView} />;
}
