import type { IssueList } from "./issue-list.ts";
import { limits } from "./limits.ts";
import { type TableName, tableNames } from "./package.ts";
import { type Budget, tableContent } from "./table-content.ts";
import { tableCode, tableOfElement } from "./tables/index.ts";
import type { XmlElement } from "./xml/read-xml.ts";

/** The content of one `FILEHOSO`. */
export interface SourceTable {
  table: TableName;
  root: XmlElement;
}

const isKnown = (code: string | undefined): code is TableName => tableNames.some((name) => name === code);

/** Reads a case's files, in the order sent. Tables nobody can place are left out with a word; broken ones refuse the case. */
export function caseTables(caseElement: XmlElement, issues: IssueList): SourceTable[] {
  const budget: Budget = { bytes: limits.decodedBytes };
  const files = caseElement.children.filter(({ key }) => key === "FILEHOSO");
  return files.flatMap((file) => fileTable(file, budget, issues) ?? []);
}

function fileTable(file: XmlElement, budget: Budget, issues: IssueList): SourceTable | undefined {
  const kind = file.children.find(({ key }) => key === "LOAIHOSO")?.text.trim() ?? "";
  const content = file.children.find(({ key }) => key === "NOIDUNGFILE");
  const code = tableCode(kind);
  if (code === "XML12") issues.add("information", "portal-only-table", { field: "LOAIHOSO" });
  else if (kind !== "" && !isKnown(code)) issues.add("warning", "unknown-table", { field: "LOAIHOSO" });
  if (kind !== "" && !isKnown(code)) return undefined;
  const table = isKnown(code) ? code : undefined;
  const root = content && tableContent(content, budget, { table }, issues);
  if (!root) {
    issues.add("warning", "no-content", { table, field: "NOIDUNGFILE" });
    return undefined;
  }
  return placed(table, root, issues);
}

function placed(declared: TableName | undefined, root: XmlElement, issues: IssueList): SourceTable | undefined {
  const told = tableOfElement(root.key);
  if (declared && told && told !== declared) issues.refuse("table-mismatch", { table: declared });
  const table = declared ?? told;
  if (!table) {
    issues.add("warning", "unknown-table", { field: "LOAIHOSO" });
    return undefined;
  }
  if (!declared) issues.add("warning", "no-table-kind", { table });
  return { table, root };
}
