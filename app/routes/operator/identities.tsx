import { useLoaderData } from "@remix-run/react";
import { listIdentityCases } from "#app/domain/identity/list-identity-cases.ts";
import { operatorPage, takesNoForm } from "#app/http/page.ts";
import { pageNumber } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { IdentitiesPage } from "#app/ui/operator/identities-page.tsx";

export const handle: RouteHandle = { title: (t) => t("identities.title") };

export const loader = operatorPage(({ ctx, url }) =>
  listIdentityCases(ctx, {
    shown: url.searchParams.get("state") === "decided" ? "decided" : "waiting",
    page: pageNumber(url),
  }),
);

export const action = takesNoForm;

export default function Identities() {
  return <IdentitiesPage view={useLoaderData<typeof loader>()} />;
}
