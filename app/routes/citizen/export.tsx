import { exportRecord } from "#app/domain/health-book/export-record.ts";
import { summarizeRecord } from "#app/domain/health-book/summarize-record.ts";
import { hiddenWords } from "#app/http/hidden-words.ts";
import { citizenPage } from "#app/http/page.ts";
import { summaryWords } from "#app/http/print/summary-words.tsx";
import { fhirFile, inOnePart, leftOutOfCopies, waitsInWords } from "#app/http/record-file.ts";

/** GET /book/export: the whole record as a file, FHIR R4 JSON; with `format=ips` the International Patient Summary. */
export const loader = citizenPage(async ({ ctx, context, url }) => {
  const day = ctx.now().toISOString().slice(0, 10);
  if (url.searchParams.get("format") === "ips") {
    const summary = await summarizeRecord(ctx, summaryWords(context));
    return fhirFile(inOnePart(summary), `so-khoe-ips-${day}`);
  }
  const base = `${context.config.publicOrigin}/fhir`;
  const { language } = context;
  const words = { leftOut: leftOutOfCopies(language), waits: waitsInWords(language), inWords: hiddenWords(language) };
  const { parts } = await exportRecord(ctx, { base, ...words });
  return fhirFile(parts, `so-khoe-${day}`);
});
