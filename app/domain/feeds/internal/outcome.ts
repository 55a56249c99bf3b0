import { firstIssues, type Issue } from "#app/adapters/record-store/fhir-r4/issues.ts";
import type { PackageOutcome } from "../package-outcome.ts";
import type { Planned } from "./plan.ts";

/** What became of one entry; kept with the message so that a replay is answered alike. */
export interface EntryOutcome {
  index: number;
  status:
    | "201 Created"
    | "200 OK"
    | "204 No Content"
    | "400 Bad Request"
    | "404 Not Found"
    | "409 Conflict"
    | "412 Precondition Failed"
    | "422 Unprocessable Entity";
  /** Type/id/_history/version of what is in the store. */
  location?: string;
  lastModified?: string;
  /** A 200 that wrote a new version, or withdrew one; a plain 200 found everything as it is. */
  changed?: true;
  issues: Issue[];
}

/** Kept per message: small for what went well, explicit for what did not. */
export interface StoredOutcome {
  kind: "transaction" | "batch" | "document" | "single" | "package";
  issues: Issue[];
  entries: EntryOutcome[];
  /** What became of a package, table by table. */
  package?: PackageOutcome;
}

export function outcomeOf(
  entry: Planned,
  status: EntryOutcome["status"],
  version?: { key: string; at: Date },
): EntryOutcome {
  return {
    index: entry.item.index,
    status,
    ...(version
      ? { location: `${entry.type}/${entry.sourceId}/_history/${version.key}`, lastModified: version.at.toISOString() }
      : {}),
    issues: entry.issues,
  };
}

/** Told of one delivery, beyond the gravest of each entry; kept with the message, so it must stay small. */
const MOST_ISSUES_TOLD = 1_000;

export function withFewerIssues(entries: EntryOutcome[]): EntryOutcome[] {
  let left = MOST_ISSUES_TOLD;
  return entries.map((entry) => {
    const issues = firstIssues(entry.issues, Math.max(1, left));
    left -= issues.length;
    return { ...entry, issues };
  });
}

/** An entry that was written: 201 when it is new here, 200 when it is another version of what was. */
export function written(entry: Planned, version: { key: string; at: Date }, known: boolean): EntryOutcome {
  return known ? { ...outcomeOf(entry, "200 OK", version), changed: true } : outcomeOf(entry, "201 Created", version);
}

/** Did the entry write anything? */
export const wrote = (outcome: EntryOutcome): boolean => outcome.status === "201 Created" || outcome.changed === true;

export const taken = (outcome: EntryOutcome): boolean => outcome.status.startsWith("2");

const CONFLICTS = {
  "other-content":
    "This version is already here with other content. Give a changed resource a new meta.versionId or meta.lastUpdated.",
  withdrawn:
    "This version was withdrawn by you. To bring the resource back, send it with a new meta.versionId or meta.lastUpdated.",
} as const;

/** 409: the store keeps what it has. */
export function conflictOf(entry: Planned, why: keyof typeof CONFLICTS): EntryOutcome {
  const issue: Issue = {
    severity: "error",
    type: "conflict",
    code: `version-${why}`,
    diagnostics: CONFLICTS[why],
    expression: entry.item.expression,
  };
  return { ...outcomeOf(entry, "409 Conflict"), issues: [...entry.issues, issue] };
}
