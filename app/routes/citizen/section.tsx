import { useLoaderData } from "@remix-run/react";
import { type BookSection, bookSections } from "#app/domain/access/data-types.ts";
import { readSection } from "#app/domain/health-book/read-section.ts";
import { isResultKind, type ResultKind } from "#app/domain/health-book/result-kinds.ts";
import type { SectionPageView } from "#app/domain/health-book/view.ts";
import { citizenPage, errorData } from "#app/http/page.ts";
import { pageNumber, showsHidden, showsNewest } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { SectionPage } from "#app/ui/health-book/section-page.tsx";

export const handle: RouteHandle<SectionPageView> = { title: (t, view) => t(`section.title.${view.section}`) };

const isSection = (name: string | undefined): name is BookSection => bookSections.some((s) => s === name);

/** `?kind=`, of results. */
function kindOf(url: URL): ResultKind | undefined {
  const kind = url.searchParams.get("kind");
  return isResultKind(kind) ? kind : undefined;
}

export const loader = citizenPage(async ({ ctx, session, params, url }) => {
  if (!isSection(params.section)) throw errorData({ code: "not-found" }, 404);
  return readSection(ctx, {
    section: params.section,
    kind: kindOf(url),
    page: pageNumber(url),
    showHidden: showsHidden(url),
    showNewest: showsNewest(url),
    newSince: session.previousVisitAt,
  });
});

export default function Section() {
  return <SectionPage view={useLoaderData<typeof loader>() as SectionPageView} />;
}
