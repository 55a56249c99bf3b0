import type { FilePart } from "../feed-files/file.ts";
import { stringifyFhirJson } from "../fhir-r4/json.ts";
import { formsOf } from "./forms-of.ts";

const encoder = new TextEncoder();

/** The forms of a file, each a delivery of its own; one alone keeps its bytes as they came. */
export function splitForms(bytes: Uint8Array): FilePart[] {
  const forms = formsOf(bytes);
  if ("fault" in forms || forms.list.length <= 1) return [{ bytes, rows: [] }];
  return forms.list.map((form, at) => ({ bytes: encoder.encode(stringifyFhirJson(form ?? null)), rows: [at + 1] }));
}
