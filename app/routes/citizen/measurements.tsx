import { useLoaderData } from "@remix-run/react";
import { isOwnKind } from "#app/domain/health-book/own/kinds.ts";
import { listMeasurements } from "#app/domain/health-book/own/list-measurements.ts";
import type { OwnMeasurementsView } from "#app/domain/health-book/own/view.ts";
import { citizenPage } from "#app/http/page.ts";
import { pageNumber } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { MeasurementsPage } from "#app/ui/health-book/own/measurements-page.tsx";

export const handle: RouteHandle = { title: (t) => t("measurements.titleOf") };

/** What somebody measured themselves; with `?kind=` all of one kind. */
export const loader = citizenPage(({ ctx, url }) => {
  const kind = url.searchParams.get("kind");
  return listMeasurements(ctx, { kind: isOwnKind(kind) ? kind : undefined, page: pageNumber(url) });
});

export default function Measurements() {
  return <MeasurementsPage view={useLoaderData<typeof loader>() as OwnMeasurementsView} />;
}
