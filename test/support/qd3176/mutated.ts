import type { Random } from "#test/support/random.ts";

const JUNK = [
  "<",
  ">",
  "</",
  "/>",
  "&",
  "&#0;",
  "&x;",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<!DOCTYPE a>",
  "<?x?>",
  "\0",
  "=",
  ";",
];
const VALUES = [
  "",
  "-1",
  "1e308",
  "20260230",
  "999999999999999999999",
  "0000",
  "__proto__",
  "x".repeat(5_000),
  "1,5",
  "\u{1F3E5}",
];
type Mutation = (text: string, dice: Random) => string;

const LEAF = /<(\w+)>[^<]*<\/\1>/g;

/** Some element of the text without others in it, and its place. */
function someElement(text: string, dice: Random): { start: number; end: number } {
  LEAF.lastIndex = dice.below(text.length);
  const found = LEAF.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : { start: 0, end: 0 };
}

const inText: Mutation[] = [
  (text, dice) => text.slice(0, dice.below(text.length)),
  (text, dice) => {
    const at = dice.below(text.length);
    return text.slice(0, at) + dice.of(JUNK) + text.slice(at + dice.below(3));
  },
  (text, dice) => {
    const { start, end } = someElement(text, dice);
    return text.slice(0, start) + text.slice(end);
  },
  (text, dice) => {
    const { start, end } = someElement(text, dice);
    const at = someElement(text, dice).end;
    return text.slice(0, at) + text.slice(start, end) + text.slice(at);
  },
  (text, dice) => {
    const { start, end } = someElement(text, dice);
    const changed = text.slice(start, end).replace(/>[^<]*</, () => `>${dice.of(VALUES)}<`);
    return text.slice(0, start) + changed + text.slice(end);
  },
  (text, dice) => {
    const names = ["HOSO", "FILEHOSO", "NOIDUNGFILE", "LOAIHOSO", "MA_LK", "TONG_HOP", "GIAMDINHHS", "CHI_TIET_THUOC"];
    const [from, to] = [dice.of(names), dice.of(names)];
    return text.replaceAll(`<${from}>`, `<${to}>`).replaceAll(`</${from}>`, `</${to}>`);
  },
  (text, dice) => text.replace(/<HOSO>[\s\S]*<\/HOSO>/, (hoso) => hoso.repeat(1 + dice.below(4))),
];

/** A package somewhat spoilt: its bytes, its tags, its values. */
export function mutated(bytes: Uint8Array, dice: Random): Uint8Array {
  let text = Buffer.from(bytes).toString();
  for (let n = 0; n <= dice.below(3); n++) text = dice.of(inText)(text, dice);
  const spoilt = Buffer.from(text);
  if (spoilt.length > 0 && dice.below(4) === 0)
    for (let n = 0; n < 3; n++) spoilt[dice.below(spoilt.length)] = dice.below(256);
  return spoilt;
}
