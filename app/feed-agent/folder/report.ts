import type { Receipt, ReceiptIssue } from "../disk/receipts.ts";
import { shownTime, words } from "../words.ts";

const t = words.vi;
const MOST_LINES = 200;

/** The result of one file, as the hospital's staff read it; stands beside the file. */
export function reportText(receipt: Receipt, stream: string): string {
  const { report } = t;
  const lines = [
    report.heading,
    "",
    `${report.file}: ${receipt.name}`,
    ...(receipt.maLk ? [`MA_LK: ${receipt.maLk}`] : []),
    `${report.state}: ${t.states[receipt.state].toUpperCase()}`,
    `${report.at}: ${shownTime(receipt.answeredAt)}`,
    ...(receipt.messageId ? [`${report.message}: ${receipt.messageId}`] : []),
    ...(receipt.seq ? [`${report.number}: ${stream}/${receipt.seq}`] : []),
    "",
    `${report.now}: ${t.whatNow[receipt.state]}`,
    ...(receipt.replay ? [t.replay] : []),
    ...tableLines(receipt),
    ...issueLines(receipt.issues),
  ];
  // Notepad of older Windows wants both.
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function tableLines({ tables }: Receipt): string[] {
  const { rows, accepted, warned, refused } = t.counts;
  const one = (x: Receipt["tables"][number]) =>
    `  ${x.table}: ${rows} ${x.rows}, ${accepted.toLowerCase()} ${x.accepted}, ${warned.toLowerCase()} ${x.warned}, ${refused.toLowerCase()} ${x.refused}`;
  return tables.length > 0 ? ["", ...tables.map(one)] : [];
}

function issueLines(issues: readonly ReceiptIssue[]): string[] {
  if (issues.length === 0) return [];
  const more = issues.length - MOST_LINES;
  const shown = issues.slice(0, MOST_LINES).map((i) => `  - ${place(i)}${i.vi || i.code}`);
  return ["", `${t.report.issues}:`, ...shown, ...(more > 0 ? [`  ${t.moreIssues(more)}`] : [])];
}

function place({ severity, table, row, field }: ReceiptIssue): string {
  const { columns } = t;
  const parts = [
    table,
    row === undefined ? undefined : `${columns.row.toLowerCase()} ${row}`,
    field && `${columns.field.toLowerCase()} ${field}`,
  ].filter(Boolean);
  const kind = t.severity[severity as keyof typeof t.severity] ?? severity;
  return `${kind}${parts.length > 0 ? `, ${parts.join(", ")}` : ""}: `;
}
