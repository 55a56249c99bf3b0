import type { BookView, MedicineView, NeedView, NextStepView, ResultView } from "./view.ts";

const DAY = 86_400_000;
/** An alarming value is said on the first page for so long; later it is history. */
const ALARMING_DAYS = 30;
/** So many days before a medicine ends there is time to get more. */
const ENDING_DAYS = 7;

/**
 * What waits for the person, the most pressing first: values the laboratory calls critical, medicines that end this week,
 * vaccinations past their day. Pure; only what the first page has read.
 */
export function needsOf(book: Pick<BookView, "results" | "medicines" | "nextSteps">, now: Date): NeedView[] {
  return [
    ...book.results.items
      .filter((item) => isAlarming(item, now))
      .map(({ id, title, when, hidden }) => ({ kind: "critical-result" as const, id, title, when, hidden })),
    ...ending(book.medicines.items, now),
    ...book.nextSteps.items
      .filter((step) => isOverdue(step, now))
      .map(({ id, title, when }) => ({ kind: "vaccination-overdue" as const, id, title, when })),
  ];
}

function isAlarming(result: ResultView, now: Date): boolean {
  const { interpretation, withdrawn, unsafe, when } = result;
  if (withdrawn || unsafe || !interpretation?.startsWith("critical")) return false;
  return when !== undefined && now.getTime() - new Date(when.from).getTime() < ALARMING_DAYS * DAY;
}

/** Medicines that end on the same day are one thing to do. */
function ending(medicines: MedicineView[], now: Date): NeedView[] {
  const byDay = new Map<string, { titles: string[]; until: NonNullable<MedicineView["until"]> }>();
  for (const { title, until, lasts, unsafe, current } of medicines) {
    const last = until ?? (lasts?.by === "supply" ? lasts.until : undefined);
    if (!last || !title || unsafe || !current || last.precision === "year" || last.precision === "month") continue;
    const end = new Date(last.to ?? last.from).getTime();
    if (end < now.getTime() || end - now.getTime() > ENDING_DAYS * DAY) continue;
    const known = byDay.get(last.from) ?? { titles: [], until: last };
    byDay.set(last.from, { ...known, titles: [...known.titles, title] });
  }
  return [...byDay]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([, { titles, until }]) => ({ kind: "medicines-ending", titles, until }));
}

function isOverdue({ form, open, status, when, withdrawn, unsafe }: NextStepView, now: Date): boolean {
  if (form !== "vaccination-due" || !open || withdrawn || unsafe) return false;
  return status === "overdue" || (when !== undefined && new Date(when.to ?? when.from) < now);
}
