import { limits } from "../limits.ts";
import { resolveReferences, startOfDocument } from "./decode.ts";
import { XmlRefusal } from "./refusal.ts";

/** An element, its own text (references resolved, CDATA as it is) and where it stands in the document. */
export interface XmlElement {
  name: string;
  /** Upper case and without a namespace's prefix: senders differ in both. */
  key: string;
  children: readonly XmlElement[];
  text: string;
  /** Place of its `<`, and the one after its last `>`, in UTF-16 units of the document's text. */
  start: number;
  end: number;
}

const LEAF: readonly XmlElement[] = [];
/** Bounded, so that no input can make the expression's own stack grow. */
const NAME = /[A-Za-z_\u0080-\uffff][\w.:\u0080-\uffff-]{0,127}/y;
const ATTRIBUTES = /(?:\s+[A-Za-z_\u0080-\uffff][\w.:\u0080-\uffff-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*/y;

interface Scan {
  text: string;
  at: number;
  open: XmlElement[];
  root: XmlElement | undefined;
  elements: number;
  keys: Map<string, string>;
}

/**
 * A document as a tree, in one pass and in time linear to its length. It takes the part of XML the standard needs:
 * elements, text, CDATA and comments. DTDs, processing instructions, unknown entities, and what is not well-formed
 * or beyond the limits throw `XmlRefusal`. Attributes (as .NET's `xmlns:xsi`) are checked and left out.
 */
export function readXml(text: string): XmlElement {
  const scan: Scan = { text, at: startOfDocument(text), open: [], root: undefined, elements: 0, keys: new Map() };
  while (scan.at < text.length) {
    const tag = text.indexOf("<", scan.at);
    addText(scan, tag === -1 ? text.length : tag);
    if (tag !== -1) readTag(scan);
  }
  if (!scan.root || scan.open.length > 0) throw new XmlRefusal("not-well-formed", text, text.length);
  return scan.root;
}

function addText(scan: Scan, end: number): void {
  if (end === scan.at) return;
  const raw = scan.text.slice(scan.at, end);
  const inside = scan.open.at(-1);
  const blank = !/[^ \t\r\n]/.test(raw);
  if (inside) {
    if (!blank || (inside.text !== "" && inside.children === LEAF)) inside.text += resolved(scan, raw);
  } else if (!blank) throw new XmlRefusal("not-well-formed", scan.text, scan.at);
  scan.at = end;
}

function resolved(scan: Scan, raw: string): string {
  if (raw.includes("]]>")) throw new XmlRefusal("not-well-formed", scan.text, scan.at);
  try {
    return resolveReferences(raw);
  } catch (error) {
    if (error instanceof XmlRefusal) throw new XmlRefusal(error.fault, scan.text, scan.at);
    throw error;
  }
}

function readTag(scan: Scan): void {
  const kind = scan.text[scan.at + 1];
  if (kind === "/") closeElement(scan);
  else if (kind === "!") readMarkup(scan);
  else if (kind === "?") throw new XmlRefusal("instruction", scan.text, scan.at);
  else openElement(scan);
}

function readMarkup(scan: Scan): void {
  const { text, at } = scan;
  if (text.startsWith("<!--", at)) {
    const end = text.indexOf("--", at + 4);
    if (end === -1 || text[end + 2] !== ">") throw new XmlRefusal("not-well-formed", text, at);
    scan.at = end + 3;
  } else if (text.startsWith("<![CDATA[", at) && scan.open.length > 0) {
    const end = text.indexOf("]]>", at + 9);
    if (end === -1) throw new XmlRefusal("not-well-formed", text, at);
    (scan.open.at(-1) as XmlElement).text += text.slice(at + 9, end);
    scan.at = end + 3;
  } else throw new XmlRefusal(/^<!doctype/i.test(text.slice(at, at + 9)) ? "doctype" : "not-well-formed", text, at);
}

function openElement(scan: Scan): void {
  const { text, at: start, open } = scan;
  const name = match(NAME, text, start + 1);
  const after = start + 1 + name.length;
  if (name === "") throw new XmlRefusal("not-well-formed", text, start);
  if (++scan.elements > limits.elements) throw new XmlRefusal("too-many-elements", text, start);
  if (open.length >= limits.depth) throw new XmlRefusal("too-deep", text, start);
  const attributes = text[after] === ">" ? "" : match(ATTRIBUTES, text.slice(after, after + limits.tagLength), 0);
  const empty = text[after + attributes.length] === "/";
  scan.at = after + attributes.length + (empty ? 2 : 1);
  if (text[scan.at - 1] !== ">")
    throw new XmlRefusal(isLong(text, start) ? "tag-too-long" : "not-well-formed", text, start);
  const element: XmlElement = { name, key: keyOf(scan, name), children: LEAF, text: "", start, end: scan.at };
  append(scan, element);
  if (!empty) open.push(element);
}

function isLong(text: string, start: number): boolean {
  const tag = text.slice(start, start + limits.tagLength);
  return tag.length === limits.tagLength && !/[<>]/.test(tag.slice(1));
}

function append(scan: Scan, element: XmlElement): void {
  const parent = scan.open.at(-1);
  if (!parent) {
    if (scan.root) throw new XmlRefusal("not-well-formed", scan.text, element.start);
    scan.root = element;
  } else if (parent.children === LEAF) parent.children = [element];
  else (parent.children as XmlElement[]).push(element);
}

function closeElement(scan: Scan): void {
  const { text, at } = scan;
  const element = scan.open.pop();
  const after = at + 2 + (element?.name.length ?? 0);
  if (!element || !text.startsWith(element.name, at + 2)) throw new XmlRefusal("not-well-formed", text, at);
  scan.at = text.indexOf(">", after) + 1;
  if (scan.at === 0 || (scan.at > after + 1 && text.slice(after, scan.at - 1).trim() !== ""))
    throw new XmlRefusal("not-well-formed", text, at);
  element.end = scan.at;
}

function keyOf(scan: Scan, name: string): string {
  const known = scan.keys.get(name);
  if (known !== undefined) return known;
  const key = (name.slice(name.lastIndexOf(":") + 1) || name).toUpperCase();
  scan.keys.set(name, key);
  return key;
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}
