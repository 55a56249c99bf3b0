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
  return new Response(body, { headers: attached("application/fhir+json; charset=utf-8", `${name}.json`) });
}

/** A PDF to keep, named and dated. */
export const pdfFile = (bytes: Uint8Array<ArrayBuffer>, name: string, at: Date): Response =>
  new Response(bytes, { headers: attached("application/pdf", `${name}-${at.toISOString().slice(0, 10)}.pdf`) });

const attached = (type: string, name: string) => ({
  "Content-Type": type,
  "Content-Disposition": `attachment; filename="${name}"`,
});
