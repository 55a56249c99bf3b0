import { useLoaderData } from "@remix-run/react";
import { explainMissing } from "#app/domain/health-book/explain-missing.ts";
import type { MissingView } from "#app/domain/health-book/missing-view.ts";
import { citizenPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { MissingPage } from "#app/ui/feeds/missing-page.tsx";

export const handle: RouteHandle = { title: (t) => t("missing.title") };

export const loader = citizenPage(({ ctx, url }) =>
  explainMissing(ctx, {
    facilityId: url.searchParams.get("facility") ?? "",
    kind: url.searchParams.get("kind") ?? "",
  }),
);

export default function Missing() {
  return <MissingPage view={useLoaderData<typeof loader>() as MissingView} />;
}
