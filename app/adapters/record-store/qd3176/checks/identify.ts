import type { IssueList } from "../issue-list.ts";
import type { TableName } from "../package.ts";
import type { ReadRow } from "../read-row.ts";
import type { RowsByTable } from "../read-rows.ts";
import { dateTimeOf } from "../values.ts";

/** The row that says whose case it is: XML1's, or the first of a check-in. Refuses what has none, or two. */
export function leadingRow(rows: RowsByTable, issues: IssueList): ReadRow {
  const summaries = rows.get("XML1") ?? [];
  if (summaries.length > 1) issues.refuse("two-summaries", { table: "XML1", row: 2 });
  const leading = summaries[0] ?? rows.get("XML0")?.[0];
  if (!leading) return issues.refuse("no-summary");
  const { table, number: row, fault } = leading;
  if (fault) issues.refuse(fault.code, { table, row, field: fault.field });
  return leading;
}

/** `MA_LK` and `MA_CSKCB` of the case; all tables must agree on the first, the sending unit on the second. */
export function identify(leading: ReadRow, unit: string, rows: RowsByTable, issues: IssueList) {
  const { table, number: row, fields } = leading;
  const maLk = fields.MA_LK ?? issues.refuse("no-case-id", { table, row, field: "MA_LK" });
  const maCskcb = fields.MA_CSKCB ?? (unit || issues.refuse("no-facility", { table, row, field: "MA_CSKCB" }));
  if (unit !== "" && unit !== maCskcb) issues.refuse("other-facility", { table, row, field: "MA_CSKCB" });
  if (table === "XML1" && !dateTimeOf(fields.NGAY_VAO ?? ""))
    issues.refuse("no-arrival", { table, row, field: "NGAY_VAO" });
  for (const [name, all] of rows)
    if (all.length > 0 && all.every((each) => isOfOtherCase(each, maLk)))
      issues.refuse("other-case", { table: name, field: "MA_LK" });
  return { maLk, maCskcb };
}

export const isOfOtherCase = ({ fields }: ReadRow, maLk: string): boolean =>
  fields.MA_LK !== undefined && fields.MA_LK !== maLk;

/** Tables that name the facility in each row, beside the leading one. */
const NAMING_FACILITY: readonly TableName[] = ["XML0", "XML13", "XML14", "XML15"];

export const isOfOtherFacility = ({ table, fields }: ReadRow, maCskcb: string): boolean =>
  NAMING_FACILITY.includes(table) && fields.MA_CSKCB !== undefined && fields.MA_CSKCB !== maCskcb;
