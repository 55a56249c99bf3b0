import type { OperationOutcome } from "#app/adapters/record-store/fhir-r4/issues.ts";
import type { PackageOutcome } from "../package-outcome.ts";
import type { MessageAnswer } from "../receive-message.ts";
import type { UploadedFileView, UploadedIssueView, UploadedTableView } from "../view.ts";
import type { BundleResponse } from "./answer.ts";

type Body = PackageBody | BundleResponse | OperationOutcome;
type PackageBody = PackageOutcome & { cases?: PackageOutcome[] };

/** Told of one file; the rest is counted. */
const MOST_ISSUES = 200;
const NOTHING = { accepted: 0, unchanged: 0, rejected: 0, warnings: 0 };

/** A file that never became a delivery. */
export const notTaken = (name: string, problem: NonNullable<UploadedFileView["problem"]>): UploadedFileView => ({
  name,
  state: "rejected",
  problem,
  replay: false,
  counts: NOTHING,
  tables: [],
  issues: [],
  issuesTotal: 0,
});

/** What became of an uploaded file, whichever form the answer has. */
export function uploadedFile(name: string, answer: Omit<MessageAnswer, "body">, body: Body): UploadedFileView {
  const { state, replay, counts } = answer;
  const said = "resourceType" in body ? ofFhir(body) : ofPackage(body);
  return {
    name,
    state,
    replay,
    counts,
    ...said,
    issues: said.issues.slice(0, MOST_ISSUES),
    issuesTotal: said.issues.length,
  };
}

function ofPackage(body: PackageBody): { tables: UploadedTableView[]; issues: UploadedIssueView[] } {
  const cases = body.cases ?? [body];
  const several = cases.length > 1;
  const parts = cases.map((one) => {
    const maLk = several ? one.case?.MA_LK : undefined;
    const tables = (one.tables ?? []).map(({ issues: _, ...table }) => ({ ...table, maLk }));
    const issues = [...(one.issues ?? []), ...(one.tables ?? []).flatMap((t) => t.issues)];
    return { tables, issues: issues.map((issue) => ({ ...issue, maLk })) };
  });
  return { tables: parts.flatMap((p) => p.tables), issues: parts.flatMap((p) => p.issues) };
}

function ofFhir(body: BundleResponse | OperationOutcome): { tables: []; issues: UploadedIssueView[] } {
  const outcomes: [OperationOutcome | undefined, number?][] =
    body.resourceType === "OperationOutcome" ? [[body]] : body.entry.map((e, at) => [e.response.outcome, at + 1]);
  const issues = outcomes.flatMap(([outcome, row]) =>
    (outcome?.issue ?? []).map(({ severity, details, diagnostics, expression }) => ({
      severity,
      code: details.coding[0]?.code ?? "",
      row,
      field: expression?.[0],
      en: diagnostics,
    })),
  );
  return { tables: [], issues };
}
