import type { Ctx } from "#app/domain/access/context.ts";
import type { BookSection } from "#app/domain/access/data-types.ts";
import { outOfScope } from "#app/domain/access/open-record.ts";
import { statementsFor } from "../internal/empties.ts";
import { type EntryRow, isHeld } from "../internal/entry-row.ts";
import { mapItem } from "../internal/map-item.ts";
import { markNew } from "../internal/mark-new.ts";
import { isFolded, newestOf } from "../internal/newest.ts";
import { noneStatement } from "../internal/none-statement.ts";
import { type BookOptions, bookPerson, openBook, type PersonRow } from "../internal/open-book.ts";
import { type ClosedRow, closedQuery, type PickedRow, pickedQuery, rowsQuery, unpack } from "../internal/queries.ts";
import { type ReportRow, reportsQuery, withReports } from "../internal/reported.ts";
import { sameFacts } from "../internal/same-facts.ts";
import { lastReceived, totalOf } from "../internal/section-view.ts";
import { mayBeGathered } from "../pregnancy/rules.ts";
import { personAndToldQuery } from "../pregnancy/told-query.ts";
import type { ItemView } from "../view.ts";
import { composeParts, type SectionStatement, type Told } from "./compose-parts.ts";
import { codesAmongResults, type HistoryPart } from "./questions.ts";
import type { HistoryPartView, HistoryView } from "./view.ts";

/** What the form's parts are made of; a reader needs the first to read it at all. */
const SECTIONS = ["history", "allergies", "conditions", "procedures"] as const;

/** Answers on the page; those before are in the list by time. Of the other sections, the newest. */
const ANSWERS = 400;
const ITEMS = 60;

/**
 * What was told of a life, in the order of Form 831: by whom, when, and what nobody has answered. Illnesses that were
 * only coded at a visit stay with the visits. @throws DomainError `forbidden` where the decision leaves this out.
 */
export async function readHistory(ctx: Ctx, options: BookOptions): Promise<HistoryView> {
  const record = await openBook(ctx, "history", options, [...SECTIONS, "results", "documents"]);
  const { dataTypes } = record.decision;
  if (!dataTypes.includes("history")) throw outOfScope();
  const showHidden = record.decision.opensHidden;
  const [persons, closed, reports, coded, picked] = await record.readAll<
    [(PersonRow & { told: boolean })[], ClosedRow[], ReportRow[], EntryRow[], PickedRow[]]
  >((sql) => [
    personAndToldQuery(sql, record),
    closedQuery(sql),
    reportsQuery(sql, record),
    rowsQuery(sql, record, {
      where: sql`e.section = 'results' and e.resource_type = 'Observation' and e.code = any(${[...codesAmongResults]}) and not ${isHeld(sql)} and not ${isFolded(sql, record, newestOf(ctx))}`,
      limit: ITEMS,
      showHidden,
      withVisit: true,
    }),
    pickedQuery(sql, record, {
      where: sql`(e.section = any(${[...SECTIONS]}) or (e.section = 'documents' and e.resource_type = 'Composition'))`,
      places: sql`case r.section when 'history' then r.place <= ${ANSWERS} when 'documents' then r.place <= 5 else r.place <= ${ITEMS} end`,
      showHidden,
      withVisit: true,
      withEarlier: true,
    }),
  ]);
  const { rows, totals } = unpack(picked);
  const compositions = rows.filter(({ section }) => section === "documents");
  const own = rows.filter(({ section }) => section !== "documents");
  const told: Told[] = [];
  const statements: SectionStatement[] = SECTIONS.flatMap((section) =>
    statementsFor(section, compositions).map((one) => ({ ...one, section })),
  );
  for (const row of withReports([...own, ...coded], reports)) {
    const none = noneStatement(row);
    if (none) statements.push({ ...none, section: row.section as BookSection });
    else told.push({ row, item: markNew(mapItem(row, ctx.now()), options.newSince) });
  }
  const kept = told.filter(({ item }) => item.kind !== "condition" || !item.atVisit);
  const person = bookPerson(ctx, record.personId, persons[0]);
  const shown = joined(kept);
  const more = (part: HistoryPart) => moreOf(part, shown, (section) => totalOf(section, totals));
  const parts = composeParts(shown, statements).map((one) => ({ ...one, more: more(one.part) }));
  const closedOf = (reason: ClosedRow["reason"]) =>
    closed.reduce((n, row) => n + (row.reason === reason && isOurs(row.section) ? row.entries : 0), 0);
  return {
    person: persons[0]?.told && mayBeGathered(person, ctx.now()) ? { ...person, pregnancyTold: true } : person,
    parts: parts.filter((part) => part.part !== "reproduction" || !isEmpty(part) || mayHaveGivenBirth(person)),
    total: totalOf("history", totals),
    hiddenByYou: person.self ? closedOf("hidden") : 0,
    hiddenByRule: person.self ? closedOf("rule") : 0,
    showingHidden: showHidden,
    sources: lastReceived(totals.filter(({ section }) => isOurs(section))),
  };
}

const isOurs = (section: string): boolean => SECTIONS.some((one) => one === section);

const isEmpty = ({ answers, items }: HistoryPartView): boolean => answers.length === 0 && items.length === 0;

/** Whom the form asks part II.7 at all. */
const mayHaveGivenBirth = ({ sex, growing }: HistoryView["person"]): boolean => sex === "female" && !growing;

/** Each fact once, with all who tell it; its row goes along. */
function joined(told: Told[]): Told[] {
  const rowOf = new Map<string, EntryRow>(told.map(({ row }) => [row.id, row]));
  return sameFacts<ItemView>(told).flatMap((item) => {
    const row = rowOf.get(item.id);
    return row ? [{ row, item }] : [];
  });
}

/** What of a section stands on its own page alone. */
function moreOf(part: HistoryPart, shown: Told[], total: (section: BookSection) => number): HistoryPartView["more"] {
  const section = ({ allergies: "allergies", illnesses: "conditions", surgery: "procedures" } as const)[
    part as "surgery"
  ];
  if (section === undefined) return undefined;
  const n = total(section) - shown.filter(({ row }) => row.section === section).length;
  return n > 0 ? { section, n } : undefined;
}
