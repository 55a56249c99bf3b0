import type { Ctx } from "#app/domain/access/context.ts";
import { type BookSection, bookSections } from "#app/domain/access/data-types.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { commentsQuery, commentView } from "../../internal/comments.ts";
import type { Names } from "../../internal/concept.ts";
import { type EntryRow, isWithdrawn } from "../../internal/entry-row.ts";
import { NO_REGISTERS, type Registers, registersQuery } from "../../internal/facility-registers.ts";
import { namesOf } from "../../internal/names-of.ts";
import { bookPerson, type PersonRow } from "../../internal/open-book.ts";
import { personQuery, rowsQuery } from "../../internal/queries.ts";
import { type ReportRow, reportsQuery } from "../../internal/reported.ts";
import { sectionView } from "../../internal/section-view.ts";
import { withRegisters } from "../../internal/with-registers.ts";
import type { BookPerson, CommentView, ItemView, SectionView } from "../../view.ts";
import type { WholeBook } from "../view.ts";

/** Of one section; what is beyond is said to be missing. */
const MOST = 5_000;

interface Beside {
  person: BookPerson;
  reports: ReportRow[];
  registers: Registers;
  compositions: EntryRow[];
}

/** Everything the record opens, section by section as its pages tell it, but for what was withdrawn. */
export async function readWhole(ctx: Ctx, record: OpenedRecord): Promise<WholeBook> {
  const open = bookSections.filter((section) => record.decision.dataTypes.includes(section));
  const [persons, reports, registers] = await record.readAll<[PersonRow[], ReportRow[], Registers[]]>((sql) => [
    personQuery(sql, record.personId),
    reportsQuery(sql, record),
    registersQuery(sql, record),
  ]);
  const person = bookPerson(ctx, record.personId, persons[0]);
  const documents = await rowsOf(record, "documents");
  const compositions = documents.filter((row) => row.type === "Composition");
  const beside = { person, reports, registers: registers[0] ?? NO_REGISTERS, compositions };
  const sections: SectionView[] = [];
  const rows: EntryRow[] = [];
  for (const section of open) {
    const own = section === "documents" ? documents : await rowsOf(record, section);
    rows.push(...own.slice(0, MOST));
    sections.push(await viewOf(ctx, record, section, own, beside));
  }
  return { person, sections, sources: sourcesOf(rows), entries: rows.length };
}

const rowsOf = (record: OpenedRecord, section: BookSection): Promise<EntryRow[]> =>
  record.read((sql) =>
    rowsQuery(sql, record, {
      where: sql`e.section = ${section} and not ${isWithdrawn(sql)}`,
      limit: MOST + 1,
      showHidden: false,
      withVisit: false,
    }),
  );

async function viewOf(
  ctx: Ctx,
  record: OpenedRecord,
  section: BookSection,
  all: EntryRow[],
  { person, reports, registers, compositions }: Beside,
): Promise<SectionView> {
  const rows = all.slice(0, MOST);
  const names = await namesByFacility(record, rows);
  const comments = section === "results" ? await commentsOf(ctx, record, rows) : new Map<string, CommentView[]>();
  const totals = [
    {
      section,
      total: all.length,
      facilityId: "",
      facility: "",
      firstReceivedAt: "",
      lastReceivedAt: "",
      withdrawn: 0,
      news: 0,
    },
  ];
  const view = sectionView(
    section,
    {
      rows,
      totals,
      closed: [],
      compositions: section === "documents" ? [] : compositions,
      reports,
      feeds: [],
      outages: [],
      newSince: undefined,
      namesOf: (facilityId) => names.get(facilityId) ?? new Map(),
    },
    ctx.now(),
  );
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const whole = (item: ItemView): ItemView => {
    const row = rowOf.get(item.id);
    if (item.kind !== "result" || !row) return item;
    return { ...withRegisters(item, row, registers, person), comments: comments.get(item.id) ?? [] };
  };
  // Who is expected to send what is for the day it is asked, on the page.
  return { ...view, items: view.items.map(whole), cut: all.length > MOST, feeds: undefined } as SectionView;
}

async function namesByFacility(record: OpenedRecord, rows: EntryRow[]): Promise<Map<string, Names>> {
  const facilities = [...new Set(rows.map((row) => row.facilityId))];
  return record.transaction(async (tx) => {
    const names = new Map<string, Names>();
    for (const facilityId of facilities) names.set(facilityId, await namesOf(tx, facilityId, rows));
    return names;
  });
}

async function commentsOf(ctx: Ctx, record: OpenedRecord, rows: EntryRow[]): Promise<Map<string, CommentView[]>> {
  const ids = rows.map((row) => row.id);
  const found = await record.read((sql) => commentsQuery(sql, record, ids));
  const byEntry = new Map<string, CommentView[]>();
  for (const one of found) byEntry.set(one.entryId, [...(byEntry.get(one.entryId) ?? []), commentView(ctx.keys, one)]);
  return byEntry;
}

function sourcesOf(rows: EntryRow[]): WholeBook["sources"] {
  const sources = new Map<string, WholeBook["sources"][number]>();
  for (const { facilityId, facility, receivedAt } of rows) {
    const known = sources.get(facilityId) ?? { facility, entries: 0, lastReceivedAt: "" };
    const [lastReceivedAt = ""] = [known.lastReceivedAt, receivedAt.toISOString()].sort().reverse();
    sources.set(facilityId, { facility, entries: known.entries + 1, lastReceivedAt });
  }
  return [...sources.values()].sort((a, b) => b.lastReceivedAt.localeCompare(a.lastReceivedAt));
}
