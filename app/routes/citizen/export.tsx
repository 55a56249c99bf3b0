import { exportRecord } from "#app/domain/health-book/export-record.ts";
import { summarizeRecord } from "#app/domain/health-book/summarize-record.ts";
import { citizenPage } from "#app/http/page.ts";
import { fhirFile, inOnePart } from "#app/http/record-file.ts";
import { leftOutOfCopies, ownInWords, waitsInWords } from "#app/print/copy-words.ts";
import { hiddenWords } from "#app/print/hidden-words.ts";
import { summaryWords } from "#app/print/summary-words.tsx";

/** GET /book/export: the whole record as a file, FHIR R4 JSON; with `format=ips` the International Patient Summary. */
export const loader = citizenPage(async ({ ctx, context, url }) => {
  const day = ctx.now().toISOString().slice(0, 10);
  if (url.searchParams.get("format") === "ips") {
    const summary = await summarizeRecord(ctx, summaryWords(context));
    return fhirFile(inOnePart(summary), `so-khoe-ips-${day}`);
  }
  const base = `${context.config.publicOrigin}/fhir`;
  const { language } = context;
  const words = {
    leftOut: leftOutOfCopies(language),
    waits: waitsInWords(language),
    inWords: hiddenWords(language),
    own: ownInWords(language),
  };
  const { parts } = await exportRecord(ctx, { base, ...words });
  return fhirFile(parts, `so-khoe-${day}`);
});
