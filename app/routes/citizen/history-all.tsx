import { useLoaderData } from "@remix-run/react";
import { readSection } from "#app/domain/health-book/read-section.ts";
import type { SectionPageView } from "#app/domain/health-book/view.ts";
import { citizenPage } from "#app/http/page.ts";
import { pageNumber, showsHidden } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { SectionPage } from "#app/ui/health-book/section-page.tsx";

export const handle: RouteHandle = { title: (t) => t("history.all") };

export const loader = citizenPage(({ ctx, session, url }) =>
  readSection(ctx, {
    section: "history",
    page: pageNumber(url),
    showHidden: showsHidden(url),
    newSince: session.previousVisitAt,
  }),
);

export default function HistoryAll() {
  return <SectionPage view={useLoaderData<typeof loader>() as SectionPageView} />;
}
