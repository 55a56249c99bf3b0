import { exportRecord } from "#app/domain/health-book/export-record.ts";
import { hiddenWords } from "#app/http/hidden-words.ts";
import { citizenPage } from "#app/http/page.ts";

/** GET /book/export: the whole record as a file, FHIR R4 JSON. */
export const loader = citizenPage(async ({ ctx, context }) => {
  const inWords = hiddenWords(context.language);
  const { json } = await exportRecord(ctx, { base: `${context.config.publicOrigin}/fhir`, inWords });
  const day = ctx.now().toISOString().slice(0, 10);
  return new Response(json, {
    headers: {
      "Content-Type": "application/fhir+json; charset=utf-8",
      "Content-Disposition": `attachment; filename="so-khoe-${day}.json"`,
      "Cache-Control": "no-store",
    },
  });
});
