import type { FileIssue, FileTable } from "./file.ts";
import { type FileIssueCode, fileIssueTexts } from "./issue-texts.ts";

/** Told of one person's part, one by one; one more counts the rest. */
const MOST = 200;

/** Collects what is to be said about one person's part of a file. */
export class FileIssues {
  readonly #kept: FileIssue[] = [];
  readonly #refusedRows = new Set<number>();
  #left = 0;
  readonly #table: FileTable;

  constructor(table: FileTable) {
    this.#table = table;
  }

  add(severity: FileIssue["severity"], code: FileIssueCode, place: Pick<FileIssue, "row" | "field"> = {}): void {
    if (severity === "error" && place.row) this.#refusedRows.add(place.row);
    if (this.#kept.length >= MOST) this.#left++;
    else this.#kept.push(fileIssue(this.#table, severity, code, place));
  }

  /** Rows of which an error was said. */
  get refused(): number {
    return this.#refusedRows.size;
  }

  list(): FileIssue[] {
    if (this.#left === 0) return [...this.#kept];
    const en =
      this.#left === 1 ? "One more issue is not listed here." : `${this.#left} more issues are not listed here.`;
    const vi = `Còn ${this.#left} vấn đề khác không liệt kê ở đây.`;
    return [...this.#kept, { severity: "information", code: "more-issues", vi, en }];
  }
}

/** One thing to say, in both languages. */
export function fileIssue(
  table: FileTable,
  severity: FileIssue["severity"],
  code: FileIssueCode,
  place: Pick<FileIssue, "row" | "field"> = {},
): FileIssue {
  const [vi, en] = fileIssueTexts[code];
  return { severity, code, table, ...place, vi, en };
}
