import { useLoaderData } from "@remix-run/react";
import { listQuarantine } from "#app/domain/feeds/list-quarantine.ts";
import { operatorPage, takesNoForm } from "#app/http/page.ts";
import { pageNumber } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { QuarantinePage } from "#app/ui/operator/quarantine-page.tsx";

export const handle: RouteHandle = { title: (t) => t("quarantine.title") };

export const loader = operatorPage(({ ctx, url }) =>
  listQuarantine(ctx, {
    facilityId: url.searchParams.get("facility") ?? undefined,
    reason: url.searchParams.get("reason") ?? undefined,
    page: pageNumber(url),
  }),
);

export const action = takesNoForm;

export default function Quarantine() {
  return <QuarantinePage view={useLoaderData<typeof loader>()} />;
}
