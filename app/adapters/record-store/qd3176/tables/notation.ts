import type { TableName } from "../package.ts";
import type { CodeList } from "./code-lists.ts";

export type FieldKind = "text" | "number" | "date8" | "date12" | "datetime" | "birth" | "code";

/** One field of a table as the decision describes it. */
export interface Field {
  name: string;
  kind: FieldKind;
  required: boolean;
  /** Several values joined by `;`. */
  list: boolean;
  /** Most characters (text) or digits (number) of one value; of the whole list for text. */
  max: number;
  /** Digits after the point. */
  decimals: number;
  codes: CodeList | undefined;
}

export interface Table {
  name: TableName;
  /** Names of root, list and record elements, this decision's first; read liberally, see `find-records.ts`. */
  wrappers: readonly string[];
  fields: ReadonlyMap<string, Field>;
}

const KINDS: Record<string, FieldKind> = {
  C: "text",
  N: "number",
  D8: "date8",
  D12: "date12",
  D: "datetime",
  B: "birth",
};
const ENTRY = /^(\w+)(!?) (?:=(\w+)|(D8|D12|D|B|C|N)(\d*)(?:\.(\d))?)(\*?)$/;

/**
 * A table from its notation, entries set apart by `·` or a new line: `NAME! C100` text, `C` unlimited, `N10.3` digits and decimals,
 * `D8` day, `D12` minute, `D` either, `B` birth date with zeros, `=LIST` code, `*` several joined by `;`, `!` required.
 */
export function table(name: TableName, wrappers: readonly string[], notation: string): Table {
  const fields = notation
    .split(/[·\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .map(fieldOf);
  return { name, wrappers, fields: new Map(fields.map((field) => [field.name, field])) };
}

function fieldOf(entry: string): Field {
  const [, name, required, codes, kind, max, decimals, list] = ENTRY.exec(entry) ?? [];
  if (!name) throw new Error(`Not in the notation: ${entry}`);
  return {
    name,
    kind: codes ? "code" : (KINDS[kind ?? ""] as FieldKind),
    required: required === "!",
    list: list === "*",
    max: max ? Number(max) : Number.POSITIVE_INFINITY,
    decimals: Number(decimals ?? 0),
    codes: codes as CodeList | undefined,
  };
}
