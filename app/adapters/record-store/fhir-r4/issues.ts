/** One thing to say about what was sent. `expression` is a FHIRPath into the body; texts hold no values. */
export interface Issue {
  severity: "fatal" | "error" | "warning" | "information";
  /** FHIR IssueType (http://hl7.org/fhir/issue-type). */
  type:
    | "structure"
    | "required"
    | "value"
    | "code-invalid"
    | "invariant"
    | "invalid"
    | "not-supported"
    | "conflict"
    | "not-found"
    | "multiple-matches"
    | "business-rule"
    | "too-long"
    | "too-costly"
    | "security"
    | "login"
    | "forbidden"
    | "throttled"
    | "exception"
    | "transient"
    | "informational"
    | "incomplete"
    | "duplicate";
  /** Our stable code; the catalogue has it in Vietnamese and English. */
  code: string;
  diagnostics: string;
  expression?: string;
  /** Stands for so many that are not told. */
  more?: number;
}

export interface OperationOutcome {
  resourceType: "OperationOutcome";
  issue: {
    severity: Issue["severity"];
    code: Issue["type"];
    details: { coding: { system: string; code: string }[] };
    diagnostics: string;
    expression?: string[];
  }[];
}

export const ISSUE_CODES = "urn:so-khoe:issue";

export function operationOutcome(issues: Issue[]): OperationOutcome {
  return {
    resourceType: "OperationOutcome",
    issue: issues.map((issue) => ({
      severity: issue.severity,
      code: issue.type,
      details: { coding: [{ system: ISSUE_CODES, code: issue.code }] },
      diagnostics: issue.diagnostics,
      ...(issue.expression ? { expression: [issue.expression] } : {}),
    })),
  };
}

/** Of one resource at once; a sender mends these and sends it again. */
export const MOST_ISSUES = 100;

/** Keeps the first issues and counts the rest: a body can have a fault in every few bytes. */
export class IssueList {
  private readonly kept: Issue[] = [];
  private left = { count: 0, error: false };

  /** An issue that is written only if it is told. */
  add(write: () => Issue): void {
    if (this.kept.length < MOST_ISSUES) this.kept.push(write());
    else if (!this.left.error) this.left = { count: this.left.count + 1, error: isError(write()) };
    else this.left.count++;
  }

  push(issue: Issue): void {
    this.add(() => issue);
  }

  list(): Issue[] {
    return this.left.count > 0 ? [...this.kept, leftOut(this.left.count, this.left.error)] : this.kept;
  }
}

/** The first issues, errors before others, and how many are not told. */
export function firstIssues(issues: Issue[], most: number): Issue[] {
  if (issues.length <= most) return issues;
  const sorted = [...issues].sort((a, b) => Number(isError(b)) - Number(isError(a)));
  const rest = sorted.slice(most);
  const count = rest.reduce((n, issue) => n + (issue.more ?? 1), 0);
  return [...sorted.slice(0, most), leftOut(count, rest.some(isError))];
}

const leftOut = (count: number, error: boolean): Issue => ({
  severity: error ? "error" : "warning",
  type: "incomplete",
  code: "issues-left-out",
  diagnostics: `And ${count} more.`,
  more: count,
});

export const isError = (issue: Issue): boolean => issue.severity === "fatal" || issue.severity === "error";
