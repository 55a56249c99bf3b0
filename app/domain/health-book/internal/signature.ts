import type { Attachment } from "#app/adapters/record-store/fhir-r4/datatypes.ts";
import type { Composition, DocumentReference } from "#app/adapters/record-store/fhir-r4/resources/documents.ts";
import type { DocumentView, SignatureView } from "../view.ts";
import type { EntryRow } from "./entry-row.ts";

/** What the mapping of packages writes down of `CHUKYDONVI`. */
const UNIT_SIGNATURE = "urn:so-khoe:qd3176:CHUKYDONVI";
/** Detached signatures (CMS, XMLDSig, JWS) come as files of their own. */
const SIGNATURE_FILE = /^application\/(?:pkcs7-(?:signature|mime)|jose(?:\+json)?|signature\+xml)/i;
const XML_SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
/** The entry by which a PDF holds the signed range of its own bytes (ISO 32000, 12.8). */
const PDF_SIGNATURE = "/ByteRange";
const SIGNED_BY_SOMEBODY = new Set(["legal", "official", "professional"]);

/**
 * What a paper itself tells of signatures; nobody has checked one. A signature that is there counts before somebody's word that it
 * was signed; `undefined` where nothing is told.
 */
export function signatureOf(resource: Composition | DocumentReference): SignatureView | undefined {
  if (resource.resourceType === "Composition") {
    if (resource.status === "preliminary") return "draft";
    return resource.attester?.some(({ mode }) => SIGNED_BY_SOMEBODY.has(mode ?? "")) ? "said" : undefined;
  }
  const unit = unitSignature(resource);
  if (unit === "sent" || (resource.content ?? []).some((c) => c.attachment && isSigned(c.attachment))) return "sent";
  if (resource.docStatus === "preliminary") return "draft";
  if (resource.authenticator) return "said";
  return unit === "none" ? "none" : undefined;
}

function unitSignature(resource: DocumentReference): unknown {
  const { extension } = resource as { extension?: unknown };
  const extensions = Array.isArray(extension) ? (extension as { url?: string; valueString?: string }[]) : [];
  return extensions.find(({ url }) => url === UNIT_SIGNATURE)?.valueString;
}

function isSigned({ contentType = "", data }: Attachment): boolean {
  if (SIGNATURE_FILE.test(contentType)) return true;
  if (!data) return false;
  if (/pdf/i.test(contentType)) return Buffer.from(data, "base64").includes(PDF_SIGNATURE);
  return /xml/i.test(contentType) && Buffer.from(data, "base64").includes(XML_SIGNATURE);
}

/** How a row of entries is named in what `signedQuery` gives. */
export const paperRef = ({ facilityId, type, sourceId }: Pick<EntryRow, "facilityId" | "type" | "sourceId">): string =>
  `${facilityId} ${type}/${sourceId}`;

/** Where everything was asked that may tell of a signature, a paper that tells nothing says so. */
export const withSignature = (item: DocumentView, row: EntryRow, signed: ReadonlySet<string>): DocumentView => ({
  ...item,
  signature: signed.has(paperRef(row)) ? "sent" : (item.signature ?? "unknown"),
});
