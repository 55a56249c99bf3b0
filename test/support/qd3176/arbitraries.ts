import fc from "fast-check";
import { type TableName, tableNames } from "#app/adapters/record-store/qd3176/package.ts";
import { codeLists } from "#app/adapters/record-store/qd3176/tables/code-lists.ts";
import { tables } from "#app/adapters/record-store/qd3176/tables/index.ts";
import type { Field } from "#app/adapters/record-store/qd3176/tables/notation.ts";
import type { CaseTables, Row } from "./package-xml.ts";
import { plausibleCase } from "./plausible-case.ts";

/** Words with marks, and all that XML must escape. */
const words = fc
  .array(
    fc.constantFrom("Sốt", "đau", "ngực", "phải", "0,9%", "a<b", "R&D", "]]>", '"x"', "Hoà", "ho\u0300a", "\u{1F3E5}"),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(" "));

const two = (most: number) => fc.integer({ min: 1, max: most }).map((n) => String(n).padStart(2, "0"));
const day = fc.tuple(fc.integer({ min: 2023, max: 2027 }), two(12), two(28)).map((parts) => parts.join(""));
const minute = fc.tuple(day, two(23), two(59)).map((parts) => parts.join(""));

/** A value a field may have. */
export function fieldValue(field: Field): fc.Arbitrary<string> {
  switch (field.kind) {
    case "number":
      return fc.integer({ min: 0, max: 99 }).map(String);
    case "code":
      return fc.constantFrom(...(field.codes ? codeLists[field.codes] : ["1"]));
    case "date8":
      return day;
    case "date12":
      return minute;
    case "datetime":
      return fc.oneof(day, minute);
    case "birth":
      return fc.oneof(
        day.map((d) => `${d}0000`),
        day.map((d) => `${d.slice(0, 4)}00000000`),
      );
    default:
      return words
        .map((text) => text.slice(0, Math.min(field.max, 200)).trim())
        .filter((text) => !/[\uD800-\uDBFF]$/.test(text));
  }
}

/** A row with any of its table's fields, of the given case and facility. */
export function rowOf(table: TableName, maLk: string, maCskcb: string): fc.Arbitrary<Row> {
  const fields = [...tables[table].fields.values()];
  const own: Row = { MA_LK: maLk, ...(tables[table].fields.has("MA_CSKCB") ? { MA_CSKCB: maCskcb } : {}) };
  const free = fields.filter(({ name }) => !(name in own));
  const model = Object.fromEntries(free.map((field) => [field.name, fieldValue(field)]));
  return fc.record(model, { requiredKeys: [] }).map((row) => ({ ...own, ...saying(table), ...(row as Row) }));
}

/** What a row needs to be taken at all. */
function saying(table: TableName): Row {
  if (table === "XML1") return { NGAY_VAO: "202611200800" };
  if (table === "XML2") return { TEN_THUOC: "Paracetamol" };
  if (table === "XML3") return { TEN_DICH_VU: "Khám" };
  return table === "XML4" ? { GIA_TRI: "Âm tính" } : {};
}

const MANY: readonly TableName[] = ["XML2", "XML3", "XML4", "XML5", "XML15"];

/** Any tables with any fields: taken, though there may be warnings. */
export const anyCase: fc.Arbitrary<CaseTables> = fc
  .tuple(fc.stringMatching(/^[A-Z0-9]{1,12}$/), fc.stringMatching(/^[0-9]{5}$/))
  .chain(([maLk, maCskcb]) => {
    const rows = (table: TableName) =>
      fc.array(rowOf(table, maLk, maCskcb), { minLength: 1, maxLength: MANY.includes(table) ? 3 : 1 });
    const model = Object.fromEntries(tableNames.map((table) => [table, rows(table)]));
    return fc.record(model, { requiredKeys: ["XML1"] });
  });

/** Cases that pass every check. */
export const plausibleCases: fc.Arbitrary<CaseTables> = fc
  .record({
    maLk: fc.stringMatching(/^[A-Z0-9]{4,12}$/),
    maCskcb: fc.stringMatching(/^[0-9]{5}$/),
    medicines: fc.nat(6),
    services: fc.nat(6),
    results: fc.nat(6),
    covered: fc.constantFrom(0, 32, 80, 95, 100),
  })
  .map(plausibleCase);
