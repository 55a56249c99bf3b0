import { type IssueCode, issueTexts } from "./issue-texts.ts";
import { limits } from "./limits.ts";
import type { PackageIssue } from "./package.ts";
import { XmlRefusal } from "./xml/refusal.ts";

type Severity = PackageIssue["severity"];
export type Place = Pick<PackageIssue, "table" | "row" | "field">;

const SEVERITIES: readonly Severity[] = ["error", "warning", "information"];

/** Ends the reading of one package; what was wrong stands in the list already. */
export class PackageRefused extends Error {}

/** Collects what is to be said, so many of each severity at most; the worst come first. */
export class IssueList {
  readonly #kept: Record<Severity, PackageIssue[]> = { error: [], warning: [], information: [] };
  #total = 0;
  readonly #unknownFields = new Set<string>();

  add(severity: Severity, code: IssueCode, place: Place = {}, line = 0): void {
    this.#total++;
    const kept = this.#kept[severity];
    if (kept.length >= limits.issues) return;
    const [vi, en] = issueTexts[code];
    const where = line > 0 ? [` (dòng ${line} của văn bản XML)`, ` (line ${line} of the XML text)`] : ["", ""];
    kept.push({ severity, code, ...place, vi: vi + where[0], en: en + where[1] });
  }

  /** Reports why the whole package is refused, and stops. */
  refuse(code: IssueCode, place: Place = {}, line = 0): never {
    this.add("error", code, place, line);
    throw new PackageRefused(code);
  }

  /** Runs a step that reads XML; its refusal is one of the package. */
  reading<T>(place: Place, step: () => T): T {
    try {
      return step();
    } catch (error) {
      if (error instanceof XmlRefusal) this.refuse(error.fault, place, error.line);
      throw error;
    }
  }

  /** Once for each field of a table. */
  unknownField(place: Place): void {
    const key = `${place.table} ${place.field}`;
    if (this.#unknownFields.has(key)) return;
    this.#unknownFields.add(key);
    this.add("information", "unknown-field", place);
  }

  list(): PackageIssue[] {
    const kept = SEVERITIES.flatMap((severity) => this.#kept[severity]).slice(0, limits.issues);
    const rest = this.#total - kept.length;
    return rest === 0 ? kept : [...kept, andMore(rest)];
  }
}

const andMore = (rest: number): PackageIssue => ({
  severity: "information",
  code: "more-issues",
  vi: `Còn ${rest} vấn đề khác không liệt kê ở đây.`,
  en: rest === 1 ? "One more issue is not listed here." : `${rest} more issues are not listed here.`,
});
