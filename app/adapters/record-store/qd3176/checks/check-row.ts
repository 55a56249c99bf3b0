import type { IssueList } from "../issue-list.ts";
import type { SourceRow } from "../package.ts";
import { tables } from "../tables/index.ts";
import { dateTimeOf } from "../values.ts";
import { oddity } from "./check-value.ts";
import { moneyFaults } from "./money.ts";
import { conditions } from "./needed.ts";

/** Warns of what is odd in a row that is taken. */
export function checkRow(row: SourceRow, issues: IssueList): void {
  const { table, number, fields } = row;
  const warn = (code: Parameters<IssueList["add"]>[1], field: string) =>
    issues.add("warning", code, { table, row: number, field });
  const known = tables[table].fields;
  for (const name in fields) {
    const field = known.get(name);
    const odd = field && oddity(fields[name] ?? "", field);
    if (odd) warn(odd, name);
    else if (!field && table !== "XML6") issues.unknownField({ table, field: name });
  }
  for (const field of known.values())
    if (field.required && fields[field.name] === undefined) warn("missing", field.name);
  for (const { fields: needed, when } of conditions[table] ?? [])
    if (when(fields)) for (const name of needed) if (fields[name] === undefined) warn("needed-here", name);
  if (leftBeforeArrival(fields)) warn("left-before-arrival", "NGAY_RA");
  for (const name of moneyFaults(row)) warn("money-rule", name);
}

/** Days are compared when one of the two says no time. */
function leftBeforeArrival({ NGAY_VAO = "", NGAY_RA = "" }: SourceRow["fields"]): boolean {
  const [arrived, left] = [dateTimeOf(NGAY_VAO), dateTimeOf(NGAY_RA)];
  if (!arrived || !left) return false;
  if (arrived.precision === "time" && left.precision === "time") return left.at < arrived.at;
  return left.fhir.slice(0, 10) < arrived.fhir.slice(0, 10);
}
