import type { IssueCode } from "./issue-texts.ts";
import type { SourceRow, TableName } from "./package.ts";
import type { XmlElement } from "./xml/read-xml.ts";

/** A row as read, and why it cannot be taken, if so. */
export interface ReadRow extends SourceRow {
  fault?: { code: IssueCode; field?: string };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const ASCII = /^[\u0000-\u007f]*$/;

/** No language has so many marks on one letter (Unicode's stream-safe limit), and normalising them takes for ever. */
const TOO_MANY_MARKS = /\p{M}{31}/u;

/** What SQL exports and .NET serialisers write where there is nothing. */
const NOTHING = /^(?:\(?null\)?|dbnull)?$/i;

/** Field names in upper case; values trimmed and NFC, empty ones left out. */
export function readRow(record: XmlElement, table: TableName, number: number): ReadRow {
  const fields: Record<string, string> = {};
  const row: ReadRow = { table, number, fields };
  if (record.children.length > 0 && record.text.trim() !== "") row.fault = { code: "row-structure" };
  for (const { key, text, children } of record.children) {
    if (children.length > 0) row.fault ??= { code: "row-structure", field: key };
    const trimmed = text.trim();
    if (NOTHING.test(trimmed)) continue;
    const strange = !ASCII.test(trimmed) && TOO_MANY_MARKS.test(trimmed);
    if (strange) row.fault ??= { code: "strange-text", field: key };
    const value = strange || ASCII.test(trimmed) ? trimmed : trimmed.normalize("NFC");
    const before = fields[key];
    if (before !== undefined && before !== value) row.fault ??= { code: "repeated-field", field: key };
    fields[key] ??= value;
  }
  return row;
}
