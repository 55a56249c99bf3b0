import type { TableName } from "#app/adapters/record-store/qd3176/package.ts";
import { tables } from "#app/adapters/record-store/qd3176/tables/index.ts";

export type Row = Readonly<Record<string, string>>;
/** Tables are written in this order, fields in each row's own. */
export type CaseTables = Partial<Record<TableName, readonly Row[]>>;
/** How a table stands in `NOIDUNGFILE`. */
export type Form = "base64" | "inline" | "cdata" | "escaped";

export interface PackageSpec {
  /** `THONGTINDONVI/MACSKCB`; by default what the case says. */
  maCskcb?: string;
  /** `NGAYLAP`. */
  preparedOn?: string;
  /** `SOLUONGHOSO`; by default the number of cases. */
  count?: number;
  form?: Form;
  bom?: boolean;
  /** What stands in `CHUKYDONVI`. */
  signature?: string;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const element = (name: string, content: string) => `<${name}>${content}</${name}>`;

/** One table as its own document, with the standard's wrapper names; several records always get one around them. */
export function tableXml(table: TableName, rows: readonly Row[]): string {
  const own = tables[table].wrappers.slice(0, 3);
  const wrappers = own.length === 1 && rows.length > 1 ? [`DSACH_${table}`, ...own] : own;
  const record = (row: Row) =>
    element(
      wrappers.at(-1) as string,
      Object.entries(row)
        .map(([name, value]) => element(name, escaped(value)))
        .join(""),
    );
  return wrappers.slice(0, -1).reduceRight((content, name) => element(name, content), rows.map(record).join("\n"));
}

function fileXml(table: TableName, rows: readonly Row[], form: Form): string {
  const xml = tableXml(table, rows);
  const content = {
    base64: () => Buffer.from(`<?xml version="1.0" encoding="utf-8"?>\n${xml}`).toString("base64"),
    inline: () => xml,
    cdata: () => `<![CDATA[${xml}]]>`,
    escaped: () => escaped(xml),
  }[form]();
  return element("FILEHOSO", element("LOAIHOSO", table) + element("NOIDUNGFILE", content));
}

/** An envelope of several cases, as bytes. */
export function envelopeXml(cases: readonly CaseTables[], spec: PackageSpec = {}): Uint8Array {
  const { preparedOn = "20261121", form = "base64" } = spec;
  const unit = spec.maCskcb ?? cases[0]?.XML1?.[0]?.MA_CSKCB ?? cases[0]?.XML0?.[0]?.MA_CSKCB ?? "";
  const file = ([table, rows]: [string, readonly Row[]]) => fileXml(table as TableName, rows, form);
  const list = cases.map((tables) => element("HOSO", `\n${Object.entries(tables).map(file).join("\n")}\n`)).join("\n");
  const head = element("NGAYLAP", preparedOn) + element("SOLUONGHOSO", String(spec.count ?? cases.length));
  const body = `${element("THONGTINDONVI", element("MACSKCB", unit))}
${element("THONGTINHOSO", `${head}${element("DANHSACHHOSO", list)}`)}
${element("CHUKYDONVI", spec.signature ?? "")}`;
  const xml = `<?xml version="1.0" encoding="utf-8"?>\n${element("GIAMDINHHS", body)}\n`;
  return Buffer.from((spec.bom ? "\uFEFF" : "") + xml);
}

/** An envelope of one case, as bytes. */
export const packageXml = (tables: CaseTables, spec: PackageSpec = {}): Uint8Array => envelopeXml([tables], spec);
