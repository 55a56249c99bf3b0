import type { Receipt } from "./disk/receipts.ts";
import type { Inspected } from "./inspect.ts";
import { words } from "./words.ts";

/** The receipt of what is no document at all: refused by the agent itself, without asking the portal. */
export function localRefusal(
  from: Pick<Receipt, "name" | "source">,
  { why, line }: Extract<Inspected, { ok: false }>,
): Receipt {
  const now = new Date().toISOString();
  const said = (language: "vi" | "en") =>
    [words[language].unreadable[why], line ? `(${words[language].line(line)})` : ""].join(" ").trim();
  return {
    ...from,
    arrivedAt: now,
    answeredAt: now,
    state: "refused",
    tables: [],
    issues: [{ severity: "error", code: why, vi: said("vi"), en: said("en") }],
  };
}
