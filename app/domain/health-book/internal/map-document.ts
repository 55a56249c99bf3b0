import type { Composition, DocumentReference } from "#app/adapters/record-store/fhir-r4/resources/documents.ts";
import type { DocumentView } from "../view.ts";
import { conceptText, conceptTexts, type Names, referenceTexts } from "./concept.ts";
import { baseOf, type Read } from "./entry-row.ts";
import { isPlainText, plainText } from "./plain-text.ts";
import { signatureOf } from "./signature.ts";

export function mapDocument({ row, resource }: Read<Composition | DocumentReference>, names: Names): DocumentView {
  if (resource.resourceType === "Composition") {
    return {
      ...baseOf(row, resource.title?.trim() || conceptText(resource.type)),
      kind: "document",
      form: "summary",
      status: resource.status,
      description: undefined,
      parts: (resource.section ?? []).flatMap((s) => s.title?.trim() || conceptText(s.code) || []),
      files: [],
      text: undefined,
      by: referenceTexts(resource.author, names),
      signature: signatureOf(resource),
    };
  }
  const files = (resource.content ?? []).flatMap((c) =>
    c.attachment ? [{ title: c.attachment.title, contentType: c.attachment.contentType }] : [],
  );
  return {
    ...baseOf(row, conceptText(resource.type) ?? conceptTexts(resource.category)[0] ?? files[0]?.title),
    kind: "document",
    form: "document",
    status: resource.docStatus ?? resource.status,
    description: resource.description?.trim() || undefined,
    parts: [],
    files: files.filter((f) => !isPlainText(f.contentType)),
    text: plainText((resource.content ?? []).map((c) => c.attachment)),
    by: referenceTexts(resource.author, names),
    signature: signatureOf(resource),
  };
}
