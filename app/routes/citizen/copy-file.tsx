import { downloadCopy } from "#app/domain/health-book/copies/download-copy.ts";
import { citizenPage } from "#app/http/page.ts";
import { pdfFile } from "#app/http/record-file.ts";

/** GET /book/export/pdf/:id: the whole book that was ordered. */
export const loader = citizenPage(async ({ ctx, params }) => {
  const { bytes, madeAt } = await downloadCopy(ctx, { id: params.id ?? "" });
  return pdfFile(bytes, "so-khoe-ca-so", madeAt);
});
