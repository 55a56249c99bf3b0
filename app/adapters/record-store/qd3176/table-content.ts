import type { IssueList, Place } from "./issue-list.ts";
import { limits } from "./limits.ts";
import { decodeUtf8 } from "./xml/decode.ts";
import { readXml, type XmlElement } from "./xml/read-xml.ts";

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** How much of one case's decoded text may still come. */
export interface Budget {
  bytes: number;
}

/**
 * The root of a table in `NOIDUNGFILE`: its elements inline, XML as escaped text or CDATA, or base64 of UTF-8 XML
 * (line breaks allowed, padding or none). `undefined` when it is empty.
 */
export function tableContent(
  file: XmlElement,
  budget: Budget,
  place: Place,
  issues: IssueList,
): XmlElement | undefined {
  const inline = file.children.length === 1 ? file.children[0] : file;
  if (inline && file.children.length > 0) {
    if (/\S/.test(file.text)) issues.refuse("row-structure", place);
    spend(inline.end - inline.start, budget, issues);
    return inline;
  }
  const text = file.text.trim();
  if (text === "") return undefined;
  const xml = text.startsWith("<") ? text : issues.reading(place, () => decodeUtf8(fromBase64(text, place, issues)));
  spend(xml.length, budget, issues);
  return issues.reading(place, () => readXml(xml));
}

function spend(length: number, budget: Budget, issues: IssueList): void {
  budget.bytes -= length;
  if (budget.bytes < 0) issues.refuse("case-too-large");
}

function fromBase64(text: string, place: Place, issues: IssueList): Uint8Array {
  const plain = text.replace(/\s+/g, "");
  const padding = plain.endsWith("==") ? 2 : plain.endsWith("=") ? 1 : 0;
  const digits = plain.length - padding;
  const whole = padding > 0 ? plain.length % 4 === 0 : digits % 4 !== 1;
  if (!BASE64.test(plain) || !whole) issues.refuse("base64", place);
  if (digits * 0.75 > limits.decodedBytes) issues.refuse("case-too-large");
  return Buffer.from(plain, "base64");
}
