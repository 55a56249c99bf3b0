import { readVisit } from "#app/domain/health-book/read-visit.ts";
import { citizenPage } from "#app/http/page.ts";
import { bookPdf } from "#app/http/print/book-pdf.tsx";
import { showsHidden } from "#app/http/query.ts";
import { VisitPage } from "#app/ui/health-book/visit-page.tsx";

/** GET /book/visits/:id/pdf: one visit with everything of it, on paper. */
export const loader = citizenPage(async ({ ctx, context, params, url }) => {
  const view = await readVisit(ctx, { id: params.id ?? "", showHidden: showsHidden(url) });
  return bookPdf(context, {
    person: view.person,
    page: <VisitPage view={view} />,
    title: (t) => t("section.title.visits"),
    fileName: "so-khoe-lan-kham",
  });
});
