import { exportRecord } from "#app/domain/health-book/export-record.ts";
import { hiddenWords } from "#app/http/hidden-words.ts";
import { citizenPage } from "#app/http/page.ts";
import { fhirFile, leftOutOfCopies, waitsInWords } from "#app/http/record-file.ts";

/** GET /book/export: the whole record as a file, FHIR R4 JSON. */
export const loader = citizenPage(async ({ ctx, context }) => {
  const base = `${context.config.publicOrigin}/fhir`;
  const { language } = context;
  const words = { leftOut: leftOutOfCopies(language), waits: waitsInWords(language), inWords: hiddenWords(language) };
  const { parts } = await exportRecord(ctx, { base, ...words });
  return fhirFile(parts, `so-khoe-${ctx.now().toISOString().slice(0, 10)}`);
});
