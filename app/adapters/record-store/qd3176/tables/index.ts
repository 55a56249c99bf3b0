import type { TableName } from "../package.ts";
import type { Table } from "./notation.ts";
import { xml0 } from "./xml0.ts";
import { xml1 } from "./xml1.ts";
import { xml2 } from "./xml2.ts";
import { xml3 } from "./xml3.ts";
import { xml4, xml5 } from "./xml4-5.ts";
import { xml6, xml15 } from "./xml6-15.ts";
import { xml7, xml8 } from "./xml7-8.ts";
import { xml9, xml10, xml11 } from "./xml9-11.ts";
import { xml13, xml14 } from "./xml13-14.ts";

/** Every table of the family that carries data; XML12 (medical assessment) is entered on the ministry's portal only. */
export const tables: Readonly<Record<TableName, Table>> = {
  XML0: xml0,
  XML1: xml1,
  XML2: xml2,
  XML3: xml3,
  XML4: xml4,
  XML5: xml5,
  XML6: xml6,
  XML7: xml7,
  XML8: xml8,
  XML9: xml9,
  XML10: xml10,
  XML11: xml11,
  XML13: xml13,
  XML14: xml14,
  XML15: xml15,
};

const byWrapper = new Map(
  Object.values(tables).flatMap(({ name, wrappers }) => wrappers.map((w) => [w, name] as const)),
);

/** The table whose root, list or record element has this (upper-case) name. */
export const tableOfElement = (key: string): TableName | undefined => byWrapper.get(key);

/** `LOAIHOSO` as senders write it ("XML1", "xml 01", "1") → "XML1"; `undefined` when it names no table at all. */
export function tableCode(text: string): string | undefined {
  const number = /^(?:XML)?[\s_]*0*(\d{1,2})$/i.exec(text.trim())?.[1];
  return number && `XML${number}`;
}
