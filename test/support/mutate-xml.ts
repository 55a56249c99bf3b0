import { type CaseTables, type Form, packageXml, type Row } from "./qd3176/package-xml.ts";
import type { Random } from "./random.ts";

const JUNK = [
  "",
  " ",
  "\u00a0",
  "0",
  "-1",
  "1e308",
  "1,5",
  "NaN",
  "x".repeat(5_000),
  "20260230",
  "999999999999",
  "202613320000",
  "000000000000",
  ";;;",
  "A;B;;C",
  "<script>",
  "]]>",
  "&amp;",
  "{{number:1}}",
  "{{source:x}}",
  "../..",
  "__proto__",
  "\u{1d4b3}".repeat(20),
  "🩺",
  "B24",
  "03",
];
const NAMES = [
  "MA_LK",
  "MA_CSKCB",
  "STT",
  "constructor",
  "__proto__",
  "X",
  "MA_THUOC",
  "GIA_TRI",
  "NGAY_VAO",
  "SO_CCCD",
];
const TAGS = [
  "<HOSO>",
  "</HOSO>",
  "<FILEHOSO>",
  "</XML>",
  "<!--",
  "-->",
  "<![CDATA[",
  "<?pi?>",
  "<!DOCTYPE a>",
  "&x;",
  "<a/>",
];

/** Packages that are broken in ways nobody thought of, from whole ones; the same for the same seed. */
export function mutatedPackages(dice: Random, whole: readonly CaseTables[]): () => Uint8Array {
  const rowOf = (tables: Record<string, Row[]>): Record<string, string> | undefined => {
    const rows = dice.of(Object.values(tables));
    return rows && (dice.of(rows) as Record<string, string> | undefined);
  };
  const inCase: ((tables: Record<string, Row[]>) => void)[] = [
    (tables) => {
      const row = rowOf(tables);
      if (row) row[dice.of(Object.keys(row))] = dice.of(JUNK);
    },
    (tables) => {
      const row = rowOf(tables);
      if (row) delete row[dice.of(Object.keys(row))];
    },
    (tables) => {
      const row = rowOf(tables);
      if (row)
        Object.defineProperty(row, dice.of(NAMES), {
          value: dice.of(JUNK),
          enumerable: true,
          configurable: true,
          writable: true,
        });
    },
    (tables) => {
      const [from, to] = [dice.of(Object.values(tables)), dice.of(Object.values(tables))];
      const row = from && dice.of(from);
      if (row) to?.push({ ...row });
    },
    (tables) => {
      delete tables[dice.of(Object.keys(tables))];
    },
    (tables) => {
      const names = Object.keys(tables);
      const [a, b] = [dice.of(names), dice.of(names)];
      [tables[a], tables[b]] = [tables[b] ?? [], tables[a] ?? []];
    },
  ];
  const inText: ((text: string) => Uint8Array)[] = [
    (text) => Buffer.from(text.slice(0, dice.below(text.length))),
    (text) => {
      const at = dice.below(text.length);
      return Buffer.from(text.slice(0, at) + dice.of(TAGS) + text.slice(at));
    },
    (text) => {
      const at = dice.below(text.length);
      return Buffer.from(text.slice(0, at) + text.slice(at + dice.below(40)));
    },
    (text) => {
      const bytes = Buffer.from(text);
      for (let n = 0; n < 3; n++) bytes[dice.below(bytes.length)] = dice.below(256);
      return bytes;
    },
  ];
  return () => {
    const tables = structuredClone(dice.of(whole)) as Record<string, Row[]>;
    for (let n = 0; n <= dice.below(4); n++) if (Object.keys(tables).length > 0) dice.of(inCase)(tables);
    const form = dice.of<Form>(["base64", "inline", "cdata", "escaped"]);
    const bytes = packageXml(tables as CaseTables, { form, preparedOn: dice.of(["20261121", "20261120", "", "x"]) });
    return dice.below(3) === 0 ? dice.of(inText)(Buffer.from(bytes).toString("utf8")) : bytes;
  };
}
