import type { Ctx } from "#app/domain/access/context.ts";
import { type BookSection, bookSections } from "#app/domain/access/data-types.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import type { EntryRow } from "./internal/entry-row.ts";
import { NO_REGISTERS, registersQuery } from "./internal/facility-registers.ts";
import { mapItem } from "./internal/map-item.ts";
import { namesOf } from "./internal/names-of.ts";
import { isFolded, newestOf, newestQuery, newestView } from "./internal/newest.ts";
import { noneStatement } from "./internal/none-statement.ts";
import { bookPerson, openBook } from "./internal/open-book.ts";
import { personQuery, rowsQuery } from "./internal/queries.ts";
import { reportsQuery, withReports } from "./internal/reported.ts";
import { sameFacts } from "./internal/same-facts.ts";
import { withRegisters } from "./internal/with-registers.ts";
import type { VisitPageView, VisitView } from "./view.ts";

/** More of one visit than this is a stay of months; the section pages have the rest. */
const MOST = 500;

/**
 * One visit with everything of it. @throws DomainError `not-found` for what is not in this book,
 * whether it exists elsewhere or not.
 */
export async function readVisit(
  ctx: Ctx,
  input: { id: string; showHidden: boolean; showNewest?: boolean },
): Promise<VisitPageView> {
  const record = await openBook(ctx, "visit", input);
  if (!isId(input.id)) throw notFound();
  return record.transaction(async (tx) => {
    const shown = { showHidden: record.decision.opensHidden, withVisit: false, withEarlier: true };
    const where = tx.sql`e.section = 'visits' and e.entry_id = ${input.id}`;
    const [visitRow] = await rowsQuery(tx.sql, record, { where, limit: 1, ...shown });
    if (!visitRow) throw notFound();
    const newest = newestOf(ctx, input.showNewest);
    const ofVisit = tx.sql`e.case_id = ${visitRow.caseId}`;
    const [persons, reports, registers, chosen, found] = await Promise.all([
      personQuery(tx.sql, record.personId),
      reportsQuery(tx.sql, record),
      registersQuery(tx.sql, record),
      newestQuery(tx.sql, record, newest, ofVisit),
      rowsQuery(tx.sql, record, {
        where: tx.sql`${ofVisit} and not ${isFolded(tx.sql, record, newest)} and e.section = any(${[...bookSections]}) and e.entry_id <> ${input.id}`,
        limit: MOST,
        ...shown,
      }),
    ]);
    const [visit = visitRow] = withReports([visitRow], reports);
    // What was reported of the visit is said once, above everything of it.
    const rows = withReports(
      found,
      reports.filter((one) => one.reference !== visit.reported?.reference),
    );
    const names = await namesOf(tx, visitRow.facilityId, [visitRow, ...found]);
    const person = bookPerson(ctx, record.personId, persons[0]);
    const mapped = (row: EntryRow) => {
      const item = mapItem(row, ctx.now(), names);
      return item.kind === "result" ? withRegisters(item, row, registers[0] ?? NO_REGISTERS, person) : item;
    };
    return {
      person,
      newest: newestView(chosen, newest),
      visit: mapItem(visit, ctx.now(), names) as VisitView,
      sections: groupBySection(rows.filter((row) => !noneStatement(row))).map(([section, group]) => ({
        section,
        items: sameFacts(group.map((row) => ({ row, item: mapped(row) }))),
      })),
    };
  });
}

/** In the order a person asks: what was found, what was given, what comes next. */
const ORDER: Exclude<BookSection, "visits">[] = [
  "conditions",
  "results",
  "medicines",
  "procedures",
  "vaccinations",
  "allergies",
  "documents",
  "next-steps",
  "history",
];

function groupBySection(rows: EntryRow[]): [Exclude<BookSection, "visits">, EntryRow[]][] {
  return ORDER.flatMap((section) => {
    const group = rows.filter((r) => r.section === section);
    return group.length > 0 ? [[section, group]] : [];
  });
}

const notFound = () => new DomainError("not-found", "no-such-visit", "This visit is not in the book that is open.");
