import type { PackageOutcome } from "#app/domain/feeds/package-outcome.ts";
import type { MessageAnswer } from "#app/domain/feeds/receive-message.ts";

interface Refusal {
  where: string;
  reasons: string[];
}

/** What a run of the import did, to be said at its end. */
export class Summary {
  private deliveries = { accepted: 0, partly_accepted: 0, rejected: 0, quarantined: 0, replayed: 0 };
  private entries = { accepted: 0, unchanged: 0, rejected: 0, warnings: 0 };
  private readonly refusals: Refusal[] = [];

  /** `places` says where each entry stood, when the delivery was put together from lines. */
  add(where: string, answer: MessageAnswer, places: string[]): void {
    this.deliveries[answer.state]++;
    if (answer.replay) this.deliveries.replayed++;
    else
      for (const key of ["accepted", "unchanged", "rejected", "warnings"] as const)
        this.entries[key] += answer.counts[key];
    if (answer.state !== "accepted") this.refusals.push({ where, reasons: reasonsOf(answer, places) });
  }

  fail(where: string, reason: string): void {
    this.deliveries.rejected++;
    this.refusals.push({ where, reasons: [reason] });
  }

  get clean(): boolean {
    return this.refusals.length === 0;
  }

  lines(): string[] {
    const { deliveries: d, entries: e } = this;
    const total = d.accepted + d.partly_accepted + d.rejected + d.quarantined;
    return [
      `${total} deliveries: ${d.accepted} accepted, ${d.partly_accepted} partly, ${d.quarantined} waiting for an operator, ${d.rejected} refused; ${d.replayed} of them had been taken before.`,
      `${e.accepted} new entries, ${e.unchanged} already there, ${e.rejected} refused, ${e.warnings} warnings.`,
      ...this.refusals
        .slice(0, MOST)
        .flatMap(({ where, reasons }) => [`  ${where}`, ...reasons.slice(0, 5).map((r) => `    ${r}`)]),
      ...(this.refusals.length > MOST
        ? [`  … and ${this.refusals.length - MOST} more; the operators' pages have all of them.`]
        : []),
    ];
  }
}

const MOST = 20;

interface OutcomeIssue {
  severity: string;
  diagnostics: string;
  expression?: string[];
}

/** What a FHIR answer says against the delivery, with the place. */
function reasonsOf(answer: MessageAnswer, places: string[]): string[] {
  if ("tables" in answer.body) return packageReasons(answer.body as PackageOutcome);
  const body = answer.body as {
    issue?: OutcomeIssue[];
    entry?: { response: { outcome?: { issue: OutcomeIssue[] } } }[];
  };
  const issues = [...(body.issue ?? []), ...(body.entry ?? []).flatMap((e) => e.response.outcome?.issue ?? [])];
  return issues
    .filter((i) => i.severity !== "warning")
    .map((i) => `${i.expression?.[0] ? `${placeOf(i.expression[0], places)}: ` : ""}${i.diagnostics}`);
}

/** What was refused of a package, with table, row and field. */
function packageReasons({ tables, issues }: PackageOutcome): string[] {
  const all = [...issues, ...tables.flatMap((t) => t.issues)];
  return all
    .filter((i) => i.severity === "error")
    .map(({ table, row, field, vi, en }) => {
      const place = [table, row && `row ${row}`, field].filter(Boolean).join(" ");
      return `${place ? `${place}: ` : ""}${en} (${vi})`;
    });
}

/** Of `Bundle.entry[3].resource.status` the line that was entry 3, when it was a line. */
const placeOf = (expression: string, places: string[]): string =>
  expression.replace(/^Bundle\.entry\[(\d+)\](?:\.resource)?/, (whole, i) => places[Number(i)] ?? whole);
