import { z } from "zod";
import type { Receipt, ReceiptIssue } from "../disk/receipts.ts";

/** What the portal said became of a document, whichever form it said it in. */
export type Answer = Pick<Receipt, "state" | "status" | "messageId" | "replay" | "counts" | "tables" | "issues">;

/** Statuses that are about the document itself: sending it again as it is changes nothing. */
const REFUSED = new Set([400, 409, 412, 413, 415, 422]);
const MOST_ISSUES = 500;

const count = z.number().int().min(0).catch(0);
const issue = z.object({
  severity: z.string().catch("error"),
  code: z.string().catch(""),
  table: z.string().optional().catch(undefined),
  row: z.number().optional().catch(undefined),
  field: z.string().optional().catch(undefined),
  vi: z.string().catch(""),
  en: z.string().catch(""),
});
const packageShape = z.object({
  state: z.enum(["accepted", "partly_accepted", "rejected", "quarantined"]),
  messageId: z.string().optional().catch(undefined),
  replay: z.boolean().optional().catch(undefined),
  counts: z.object({ accepted: count, unchanged: count, rejected: count, warnings: count }).optional().catch(undefined),
  tables: z
    .array(
      z.object({
        table: z.string(),
        rows: count,
        accepted: count,
        warned: count,
        refused: count,
        issues: z.array(issue).catch([]),
      }),
    )
    .catch([]),
  issues: z.array(issue).catch([]),
});
/** With several cases in one file, each has an answer of its own. */
const packageAnswer = packageShape.extend({
  cases: z.array(packageShape.extend({ case: z.object({ MA_LK: z.string() }).optional().catch(undefined) })).catch([]),
});

const outcome = z.object({
  resourceType: z.literal("OperationOutcome"),
  issue: z.array(
    z.object({
      severity: z.string(),
      code: z.string(),
      diagnostics: z.string().catch(""),
      details: z
        .object({ coding: z.array(z.object({ code: z.string() })) })
        .optional()
        .catch(undefined),
      expression: z.array(z.string()).optional().catch(undefined),
    }),
  ),
});
const bundle = z.object({
  resourceType: z.literal("Bundle"),
  entry: z.array(
    z.object({ response: z.object({ status: z.string(), outcome: outcome.optional().catch(undefined) }) }),
  ),
});
const problem = z.object({ code: z.string().optional(), title: z.string().optional(), detail: z.string().optional() });

const STATES = {
  accepted: "accepted",
  partly_accepted: "partly_accepted",
  rejected: "refused",
  quarantined: "waiting",
} as const;

/** Reads an answer; `undefined` when it says nothing of the document. A 200 that is not the portal's own form is none. */
export function readAnswer(status: number, body: unknown, location?: string | null): Answer | undefined {
  const known = packageForm(status, body) ?? fhirForm(status, body, location);
  if (known) return { ...known, issues: known.issues.slice(0, MOST_ISSUES) };
  return REFUSED.has(status) ? refusedWithout(status, body) : undefined;
}

function packageForm(status: number, body: unknown): Answer | undefined {
  const read = packageAnswer.safeParse(body);
  if (!read.success || !(status === 200 || status === 202 || REFUSED.has(status))) return undefined;
  const { state, messageId, replay, counts, cases } = read.data;
  const parts = [read.data, ...cases].map((part) => named(part, "case" in part ? part.case?.MA_LK : undefined));
  return {
    state: STATES[state],
    status,
    messageId: messageId ?? cases[0]?.messageId,
    replay,
    counts,
    tables: parts.flatMap((p) => p.tables),
    issues: distinct(parts.flatMap((p) => p.issues)),
  };
}

/** Tables and issues of one case; where a file holds several, its number stands with each. */
function named(part: z.infer<typeof packageShape>, maLk: string | undefined): Pick<Answer, "tables" | "issues"> {
  const of = (table: string | undefined) => [maLk, table].filter(Boolean).join(" ") || undefined;
  const ofTables = part.tables.flatMap((t) => t.issues.map((i) => ({ ...i, table: i.table ?? t.table })));
  return {
    tables: part.tables.map(({ issues: _, ...table }) => ({ ...table, table: of(table.table) ?? "" })),
    issues: [...part.issues, ...ofTables].map((i) => ({ ...i, table: of(i.table) })),
  };
}

function fhirForm(status: number, body: unknown, location?: string | null): Answer | undefined {
  const messageId = location?.split("/").at(-1);
  const said = outcome.safeParse(body);
  if (said.success && (status === 202 || REFUSED.has(status)))
    return {
      state: status === 202 ? "waiting" : "refused",
      status,
      messageId,
      tables: [],
      issues: said.data.issue.map(ofFhir),
    };
  const entries = bundle.safeParse(body);
  if (!entries.success || status !== 200) return undefined;
  const responses = entries.data.entry.map((e) => e.response);
  const rejected = responses.filter((r) => !r.status.startsWith("2")).length;
  const issues = responses.flatMap((r, i) => (r.outcome?.issue ?? []).map((one) => ({ ...ofFhir(one), row: i + 1 })));
  const counts = {
    accepted: responses.length - rejected,
    unchanged: 0,
    rejected,
    warnings: issues.filter((i) => i.severity === "warning").length,
  };
  return { state: rejected > 0 ? "partly_accepted" : "accepted", status, counts, tables: [], issues };
}

function ofFhir(one: z.infer<typeof outcome>["issue"][number]): ReceiptIssue {
  const code = one.details?.coding[0]?.code ?? one.code;
  return { severity: one.severity, code, field: one.expression?.[0], vi: one.diagnostics, en: one.diagnostics };
}

function refusedWithout(status: number, body: unknown): Answer {
  const { code, title, detail } = problem.safeParse(body).data ?? {};
  const text = detail ?? title ?? `HTTP ${status}`;
  const issues = [{ severity: "error", code: code ?? `http-${status}`, vi: text, en: text }];
  return { state: "refused", status, tables: [], issues };
}

/** The same issue may stand with its table and with the whole. */
function distinct(issues: ReceiptIssue[]): ReceiptIssue[] {
  const keys = new Set<string>();
  return issues.filter((i) => {
    const key = JSON.stringify([i.severity, i.code, i.table, i.row, i.field, i.vi]);
    return keys.has(key) ? false : keys.add(key);
  });
}
