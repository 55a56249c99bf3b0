import type { AccessLine } from "#app/domain/audit/view.ts";
import type { I18n } from "#app/i18n/t.tsx";

type Action = "read" | "search" | "print" | "export" | "share" | "check" | "write" | "import" | "hide" | "show";
const actions: ReadonlySet<string> = new Set<Action>([
  "read",
  "search",
  "print",
  "export",
  "share",
  "check",
  "write",
  "import",
  "hide",
  "show",
]);
const isAction = (action: string): action is Action => actions.has(action);

/** Who it was, as far as the log may name them. */
export function whoWords({ who }: AccessLine, { t }: I18n): string {
  if (who.you) return t("log.you");
  return who.name ?? t(`log.who.${who.kind}`);
}

/** What was done, as one sentence: "Xem kết quả". */
export function actWords(line: AccessLine, { t }: I18n): string {
  const what = t.maybe("log.subject", line.subject) ?? t("log.subject.other");
  return isAction(line.action) ? t(`log.action.${line.action}`, { what }) : t("log.action.other", { what });
}

/** At what time, or between which times how often. */
export function timeWords(line: AccessLine, { t, f }: I18n): string | undefined {
  if (line.count <= 1) return undefined;
  return t("log.timesBetween", { n: line.count, from: f.clock(line.firstAt), to: f.clock(line.lastAt) });
}

/** Why it was allowed, and what for. */
export function basisWords(line: AccessLine, { t }: I18n): string {
  const basis = t("log.basis", { basis: t.maybe("log.basisOf", line.basis) ?? t("log.basisOf.other") });
  const purpose = line.who.you ? undefined : t.maybe("log.purposeOf", line.purpose);
  return purpose === undefined ? basis : `${basis} · ${t("log.purpose", { purpose })}`;
}
