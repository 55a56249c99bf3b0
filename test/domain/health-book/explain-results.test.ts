import { describe, expect, test } from "vitest";
import type { Staff } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { heldBy, releaseRules } from "#app/domain/access/release-rules.ts";
import { chosenOf, explainResults, releaseResults } from "#app/domain/health-book/clinic/explain-results.ts";
import { explainInput } from "#app/domain/health-book/clinic/input.ts";
import { listWaiting } from "#app/domain/health-book/clinic/list-waiting.ts";
import { exportRecord } from "#app/domain/health-book/export-record.ts";
import { readResult } from "#app/domain/health-book/read-result.ts";
import { searchBook } from "#app/domain/health-book/search-book.ts";
import { searchOf } from "#app/domain/health-book/search-input.ts";
import { summarizeRecord } from "#app/domain/health-book/summarize-record.ts";
import { ownInWords } from "#app/print/copy-words.ts";
import { summaryWords } from "#app/print/summary-words.tsx";
import { newId } from "#app/shared/ids.ts";
import { chartOf } from "#test/support/chart.ts";
import { type Json, observationOf, recordStore, someNumber } from "#test/support/record-store.ts";
import { site } from "#test/ui/preview/site.ts";

const store = await recordStore();
const subject = { reference: "Patient/p" };
const NORMAL = { phrase: "normal", weeks: undefined, words: "" } as const;
const doctors = await Promise.all([store.personOf(someNumber()), store.personOf(someNumber())]);

const staff = (more: Partial<Staff> = {}): Ctx<Staff> =>
  store.reader({
    kind: "clinician",
    personId: doctors[0] ?? "",
    facilityId: store.facilityId,
    assuranceLevel: 2,
    ...more,
  });
let ids = 0;
const lab = (elements: Json = {}) => observationOf(`ex-${ids++}`, "p", { subject, ...elements });
const biopsy = (elements: Json = {}): Json => ({
  resourceType: "DiagnosticReport",
  id: `ex-${ids++}`,
  status: "final",
  subject,
  code: { text: "Xét nghiệm mô bệnh học thường quy" },
  conclusion: "Bí mật chưa hiện",
  ...elements,
});

/** A person with one thing, and its entry's id. */
async function sent(...resources: Json[]) {
  const chart = await chartOf(store, ...resources);
  const items = await chart.items("results");
  return { ...chart, items, id: items[0]?.id ?? "" };
}
const said = async (chart: { ctx: Ctx }, id: string) =>
  (await readResult(chart.ctx, { id, showHidden: false })).comments.map((one) => [one.phrase, one.weeks, one.words]);
const eventsOf = (personId: string) => store.superuser<
  { subject: string; outcome: string; basis: string; entries: number }[]
>`
  select subject, outcome, basis, coalesce(cardinality(opens_entries), 0) as entries from access_events
  where person_id = ${personId} and actor_kind in ('clinician', 'clerk') order by occurred_at`;

describe("a clinician explains results of their own facility", () => {
  test("several at once; the person reads who and what, and in their log that it was opened", async () => {
    const [one, other] = [await sent(lab()), await sent(lab())];
    const { waiting } = await listWaiting(staff(), { explained: false });
    expect(waiting.map((row) => row.id)).toEqual(expect.arrayContaining([one.id, other.id]));
    expect(waiting.find((row) => row.id === one.id)?.result.value).toMatchObject({ value: "7.2" });
    expect(await said(one, one.id)).toEqual([]);
    const chosen = chosenOf([`${one.id}:0`, `${other.id}:0`, "x:0", `${newId()}:0`]);
    const taken = await explainResults(staff(), chosen, { phrase: "repeat", weeks: 4, words: "Uống đủ nước." });
    expect(taken).toEqual({ done: 2, changed: 1 });
    for (const chart of [one, other]) expect(await said(chart, chart.id)).toEqual([["repeat", 4, "Uống đủ nước."]]);
    expect((await listWaiting(staff(), { explained: false })).waiting.map((row) => row.id)).not.toContain(one.id);
    expect(await eventsOf(one.personId)).toEqual([
      { subject: "results-reviewed", outcome: "permit", basis: "author", entries: 1 },
      { subject: "results-explained", outcome: "permit", basis: "author", entries: 1 },
    ]);
  });

  test("a later word replaces, and the earlier stays; a form sent twice says it once", async () => {
    const chart = await sent(lab());
    const first = chosenOf([`${chart.id}:0`]);
    expect(await explainResults(staff(), first, NORMAL)).toEqual({ done: 1, changed: 0 });
    expect(await explainResults(staff(), first, NORMAL)).toEqual({ done: 0, changed: 1 });
    await explainResults(staff(), chosenOf([`${chart.id}:1`]), { phrase: "visit", weeks: undefined, words: "" });
    expect((await said(chart, chart.id)).map(([phrase]) => phrase)).toEqual(["visit", "normal"]);
  });

  test("of two clinicians at once, one is first and the other is told", async () => {
    const chart = await sent(lab());
    const chosen = chosenOf([`${chart.id}:0`]);
    const both = await Promise.all(doctors.map((personId) => explainResults(staff({ personId }), chosen, NORMAL)));
    expect(both.map((one) => one.done).sort()).toEqual([0, 1]);
    expect(await said(chart, chart.id)).toHaveLength(1);
  });

  test("a clerk and a low level are refused; another facility finds nothing, and nothing is said", async () => {
    const chart = await sent(lab());
    const chosen = chosenOf([`${chart.id}:0`]);
    const elsewhere = await store.addFacility("99077");
    for (const actor of [staff({ kind: "clerk" } as Partial<Staff>), staff({ assuranceLevel: 1 })]) {
      await expect(listWaiting(actor, { explained: false })).rejects.toMatchObject({ kind: "forbidden" });
      await expect(explainResults(actor, chosen, NORMAL)).rejects.toMatchObject({ kind: "forbidden" });
    }
    expect(await explainResults(staff({ facilityId: elsewhere }), chosen, NORMAL)).toEqual({ done: 0, changed: 1 });
    expect((await listWaiting(staff({ facilityId: elsewhere }), { explained: false })).waiting).toEqual([]);
    expect([await said(chart, chart.id), await eventsOf(chart.personId)]).toEqual([[], []]);
  });

  test("what the person has hidden, and what concerns violence, opens to nobody", async () => {
    const [hidden, violence] = [await sent(lab()), await sent(lab())];
    const caseOf = (personId: string) =>
      store.superuser`select case_id from entries where person_id = ${personId} and section = 'results'`;
    const [[h], [v]] = [await caseOf(hidden.personId), await caseOf(violence.personId)];
    await store.superuser`insert into hidden_cases (person_id, case_id) values (${hidden.personId}, ${h?.case_id})`;
    await store.superuser`insert into case_labels (person_id, case_id, label, set_by) values (${violence.personId}, ${v?.case_id}, 'violence', 'test')`;
    const chosen = chosenOf([`${hidden.id}:0`, `${violence.id}:0`]);
    expect(await explainResults(staff(), chosen, NORMAL)).toEqual({ done: 0, changed: 2 });
    const listed = (await listWaiting(staff(), { explained: false })).waiting.map((row) => row.id);
    expect([listed.includes(hidden.id), listed.includes(violence.id)]).toEqual([false, false]);
  });

  test("a report is explained once, not each of its values, and opens with them", async () => {
    const values = [lab({ code: { text: "Ure" } }), lab({ code: { text: "Kali" } })];
    const report = {
      ...biopsy(),
      code: { text: "Sinh hóa máu" },
      result: values.map(({ id }) => ({ reference: `Observation/${id}` })),
    };
    const chart = await sent(...values, report);
    const { waiting } = await listWaiting(staff(), { explained: false });
    const own = waiting.filter((row) => chart.items.some((item) => item.id === row.id));
    expect(own.map((row) => [row.result.form, row.members.length])).toEqual([["report", 2]]);
  });
});

describe("a result of a class that waits", () => {
  const text = async (ctx: Ctx) => {
    const { parts } = await exportRecord(ctx, {
      base: "urn:x",
      leftOut: "",
      waits: ({ class: name }) => `Chờ ${name}`,
      inWords: () => "",
      own: ownInWords("vi"),
    });
    let all = "";
    for await (const part of parts) all += part;
    return all;
  };

  test("is said to be there everywhere, its content nowhere, until it is explained", async () => {
    const chart = await sent(biopsy());
    expect(chart.items[0]).toMatchObject({
      held: { class: "histopathology" },
      title: undefined,
      conclusion: undefined,
    });
    const page = await readResult(chart.ctx, { id: chart.id, showHidden: false });
    expect(page.result.held?.appearsAt).toMatch(/^\d{4}-/);
    expect(JSON.stringify(page)).not.toContain("Bí mật");
    const file = await text(chart.ctx);
    expect([file.includes("Bí mật"), file.includes("Chờ histopathology")]).toEqual([false, true]);
    const words = summaryWords({ config: { site } as never, language: "vi", now: () => new Date() });
    expect(await summarizeRecord(chart.ctx, words)).not.toContain("Bí mật");
    const found = await searchBook(chart.ctx, {
      search: searchOf(new URLSearchParams({ q: "bí mật" }), 1),
      newSince: undefined,
      showHidden: false,
    });
    expect(found.total).toBe(0);
    const [row] = (await listWaiting(staff(), { explained: false })).waiting.filter((one) => one.id === chart.id);
    expect([row?.result.conclusion, row?.held?.class]).toEqual(["Bí mật chưa hiện", "histopathology"]);
    await explainResults(staff(), chosenOf([`${chart.id}:0`]), NORMAL);
    expect((await readResult(chart.ctx, { id: chart.id, showHidden: false })).result.conclusion).toBe(
      "Bí mật chưa hiện",
    );
    expect(await text(chart.ctx)).toContain("Bí mật");
  });

  test("that waits for a talk appears once that is said, or on its day at the latest", async () => {
    const gene = () => biopsy({ code: { text: "Xét nghiệm gen BRCA" } });
    const [talked, waited] = [await sent(gene()), await sent(gene())];
    const heldNow = async ({ ctx, id }: { ctx: Ctx; id: string }) =>
      (await readResult(ctx, { id, showHidden: false })).result.held?.class;
    await explainResults(staff(), chosenOf([`${talked.id}:0`]), { phrase: "visit", weeks: undefined, words: "" });
    expect([await heldNow(talked), await said(talked, talked.id)]).toEqual([
      "genetic",
      [["visit", undefined, undefined]],
    ]);
    await expect(
      releaseResults(staff({ kind: "clerk" } as Partial<Staff>), chosenOf([`${talked.id}:1`])),
    ).rejects.toMatchObject({ kind: "forbidden" });
    await releaseResults(staff(), chosenOf([`${talked.id}:1`]));
    expect(await heldNow(talked)).toBeUndefined();
    expect(await heldNow(waited)).toBe("genetic");
    await store.superuser`update result_holds set appears_at = now() - interval '1 second' where entry_id = ${waited.id}`;
    expect(await heldNow(waited)).toBeUndefined();
  });

  test("keeps its values back with it", async () => {
    const value = lab({ code: { text: "Mức biểu hiện" } });
    const chart = await sent(value, biopsy({ result: [{ reference: `Observation/${value.id}` }] }));
    expect(chart.items.map((item) => [item.form, item.held?.class]).sort()).toEqual([
      ["measurement", "histopathology"],
      ["report", "histopathology"],
    ]);
  });

  test("is told by code, department or name; all else appears at once, and no rule is without an end", () => {
    const now = new Date("2026-11-22T00:00:00Z");
    const of = (code: object, category?: string) =>
      heldBy({ code, category: category ? [{ coding: [{ code: category }] }] : [] }, now)?.class;
    expect(of({ coding: [{ system: "http://loinc.org", code: "5221-7" }] })).toBe("hiv-confirmation");
    expect(of({ text: "HIV khẳng định (*)" })).toBe("hiv-confirmation");
    expect(of({ text: "HIV Ab test nhanh" })).toBeUndefined();
    expect(of({ text: "Mảnh" }, "SP")).toBe("histopathology");
    expect(of({ text: "Glucose" }, "LAB")).toBeUndefined();
    expect(heldBy({ code: { text: "Sinh thiết" } }, new Date("2025-12-31T00:00:00Z"))).toBeUndefined();
    for (const rule of releaseRules) expect(rule.longestDays > 0 && rule.longestDays <= 30).toBe(true);
  });
});

test("the phrase to repeat needs its weeks", () => {
  expect(explainInput.safeParse({ phrase: "repeat", weeks: "" }).success).toBe(false);
  expect(explainInput.safeParse({ phrase: "repeat", weeks: "6" }).data).toEqual({
    phrase: "repeat",
    weeks: 6,
    words: "",
  });
  expect(explainInput.safeParse({ phrase: "normal", weeks: "" }).success).toBe(true);
});

test("the database shows and takes nothing of it without the event of a clinician there", async () => {
  const chart = await sent(biopsy());
  const portal = store.reader({
    kind: "citizen",
    personId: chart.personId,
    assuranceLevel: 3,
    authenticatedAt: new Date(),
  }).db;
  for (const table of ["result_holds", "result_comments", "result_inbox"])
    expect(await portal.sql.unsafe(`select * from ${table}`)).toHaveLength(0);
  const comment = (settings: object) =>
    portal.transaction(
      settings,
      ({ sql }) => sql`
      insert into result_comments (person_id, entry_id, id, facility_id, phrase, by_person_id, at)
      values (${chart.personId}, ${chart.id}, ${newId()}, ${store.facilityId}, 'normal', ${doctors[0] ?? ""}, now())`,
    );
  await expect(comment({})).rejects.toThrow(/row-level security/);
  await expect(comment({ "app.facility": store.facilityId })).rejects.toThrow(/row-level security/);
  const changed = await portal.transaction(
    { "app.facility": store.facilityId },
    ({ sql }) => sql`
    update result_inbox set comments = 5 where entry_id = ${chart.id} returning 1`,
  );
  expect(changed).toHaveLength(0);
});
