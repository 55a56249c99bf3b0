import type { StoredVersion } from "../rules.ts";
import { type EntryOutcome, outcomeOf } from "./outcome.ts";
import type { Planned } from "./plan.ts";

/** 412 where If-Match does not name the version that is current (R4 §3.1.0.5). */
export function checkIfMatch(
  entry: Planned,
  current: Pick<StoredVersion, "key"> | undefined,
): EntryOutcome | undefined {
  const { ifMatch } = entry.item;
  if (ifMatch === undefined) return undefined;
  const wanted = /^(?:W\/)?"([^"]+)"$/.exec(ifMatch.trim())?.[1];
  if (wanted && wanted === current?.key) return undefined;
  const issue = {
    severity: "error",
    type: "conflict",
    code: "if-match",
    diagnostics: "If-Match does not name the current version.",
    expression: entry.item.expression,
  } as const;
  return { ...outcomeOf(entry, "412 Precondition Failed"), issues: [...entry.issues, issue] };
}
