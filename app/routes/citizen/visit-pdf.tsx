import { readVisit } from "#app/domain/health-book/read-visit.ts";
import { citizenPage } from "#app/http/page.ts";
import { showsHidden } from "#app/http/query.ts";
import { pdfFile } from "#app/http/record-file.ts";

/** GET /book/visits/:id/pdf: one visit with everything of it, on paper. */
export const loader = citizenPage(async ({ ctx, context, params, url }) => {
  // What is taken along has everything, whatever its reader folds on the screen.
  const { newest: _folding, ...view } = await readVisit(ctx, {
    id: params.id ?? "",
    showHidden: showsHidden(url),
    showNewest: true,
  });
  const at = ctx.now();
  const pdf = await context.print.pdf({ language: context.language, at, document: { kind: "visit", view } });
  return pdfFile(pdf, "so-khoe-lan-kham", at);
});
