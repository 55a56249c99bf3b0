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

  add(where: string, answer: MessageAnswer): void {
    this.deliveries[answer.state]++;
    if (answer.replay) this.deliveries.replayed++;
    else
      for (const key of ["accepted", "unchanged", "rejected", "warnings"] as const)
        this.entries[key] += answer.counts[key];
    if (answer.state !== "accepted") this.refusals.push({ where, reasons: reasonsOf(answer) });
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
function reasonsOf(answer: MessageAnswer): string[] {
  const body = answer.body as {
    issue?: OutcomeIssue[];
    entry?: { response: { outcome?: { issue: OutcomeIssue[] } } }[];
  };
  const issues = [...(body.issue ?? []), ...(body.entry ?? []).flatMap((e) => e.response.outcome?.issue ?? [])];
  return issues
    .filter((i) => i.severity !== "warning")
    .map((i) => `${i.expression?.[0] ? `${i.expression[0]}: ` : ""}${i.diagnostics}`);
}
