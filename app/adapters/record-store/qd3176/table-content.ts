import type { IssueList, Place } from "./issue-list.ts";
import { limits } from "./limits.ts";
import { decodeUtf8 } from "./xml/decode.ts";
import { readXml, type XmlElement } from "./xml/read-xml.ts";

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
  const { digits, padding } = measured(text);
  const whole = padding > 0 ? (digits + padding) % 4 === 0 : digits % 4 !== 1;
  if (padding > 2 || !whole) issues.refuse("base64", place);
  if (digits * 0.75 > limits.decodedBytes) issues.refuse("case-too-large");
  return Buffer.from(text, "base64");
}

/** Digits and `=` of a base64 text, white space aside; a `padding` of 9 when there is anything else in it. */
function measured(text: string): { digits: number; padding: number } {
  const plain = text.search(/[^A-Za-z0-9+/]/);
  if (plain === -1) return { digits: text.length, padding: 0 };
  let [digits, padding] = [plain, 0];
  for (let i = plain; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32 || code === 10 || code === 13 || code === 9) continue;
    if (code === 61) padding++;
    else if (padding === 0 && isDigit(code)) digits++;
    else return { digits, padding: 9 };
  }
  return { digits, padding };
}

const isDigit = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 47 && code <= 57) || code === 43;
