import { readSection } from "#app/domain/health-book/read-section.ts";
import { citizenPage } from "#app/http/page.ts";
import { showsHidden } from "#app/http/query.ts";
import { pdfFile } from "#app/http/record-file.ts";

/** GET /book/medicines.pdf: the medicine list on paper. */
export const loader = citizenPage(async ({ ctx, context, url }) => {
  const view = await readSection(ctx, { section: "medicines", page: 1, whole: true, showHidden: showsHidden(url) });
  const at = ctx.now();
  const pdf = await context.print.pdf({ language: context.language, at, document: { kind: "section", view } });
  return pdfFile(pdf, "so-khoe-thuoc", at);
});
