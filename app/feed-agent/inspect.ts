import crypto from "node:crypto";
import { XMLValidator } from "fast-xml-parser";

export type Unreadable = "empty" | "too-large" | "not-utf8" | "not-xml" | "doctype" | "not-json" | "not-bundle";

export type Inspected =
  | { ok: true; kind: "qd3176" | "fhir"; maLk: string | undefined; caseKey: string }
  | { ok: false; why: Unreadable; line?: number };

/** What one document may weigh; the portal takes no more. */
export const MAX_DOCUMENT_BYTES = 16 * 1_048_576;

/** Looks whether bytes are a document at all, and of which case. What it says is for the portal to judge. */
export function inspect(bytes: Uint8Array): Inspected {
  if (bytes.byteLength > MAX_DOCUMENT_BYTES) return { ok: false, why: "too-large" };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes).trimStart();
  } catch {
    return { ok: false, why: "not-utf8" };
  }
  if (text === "") return { ok: false, why: "empty" };
  return text.startsWith("{") ? inspectJson(text) : inspectXml(text);
}

function inspectXml(text: string): Inspected {
  if (!text.startsWith("<")) return { ok: false, why: "not-xml" };
  if (/^[\s\S]{0,4096}?<!DOCTYPE/i.test(text)) return { ok: false, why: "doctype" };
  const valid = XMLValidator.validate(text);
  if (valid !== true) return { ok: false, why: "not-xml", line: valid.err.line };
  const maLk = caseNumber(text) ?? caseNumberInside(text);
  return { ok: true, kind: "qd3176", maLk, caseKey: maLk ? `lk:${maLk}` : "lk" };
}

const MA_LK = /<MA_LK\s*>\s*(?:<!\[CDATA\[)?\s*([^<\]]{1,100}?)\s*(?:\]\]>)?\s*<\/MA_LK\s*>/;
const CONTENT = /<NOIDUNGFILE\s*>\s*(?:<!\[CDATA\[)?([A-Za-z0-9+/=\s]+)/g;

const caseNumber = (text: string): string | undefined => MA_LK.exec(text)?.[1]?.replace(/[\p{Cc}\p{Cf}]/gu, "");

/** The tables of a package stand in it as base64, or as text with its signs escaped. */
function caseNumberInside(text: string): string | undefined {
  for (const [, content = ""] of text.matchAll(CONTENT)) {
    const found = caseNumber(Buffer.from(content, "base64").toString("utf8"));
    if (found) return found;
  }
  return /(?:&lt;|&#60;)MA_LK/.test(text)
    ? caseNumber(text.replace(/&(?:lt|#60);/g, "<").replace(/&(?:gt|#62);/g, ">"))
    : undefined;
}

function inspectJson(text: string): Inspected {
  let body: { resourceType?: unknown; entry?: unknown } | null;
  try {
    body = JSON.parse(text);
  } catch {
    return { ok: false, why: "not-json" };
  }
  if (body?.resourceType !== "Bundle") return { ok: false, why: "not-bundle" };
  return { ok: true, kind: "fhir", maLk: undefined, caseKey: `fhir:${patientKey(body.entry)}` };
}

/** Deliveries about one patient keep their order; the id itself is not repeated. */
function patientKey(entries: unknown): string {
  const resources = (Array.isArray(entries) ? entries : []).map((e) => (e as { resource?: unknown } | null)?.resource);
  const patient = resources.find((r) => (r as { resourceType?: unknown } | null)?.resourceType === "Patient");
  const id = (patient as { id?: unknown } | undefined)?.id;
  return crypto
    .createHash("sha256")
    .update(String(id ?? ""))
    .digest("hex")
    .slice(0, 16);
}
