import { type Issue, isError } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { type EntryOutcome, taken } from "./outcome.ts";

/** What became of an entry that was left out: refused, or a twin that was kept once. */
export function notTaken(index: number, issues: Issue[]): EntryOutcome {
  if (!issues.some(isError)) return { index, status: "200 OK", issues };
  return { index, status: statusOf(issues), issues };
}

function statusOf(issues: Issue[]): EntryOutcome["status"] {
  const types = new Set(issues.filter(isError).map((i) => i.type));
  if (types.has("multiple-matches")) return "412 Precondition Failed";
  if (types.has("not-found")) return "404 Not Found";
  const form = ["structure", "value", "required", "code-invalid"] as const;
  return form.some((type) => types.has(type)) ? "400 Bad Request" : "422 Unprocessable Entity";
}

/** One status for a whole delivery: the conflict if there is one, else 422 over 400. */
export function statusFor(outcomes: EntryOutcome[]): number {
  const codes = outcomes.filter((o) => !taken(o)).map((o) => Number(o.status.slice(0, 3)));
  return codes.find((c) => c === 409 || c === 412) ?? Math.max(400, ...codes);
}
