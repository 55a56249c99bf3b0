import type { AccessLine } from "#app/domain/audit/view.ts";
import type { I18n } from "#app/i18n/t.tsx";

const actions = ["read", "change", "export"] as const;

/** Who it was, as far as the log may name them. */
export function whoWords({ who }: AccessLine, { t }: I18n): string {
  if (who.you) return t("log.you");
  return who.name ?? t.maybe("log.who", who.kind) ?? t("log.who.machine");
}

/** What was done, as one sentence: "Xem các kết quả". */
export function actWords(line: AccessLine, { t }: I18n): string {
  const whole = t.maybe("log.whole", line.subject);
  if (whole !== undefined) return whole;
  const what = t.maybe("log.subject", line.subject) ?? t("log.subject.other");
  if (line.outcome === "deny") return t("log.action.refused", { what });
  return t(`log.action.${actions.find((action) => action === line.action) ?? "other"}`, { what });
}

/** When and how often, when it was more than once. */
export function timeWords(line: AccessLine, { t, f }: I18n): string | undefined {
  if (line.count <= 1) return undefined;
  const [from, to] = [f.clock(line.firstAt), f.clock(line.lastAt)];
  return from === to
    ? t("log.timesWithin", { n: line.count, at: from })
    : t("log.timesBetween", { n: line.count, from, to });
}

/** Why it was allowed, and what for. */
export function basisWords(line: AccessLine, { t }: I18n): string {
  const basis = t("log.basis", { basis: t.maybe("log.basisOf", line.basis) ?? t("log.basisOf.other") });
  const purpose = line.who.you ? undefined : t.maybe("log.purposeOf", line.purpose);
  return purpose === undefined ? basis : `${basis} · ${t("log.purpose", { purpose })}`;
}
