import { readSequence, type SequenceNumber } from "#app/shared/feed-sequence.ts";
import { type Issue, isError } from "./issues.ts";
import { nameStu3 } from "./stu3.ts";

export const MAX_ENTRIES = 5_000;

/** A resource as sent: checked to be an object with a type, nothing more. */
export type RawResource = { resourceType: string; id?: unknown; [element: string]: unknown };

export interface BundleItem {
  index: number;
  /** FHIRPath of the entry in what was sent. */
  expression: string;
  fullUrl: string | undefined;
  method: "POST" | "PUT" | "DELETE";
  url: string | undefined;
  ifNoneExist: string | undefined;
  ifMatch: string | undefined;
  resource: RawResource | undefined;
  issues: Issue[];
}

export interface ReadBundle {
  kind: "transaction" | "batch" | "document" | "single";
  timestamp: string | undefined;
  items: BundleItem[];
  /** The sender's running number of the message (`Bundle.identifier` of urn:so-khoe:feed-sequence). */
  sequence?: SequenceNumber | undefined;
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/**
 * The deliveries in a body: a transaction, batch or document Bundle, or (from disk) one resource.
 * Problems of the whole come back as `issues`; problems of one entry stay with the entry.
 */
export function readBundle(body: unknown, options: { allowSingle: boolean }): { bundle?: ReadBundle; issues: Issue[] } {
  if (!isObject(body) || typeof body.resourceType !== "string") {
    return refused("structure", "not-fhir", "The body is JSON but not a FHIR resource: it has no resourceType.");
  }
  if (body.resourceType !== "Bundle") {
    if (!options.allowSingle) {
      return refused(
        "not-supported",
        "not-a-bundle",
        `POST /fhir takes a Bundle; this is a ${name(body.resourceType)}. Put it into a transaction or batch Bundle.`,
        "Bundle",
      );
    }
    const single: Json = { resource: body };
    return { bundle: { kind: "single", timestamp: undefined, items: [readItem(single, 0, "single")] }, issues: [] };
  }
  const kind = body.type;
  if (kind !== "transaction" && kind !== "batch" && kind !== "document") {
    return refused(
      "not-supported",
      "bundle-type",
      `Bundle.type must be transaction, batch or document; this one is ${name(kind)}.`,
      "Bundle.type",
    );
  }
  if (!Array.isArray(body.entry) || body.entry.length === 0) {
    return refused("required", "bundle-empty", "The Bundle has no entries.", "Bundle.entry");
  }
  if (body.entry.length > MAX_ENTRIES) {
    return refused(
      "too-costly",
      "too-many-entries",
      `The Bundle has ${body.entry.length} entries; at most ${MAX_ENTRIES} are taken at once. Send several, or load NDJSON with "npm run feed -- import".`,
      "Bundle.entry",
    );
  }
  const stu3 = nameStu3(body.entry.map((entry) => (isObject(entry) ? entry.resource : undefined)));
  if (stu3) return { issues: [stu3] };
  const items = body.entry.map((entry: unknown, index) => readItem(entry, index, kind));
  const issues: Issue[] = [];
  if (kind === "document" && items[0]?.resource?.resourceType !== "Composition") {
    issues.push({
      severity: "error",
      type: "structure",
      code: "document-composition",
      diagnostics: "The first entry of a document Bundle must be its Composition (bdl-11).",
      expression: "Bundle.entry[0].resource",
    });
  }
  if (issues.some(isError)) return { issues };
  return { bundle: { kind, timestamp: text(body.timestamp), items, sequence: sequenceOf(body.identifier) }, issues };
}

export const SEQUENCE_SYSTEM = "urn:so-khoe:feed-sequence";

const sequenceOf = (identifier: unknown): SequenceNumber | undefined =>
  isObject(identifier) && identifier.system === SEQUENCE_SYSTEM ? readSequence(String(identifier.value)) : undefined;

function readItem(entry: unknown, index: number, kind: ReadBundle["kind"]): BundleItem {
  const at = kind === "single" ? "" : `Bundle.entry[${index}]`;
  const item: BundleItem = {
    index,
    expression: at,
    fullUrl: undefined,
    method: "POST",
    url: undefined,
    ifNoneExist: undefined,
    ifMatch: undefined,
    resource: undefined,
    issues: [],
  };
  if (!isObject(entry)) return withError(item, "structure", "entry-form", "The entry is not an object.", at);
  item.fullUrl = text(entry.fullUrl);
  if (kind === "transaction" || kind === "batch") readRequest(item, entry.request);
  if (item.method === "DELETE") return item;
  const resource = entry.resource;
  if (
    !isObject(resource) ||
    typeof resource.resourceType !== "string" ||
    !/^[A-Z][A-Za-z]{1,63}$/.test(resource.resourceType)
  ) {
    return withError(
      item,
      "required",
      "entry-resource",
      "The entry has no resource with a resourceType.",
      `${at}.resource`,
    );
  }
  item.resource = resource as RawResource;
  item.expression = at ? `${at}.resource` : resource.resourceType;
  return item;
}

function readRequest(item: BundleItem, request: unknown): void {
  const at = `${item.expression}.request`;
  if (!isObject(request) || typeof request.method !== "string") {
    withError(
      item,
      "required",
      "entry-request",
      "Each entry of a transaction or batch needs request.method and request.url.",
      at,
    );
    return;
  }
  item.url = text(request.url);
  item.ifNoneExist = text(request.ifNoneExist);
  item.ifMatch = text(request.ifMatch);
  const { method } = request;
  if (method === "POST" || method === "PUT" || method === "DELETE") item.method = method;
  else
    withError(
      item,
      "not-supported",
      "entry-method",
      "A feed may POST, PUT and DELETE; other methods are not taken here.",
      `${at}.method`,
    );
}

function withError(
  item: BundleItem,
  type: Issue["type"],
  code: string,
  diagnostics: string,
  expression: string,
): BundleItem {
  item.issues.push({ severity: "error", type, code, diagnostics, expression });
  return item;
}

function refused(type: Issue["type"], code: string, diagnostics: string, expression?: string): { issues: Issue[] } {
  return { issues: [{ severity: "error", type, code, diagnostics, ...(expression ? { expression } : {}) }] };
}

/** Quotes a type name back only when it looks like one; never echo what may be a value. */
const name = (value: unknown): string =>
  typeof value === "string" && /^[A-Za-z-]{1,40}$/.test(value) ? `"${value}"` : "none of these";
