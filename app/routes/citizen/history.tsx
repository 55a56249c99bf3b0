import { useLoaderData } from "@remix-run/react";
import { readHistory } from "#app/domain/health-book/history/read-history.ts";
import type { HistoryView } from "#app/domain/health-book/history/view.ts";
import { citizenPage } from "#app/http/page.ts";
import { showsHidden } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { HistoryPage } from "#app/ui/health-book/history/history-page.tsx";

export const handle: RouteHandle = { title: (t) => t("section.title.history") };

export const loader = citizenPage(({ ctx, session, url }) =>
  readHistory(ctx, { showHidden: showsHidden(url), newSince: session.previousVisitAt }),
);

export default function History() {
  return <HistoryPage view={useLoaderData<typeof loader>() as HistoryView} />;
}
