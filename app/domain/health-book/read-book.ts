import type { TransactionSql } from "postgres";
import type { Ctx } from "#app/domain/access/context.ts";
import { type BookSection, bookSections } from "#app/domain/access/data-types.ts";
import type { EntryRow } from "./internal/entry-row.ts";
import { type BookOptions, bookPerson, openBook, type PersonRow } from "./internal/open-book.ts";
import {
  type ClosedRow,
  closedQuery,
  type EmptySectionRow,
  emptySectionsQuery,
  personQuery,
  rowsQuery,
  type TotalRow,
  totalsQuery,
} from "./internal/queries.ts";
import { lastReceived, sectionView, totalOf } from "./internal/section-view.ts";
import type { BookView, MedicineView, NextStepView } from "./view.ts";

/**
 * The first page of a book: what matters now of each section. Who may: the person, and whom they let
 * act for them. Three round trips besides the committed event.
 */
export async function readBook(ctx: Ctx, options: BookOptions): Promise<BookView> {
  const record = await openBook(ctx, "book", options);
  const now = ctx.now();
  type Rows = [PersonRow[], TotalRow[], ClosedRow[], EmptySectionRow[], ...EntryRow[][]];
  const [persons, totals, closed, emptySections, ...slots] = await record.readAll<Rows>((sql) => [
    personQuery(sql, record.personId),
    totalsQuery(sql),
    closedQuery(sql),
    emptySectionsQuery(sql),
    ...slotQueries(sql, now, record.decision.opensHidden),
  ]);
  const view = <S extends BookSection>(section: S) => {
    const rows = slots[SLOTS.indexOf(section)] ?? [];
    return sectionView(section, { rows, totals, closed, emptySections }, now);
  };
  const medicines = view("medicines");
  const nextSteps = view("next-steps");
  return {
    person: bookPerson(ctx, record.personId, persons[0]),
    allergies: view("allergies"),
    medicines: { ...medicines, items: medicines.items.filter((m: MedicineView) => m.current) },
    conditions: view("conditions"),
    results: view("results"),
    visits: view("visits"),
    vaccinations: view("vaccinations"),
    nextSteps: { ...nextSteps, items: nextSteps.items.filter((s: NextStepView) => s.open).sort(soonestFirst) },
    totals: Object.fromEntries(bookSections.map((s) => [s, totalOf(s, totals)])) as BookView["totals"],
    sources: lastReceived(totals),
    showingHidden: record.decision.opensHidden,
  };
}

const SLOTS: BookSection[] = [
  "allergies",
  "medicines",
  "conditions",
  "results",
  "visits",
  "vaccinations",
  "next-steps",
];

/** What of each section stands on the first page. */
function slotQueries(sql: TransactionSql, now: Date, showHidden: boolean) {
  const shown = { showHidden, withVisit: false };
  const valid = sql`e.withdrawn_at is null and coalesce(e.status, '') not in ('entered-in-error', 'refuted', 'cancelled')`;
  const newest = sql`e.time_low desc nulls last, e.entry_id`;
  const dayAgo = new Date(now.getTime() - 86_400_000);
  return [
    rowsQuery(sql, { where: sql`e.section = 'allergies' and ${valid}`, order: newest, limit: 20, ...shown }),
    rowsQuery(sql, {
      where: sql`e.section = 'medicines' and ${valid} and e.resource_type in ('MedicationRequest', 'MedicationStatement')
        and coalesce(e.status, 'active') in ('active', 'on-hold', 'intended', 'unknown')`,
      order: newest,
      limit: 40,
      ...shown,
    }),
    rowsQuery(sql, {
      where: sql`e.section = 'conditions' and ${valid} and coalesce(e.status, 'active') not in ('resolved', 'inactive', 'remission')`,
      order: newest,
      limit: 10,
      ...shown,
    }),
    rowsQuery(sql, {
      where: sql`e.section = 'results' and ${valid}`,
      order: sql`e.time_low desc nulls last, (e.resource_type = 'Observation'), e.entry_id`,
      limit: 6,
      ...shown,
    }),
    rowsQuery(sql, {
      where: sql`e.section = 'visits' and ${valid} and coalesce(e.status, '') <> 'planned'`,
      order: newest,
      limit: 5,
      ...shown,
    }),
    rowsQuery(sql, { where: sql`e.section = 'vaccinations' and ${valid}`, order: newest, limit: 5, ...shown }),
    rowsQuery(sql, {
      where: sql`e.section = 'next-steps' and ${valid} and coalesce(e.status, '') not in ('completed', 'revoked', 'fulfilled', 'noshow', 'rejected')
        and (e.resource_type <> 'Appointment' or coalesce(e.time_high, e.time_low) > ${dayAgo})`,
      order: sql`(e.resource_type = 'Appointment') desc, e.time_low desc nulls last, e.entry_id`,
      limit: 12,
      ...shown,
    }),
  ];
}

/** Appointments in the order they come, then the rest, newest first. */
function soonestFirst(a: NextStepView, b: NextStepView): number {
  if (a.form === "appointment" && b.form === "appointment")
    return (a.when?.from ?? "").localeCompare(b.when?.from ?? "");
  if (a.form === "appointment" || b.form === "appointment") return a.form === "appointment" ? -1 : 1;
  return (b.when?.from ?? "").localeCompare(a.when?.from ?? "");
}
