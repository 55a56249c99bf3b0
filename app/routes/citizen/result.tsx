import { useLoaderData } from "@remix-run/react";
import { readResult } from "#app/domain/health-book/read-result.ts";
import type { ResultPageView } from "#app/domain/health-book/view.ts";
import { citizenPage } from "#app/http/page.ts";
import { showsHidden } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { ResultPage } from "#app/ui/health-book/result-page.tsx";

export const handle: RouteHandle = { title: (t) => t("section.title.results") };

export const loader = citizenPage(({ ctx, params, url }) =>
  readResult(ctx, { id: params.id ?? "", showHidden: showsHidden(url) }),
);

export default function Result() {
  return <ResultPage view={useLoaderData<typeof loader>() as ResultPageView} />;
}
