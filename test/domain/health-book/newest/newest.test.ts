import { describe, expect, test } from "vitest";
import type { Reader } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { chooseNewest, readNewest } from "#app/domain/health-book/newest/choose-newest.ts";
import { readBook } from "#app/domain/health-book/read-book.ts";
import { readResult } from "#app/domain/health-book/read-result.ts";
import { readSection } from "#app/domain/health-book/read-section.ts";
import { readVisit } from "#app/domain/health-book/read-visit.ts";
import { searchBook } from "#app/domain/health-book/search-book.ts";
import { searchOf } from "#app/domain/health-book/search-input.ts";
import { newId } from "#app/shared/ids.ts";
import { observationOf, patientOf, recordStore, someNumber, transaction } from "#test/support/record-store.ts";
import { insertEvent } from "#test/support/seed-record.ts";

const store = await recordStore();
const { superuser } = store;
const DAY = 86_400_000;
const day = (ago: number) => new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);
const category = (code: string) => [
  { coding: [{ system: "http://terminology.hl7.org/CodeSystem/observation-category", code }] },
];
const result = (id: string, title: string, taken: number, more: object = {}) =>
  observationOf(id, "p", {
    code: { coding: [{ system: "http://loinc.org", code: "4548-4" }], text: title },
    category: category("laboratory"),
    effectiveDateTime: day(taken),
    encounter: { reference: "Encounter/v" },
    ...more,
  });
const meaning = (code: string) => ({ interpretation: [{ coding: [{ code }] }] });

await store.send(
  transaction(
    patientOf("p", someNumber()),
    {
      resourceType: "Encounter",
      id: "v",
      status: "finished",
      class: { code: "AMB" },
      subject: { reference: "Patient/p" },
      period: { start: day(3) },
    },
    result("new", "Mới có", 3),
    result("slow", "Lấy mẫu đã lâu", 40),
    result("history", "Của năm trước", 300),
    result("danger", "Nguy hiểm", 2, meaning("HH")),
    result("high", "Hơi cao", 2, meaning("H")),
    result("pressure", "Huyết áp", 1, { category: category("vital-signs") }),
    result("part", "Thuộc phiếu", 2),
    {
      resourceType: "DiagnosticReport",
      id: "report",
      status: "final",
      code: { text: "Phiếu đã giải thích" },
      category: category("laboratory"),
      subject: { reference: "Patient/p" },
      effectiveDateTime: day(2),
      result: [{ reference: "Observation/part" }],
    },
  ),
);
const personId = await store.personOfPatient("p");
const entryOf = async (type: string, id: string) => (await store.versionsOf(type, id))[0]?.entryId ?? "";

const self = (ago = 0) => {
  const ctx = store.citizen(personId) as Ctx<Reader>;
  return { ...ctx, now: () => new Date(Date.now() + ago * DAY) };
};
const helper = async (): Promise<Ctx<Reader>> => {
  const represented = { personId, scope: "see", legalKind: "guardian", endsAt: new Date(Date.now() + 9e6) } as const;
  const id = await store.personOf(someNumber());
  return store.reader({ kind: "proxy", personId: id, assuranceLevel: 3, authenticatedAt: new Date(), represented });
};
const listed = async (ctx: Ctx, more: { showNewest?: boolean; kind?: "lab" } = {}) => {
  const view = await readSection(ctx, { section: "results", page: 1, showHidden: false, ...more });
  const titles = view.items.map((item) => item.title ?? "").sort();
  return { titles, total: view.total, newest: view.newest };
};
const ALL = [
  "Của năm trước",
  "Huyết áp",
  "Hơi cao",
  "Lấy mẫu đã lâu",
  "Mới có",
  "Nguy hiểm",
  "Phiếu đã giải thích",
  "Thuộc phiếu",
].sort();
const SHOWN = ["Của năm trước", "Huyết áp", "Nguy hiểm"].sort();

describe("the newest results of a reader who folds them", () => {
  test("are all there until they choose so; then they are in no list, and no count of one, and how many they are is told", async () => {
    expect(await listed(self())).toEqual({ titles: ALL, total: 8, newest: undefined });
    await chooseNewest(self(), { hides: true });
    expect(await listed(self())).toEqual({ titles: SHOWN, total: 3, newest: { hidden: 5, showing: false } });
    expect((await listed(self(), { kind: "lab" })).total).toBe(2);
    const book = await readBook(self(), { showHidden: false, newSince: new Date(Date.now() - DAY) });
    expect(book.results.items.map((item) => item.title).sort()).toEqual(SHOWN);
    expect([book.totals.results, book.newest?.hidden, book.results.folded]).toEqual([3, 5, 5]);
    // The laboratory's alarm is kept from nobody.
    expect(book.needs).toMatchObject([{ kind: "critical-result", title: "Nguy hiểm" }]);
    expect(book.news?.n).toBe(4);
    const search = (q: string) =>
      searchBook(self(), { search: searchOf(new URLSearchParams({ q }), 1), newSince: undefined, showHidden: false });
    expect([(await search("moi co")).total, (await search("nguy hiem")).total]).toEqual([0, 1]);
    const visit = { id: await entryOf("Encounter", "v"), showHidden: false };
    const inVisit = await readVisit(self(), visit);
    expect(inVisit.sections.flatMap(({ items }) => items.map((item) => item.title)).sort()).toEqual(SHOWN);
    expect(inVisit.newest).toEqual({ hidden: 4, showing: false });
    const old = await readResult(self(), { id: await entryOf("Observation", "history"), showHidden: false });
    expect(old.trend?.points.map((point) => point.id)).not.toContain(await entryOf("Observation", "new"));
  });

  test("are shown for the asking, on paper, and to everybody else as they chose", async () => {
    expect(await listed(self(), { showNewest: true })).toEqual({
      titles: ALL,
      total: 8,
      newest: { hidden: 5, showing: true },
    });
    const visit = { id: await entryOf("Encounter", "v"), showHidden: false, showNewest: true };
    expect((await readVisit(self(), visit)).sections.flatMap(({ items }) => items)).toHaveLength(7);
    const other = await helper();
    expect((await listed(other)).titles).toEqual(ALL);
    await chooseNewest(other, { hides: true });
    await chooseNewest(self(), { hides: false });
    expect([(await listed(other)).titles, (await listed(self())).titles]).toEqual([SHOWN, ALL]);
    await chooseNewest(self(), { hides: true });
  });

  test("appear once a clinician has explained them, what a report is made of with it, and after fourteen days", async () => {
    const report = await entryOf("DiagnosticReport", "report");
    await superuser`
      insert into result_comments (person_id, entry_id, id, facility_id, phrase, by_person_id, at)
      values (${personId}, ${report}, ${newId()}, ${store.facilityId}, 'normal', ${newId()}, now())`;
    expect((await listed(self())).titles).toEqual([...SHOWN, "Phiếu đã giải thích", "Thuộc phiếu"].sort());
    expect(await listed(self(15))).toMatchObject({ titles: ALL, newest: { hidden: 0 } });
  });

  test("of a book that holds nothing else do not make it empty", async () => {
    await store.send(
      transaction(patientOf("q", someNumber()), {
        ...result("q1", "Mới có", 1),
        subject: { reference: "Patient/q" },
        encounter: undefined,
      }),
    );
    const ctx = store.citizen(await store.personOfPatient("q")) as Ctx<Reader>;
    await chooseNewest(ctx, { hides: true });
    const book = await readBook(ctx, { showHidden: false });
    expect([book.results.items, book.results.folded, book.sources.length]).toEqual([[], 1, 1]);
    expect(await readNewest(ctx)).toEqual({ hides: true, hidden: 1 });
  });
});

test("the choice is a row of one reader: the database lets nobody else read or write it", async () => {
  const raw = store.db.raw("portal");
  const stranger = newId();
  const under = (event: string, work: string) =>
    raw.begin(async (tx) => {
      await tx`select set_config('app.access_event', ${event}, true)`;
      return tx.unsafe(work);
    });
  expect(await raw`select * from reading_choices`).toEqual([]);
  const theirs = await insertEvent(raw, { personId, actorId: stranger, basis: "proxy" });
  expect(await under(theirs, "select * from reading_choices")).toEqual([]);
  const write = `insert into reading_choices values ('${personId}', '${personId}', false, now())`;
  await expect(under(theirs, write)).rejects.toThrow(/row-level security/);
});
