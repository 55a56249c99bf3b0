import type { Attachment } from "#app/adapters/record-store/fhir-r4/datatypes.ts";

/** Longer papers are opened as files. */
const MOST_CHARACTERS = 40_000;

export const isPlainText = (contentType: string | undefined): boolean => /^text\/plain\b/i.test(contentType ?? "");

/** What attachments say, where their sender put them in as plain UTF-8 text. */
export function plainText(attachments: (Attachment | undefined)[] | undefined): string | undefined {
  const texts = (attachments ?? []).flatMap((attachment) => {
    if (!attachment?.data || !isPlainText(attachment.contentType)) return [];
    return Buffer.from(attachment.data, "base64").toString("utf8").trim() || [];
  });
  return texts.join("\n\n").slice(0, MOST_CHARACTERS) || undefined;
}
