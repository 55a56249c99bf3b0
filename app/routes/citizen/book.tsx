import { useLoaderData } from "@remix-run/react";
import { readBook } from "#app/domain/health-book/read-book.ts";
import type { BookView } from "#app/domain/health-book/view.ts";
import { citizenPage } from "#app/http/page.ts";
import { showsHidden } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { BookPage } from "#app/ui/health-book/book-page.tsx";

export const handle: RouteHandle = { title: (t) => t("book.title") };

export const loader = citizenPage(({ ctx, session, url }) =>
  readBook(ctx, { showHidden: showsHidden(url), newSince: session.previousVisitAt }),
);

export default function Book() {
  return <BookPage view={useLoaderData<typeof loader>() as BookView} />;
}
