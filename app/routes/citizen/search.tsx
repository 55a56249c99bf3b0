import { useLoaderData } from "@remix-run/react";
import { searchBook } from "#app/domain/health-book/search-book.ts";
import { searchOf } from "#app/domain/health-book/search-input.ts";
import type { SearchPageView } from "#app/domain/health-book/view.ts";
import { citizenPage } from "#app/http/page.ts";
import { pageNumber, showsHidden } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { SearchPage } from "#app/ui/health-book/search/search-page.tsx";

export const handle: RouteHandle = { title: (t) => t("search.title") };

export const loader = citizenPage(({ ctx, session, url }) =>
  searchBook(ctx, {
    search: searchOf(url.searchParams, pageNumber(url)),
    newSince: session.previousVisitAt,
    showHidden: showsHidden(url),
  }),
);

export default function SearchBook() {
  return <SearchPage view={useLoaderData<typeof loader>() as SearchPageView} />;
}
