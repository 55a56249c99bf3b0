import { XmlRefusal } from "./refusal.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const DECLARATION = /^\uFEFF?<\?xml\s[^>]{0,200}\?>/;
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
  if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) throw new XmlRefusal("encoding", text, 0);
  return declaration.length || (text.startsWith("\uFEFF") ? 1 : 0);
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const REFERENCE = /&([^&;]{0,12})(;?)/g;

/** Text with the five predefined and the numeric references resolved, once; any other `&` is refused. */
export function resolveReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(REFERENCE, (_, name: string, end: string) => {
    const named = end && Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
    const code = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(end ? name : "");
    const character =
      named ?? (code ? characterOf(code[1] ? Number.parseInt(code[1], 16) : Number(code[2])) : undefined);
    if (character === undefined) throw new XmlRefusal("entity");
    return character;
  });
}

function characterOf(code: number): string | undefined {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  const character = String.fromCodePoint(code);
  if (FORBIDDEN.test(character)) throw new XmlRefusal("control-character");
  return character;
}
