import type { Table } from "./tables/notation.ts";
import type { XmlElement } from "./xml/read-xml.ts";

/**
 * The record elements below (or at) a table's root, whatever the wrappers are called: an element with a field of the
 * table in it, unless it also holds one of the table's own wrappers. Where no field is known (XML6), an element of leaves.
 */
export function findRecords(root: XmlElement, table: Table): XmlElement[] {
  const records: XmlElement[] = [];
  collect(root, table, records);
  return records;
}

function collect(element: XmlElement, table: Table, records: XmlElement[]): void {
  if (element.children.length === 0) return;
  if (isRecord(element, table)) records.push(element);
  else for (const child of element.children) collect(child, table, records);
}

function isRecord({ children }: XmlElement, table: Table): boolean {
  if (children.some(({ key }) => table.wrappers.includes(key))) return false;
  return (
    children.some(({ key }) => table.fields.has(key)) ||
    children.every((child) => child.children.length === 0 && /\S/.test(child.text))
  );
}
