import type { Held } from "#app/domain/health-book/view.ts";
import { en } from "#app/i18n/en.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { makeI18n } from "#app/i18n/t.tsx";
import { vi } from "#app/i18n/vi.ts";

/** What every copy of a record says of itself, in the reader's language. */
export const leftOutOfCopies = (locale: Locale): string =>
  makeI18n(locale === "en" ? en : vi, locale).t("sources.exportLeftOut");

/** Of a result that is not shown yet: what it is and when it appears, in every copy as on every page. */
export function waitsInWords(locale: Locale): (held: Held) => string {
  const { t, f } = makeI18n(locale === "en" ? en : vi, locale);
  return (held) => t("held.inCopy", { what: t(`held.class.${held.class}`), date: f.date(held.appearsAt) });
}

/** A file that is made whole before its first byte. */
export async function* inOnePart(text: string): AsyncGenerator<string> {
  yield text;
}

/** A FHIR file, written as it is read; a fault on the way ends it broken, so that nobody takes a part for the whole. */
export function fhirFile(parts: AsyncGenerator<string>, name: string): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await parts.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "application/fhir+json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.json"`,
    },
  });
}
