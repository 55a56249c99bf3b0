/** One thing to say about what was sent. `expression` is a FHIRPath into the body; texts hold no values. */
export interface Issue {
  severity: "fatal" | "error" | "warning" | "information";
  /** FHIR IssueType (http://hl7.org/fhir/issue-type). */
  type:
    | "structure"
    | "required"
    | "value"
    | "invalid"
    | "not-supported"
    | "conflict"
    | "not-found"
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

export const isError = (issue: Issue): boolean => issue.severity === "fatal" || issue.severity === "error";
