import { parseFhirJson } from "../fhir-r4/json.ts";

const MOST_BYTES = 64 * 1_048_576;

/** The forms in a file: one, a list of them, or a list under `ho_so`. Numbers keep their digits. */
export function formsOf(
  bytes: Uint8Array,
): { list: unknown[] } | { fault: "file-too-large" | "not-utf8" | "not-json" } {
  if (bytes.byteLength > MOST_BYTES) return { fault: "file-too-large" };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { fault: "not-utf8" };
  }
  try {
    const body = parseFhirJson(text);
    const list = Array.isArray(body) ? body : ((body as { ho_so?: unknown } | null)?.ho_so ?? body);
    return { list: Array.isArray(list) ? list : [list] };
  } catch {
    return { fault: "not-json" };
  }
}
