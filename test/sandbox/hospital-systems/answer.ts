import type { FhirBundle } from "../province/fhir/types.ts";
import type { FhirAnswer } from "./client.ts";

export type State = "accepted" | "partly-accepted" | "quarantined" | "rejected" | "failed";

export interface Issue {
  severity: string;
  /** The portal's own code where it gives one, else FHIR's. */
  code: string;
  text: string;
  where: string;
}

export interface EntryOutcome {
  /** "Observation/99001-…", as it was sent. */
  reference: string;
  status: string;
  issues: Issue[];
}

/** The portal's answer to a delivery, as people read it. */
export interface Outcome {
  /** HTTP status; nothing when there was no answer. */
  status: number | undefined;
  state: State;
  /** Entries that are new; that were there, or have a newer version now; that were refused. */
  counts: { accepted: number; unchanged: number; refused: number };
  entries: EntryOutcome[];
  /** About the delivery as a whole. */
  issues: Issue[];
}

interface FhirIssue {
  severity?: string;
  code?: string;
  diagnostics?: string;
  expression?: string[];
  details?: { coding?: { code?: string }[] };
}

interface FhirBody {
  resourceType?: string;
  issue?: FhirIssue[];
  entry?: { response?: { status?: string; outcome?: FhirBody } }[];
}

/** Reads what the portal said about each entry of what was sent. */
export function readAnswer(sent: FhirBundle, answer: FhirAnswer): Outcome {
  const body = bodyOf(answer.body);
  const entries = listOf(body.entry).map(({ response }, i) => ({
    reference: sent.entry[i]?.request.url ?? "",
    status: response?.status ?? "",
    issues: issuesOf(response?.outcome),
  }));
  const count = (status: RegExp) => entries.filter((entry) => status.test(entry.status)).length;
  const counts = { accepted: count(/^201/), unchanged: count(/^20[^1]/), refused: count(/^[45]/) };
  const state = stateOf(answer.status, counts.refused);
  return { status: answer.status, state, counts, entries, issues: issuesOf(body) };
}

/** The portal could not be asked. */
export const noAnswer = (why: string): Outcome => ({
  status: undefined,
  state: "failed",
  counts: { accepted: 0, unchanged: 0, refused: 0 },
  entries: [],
  issues: [{ severity: "fatal", code: "no-answer", text: why, where: "" }],
});

function stateOf(status: number, refused: number): State {
  if (status === 202) return "quarantined";
  if (status !== 200) return status < 500 ? "rejected" : "failed";
  return refused > 0 ? "partly-accepted" : "accepted";
}

const bodyOf = (body: unknown): FhirBody => (typeof body === "object" && body !== null ? body : {});

const issuesOf = (outcome: FhirBody | undefined): Issue[] =>
  listOf(outcome?.issue).map(({ severity = "", code = "", diagnostics = "", expression, details }) => ({
    severity,
    code: details?.coding?.[0]?.code ?? code,
    text: diagnostics,
    where: listOf(expression).join(", "),
  }));

/** What came over the wire may be anything. */
const listOf = <T>(value: T[] | undefined): T[] => (Array.isArray(value) ? value : []);
