import { type Language, shownTime, words } from "../words.ts";
import type { Snapshot } from "./snapshot.ts";

/** The status in plain text, for a terminal. */
export function statusText(s: Snapshot, language: Language): string {
  const t = words[language];
  const { state, why, status, since = "", nextTryAt = "" } = s.connection;
  const connection = {
    good: t.good(shownTime(since || new Date(0).toISOString())),
    unknown: t.unknown,
    failing: nextTryAt
      ? `${t.failing(shownTime(since), shownTime(nextTryAt))} ${why ? t.why[why] : ""}${status ? ` (HTTP ${status})` : ""}`
      : "",
  }[state];
  const { count, oldest } = s.waiting;
  return [
    `${t.title} – ${s.portal}`,
    `${t.connection}: ${connection}`,
    `${t.queue}: ${count === 0 ? t.queueEmpty : t.queueLength(count, shownTime(oldest ?? ""))}`,
    ...(s.disk.low ? [t.diskLow(s.disk.freeMB)] : []),
    ...s.folders.map((f) => `${f.path}: ${f.readable ? t.folderGood : t.folderBad}`),
    ...(s.gateway ? [t.gatewayAt(s.gateway.address)] : []),
    `${t.attention}:`,
    ...(s.attention.length === 0 ? [`  ${t.none}`] : s.attention.map((r) => line(r, language))),
    `${t.accepted}:`,
    ...(s.accepted.length === 0 ? [`  ${t.none}`] : s.accepted.map((r) => line(r, language))),
  ].join("\n");
}

function line(r: Snapshot["accepted"][number], language: Language): string {
  const t = words[language];
  const first = r.issues.find((i) => i.severity === "error" || i.severity === "fatal");
  const why = first ? ` – ${[first.table, first.row, first.field].filter(Boolean).join(" ")} ${first[language]}` : "";
  return `  ${shownTime(r.answeredAt)}  ${r.name}${r.maLk ? `  ${r.maLk}` : ""}  ${t.states[r.state]}${why}`;
}
