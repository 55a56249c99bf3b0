import { XmlRefusal } from "./refusal.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** Systems that put their lines together by hand leave one empty before it. */
const DECLARATION = /^\uFEFF?[ \t\r\n]{0,200}<\?xml\s[^>]{0,200}\?>/;
/** A writer into a .NET string declares UTF-16 whatever bytes come of it; these were UTF-8, or they had been refused. */
const DECLARED = /^(?:utf-?8|utf-?16(?:le|be)?|us-ascii)$/i;
const ENCODING = /\sencoding\s*=\s*["']([^"']*)["']/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 §2.2 forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Bytes as text, its BOM (if any) kept: encoding the text again gives the same bytes. Refuses all but valid UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new XmlRefusal("encoding");
  }
}

/** Where the document proper begins: after BOM and XML declaration. Refuses another encoding, and control characters. */
export function startOfDocument(text: string): number {
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden) throw new XmlRefusal("control-character", text, forbidden.index);
  const declaration = DECLARATION.exec(text)?.[0] ?? "";
  const encoding = ENCODING.exec(declaration)?.[1];
  if (encoding !== undefined && !DECLARED.test(encoding)) throw new XmlRefusal("encoding", text, 0);
  return declaration.length || (text.startsWith("\uFEFF") ? 1 : 0);
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const NUMERIC = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/;
const LONGEST_REFERENCE = 10;
/** Pieces joined at a time, so that millions of references hold no million strings. */
const PIECES = 8_192;

/** Text with the five predefined and the numeric references resolved, once; any other `&` is refused. */
export function resolveReferences(text: string): string {
  const done: string[] = [];
  let pieces: string[] = [];
  let from = 0;
  for (let at = text.indexOf("&"); at !== -1; at = text.indexOf("&", from)) {
    const window = text.slice(at + 1, at + LONGEST_REFERENCE);
    const name = window.slice(0, Math.max(window.indexOf(";"), 0));
    pieces.push(text.slice(from, at), characterNamed(name));
    from = at + name.length + 2;
    if (pieces.length >= PIECES) {
      done.push(pieces.join(""));
      pieces = [];
    }
  }
  return from === 0 ? text : done.join("") + pieces.join("") + text.slice(from);
}

function characterNamed(name: string): string {
  const named = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  const [, hex, decimal] = NUMERIC.exec(name) ?? [];
  const character = named ?? characterOf(hex ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN));
  if (character === undefined) throw new XmlRefusal("entity");
  return character;
}

function characterOf(code: number): string | undefined {
  if (!(code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  const character = String.fromCodePoint(code);
  if (FORBIDDEN.test(character)) throw new XmlRefusal("control-character");
  return character;
}
