import { describe, expect, test } from "vitest";
import { readBook } from "#app/domain/health-book/read-book.ts";
import { chartOf } from "#test/support/chart.ts";
import { type Json, recordStore } from "#test/support/record-store.ts";

const store = await recordStore();
let ids = 0;
const allergy = (code: Json, elements: Json = {}): Json => ({
  resourceType: "AllergyIntolerance",
  id: `nk-${ids++}`,
  patient: { reference: "Patient/p" },
  code,
  ...elements,
});
const coded = (...codes: string[]) => ({ coding: codes.map((code) => ({ code })) });
const NONE = "716186003";

async function allergiesOf(...sent: Json[]) {
  const chart = await chartOf(store, ...sent);
  const [page, book] = [await chart.section("allergies"), (await readBook(chart.ctx, { showHidden: false })).allergies];
  for (const view of [page, book])
    expect([view.statements.map((s) => s.says), view.empty]).toEqual([page.statements.map((s) => s.says), page.empty]);
  return page;
}

describe("a facility saying that it knows of no allergy", () => {
  test("says so, and nothing else stands in the section", async () => {
    const { items, total, statements, empty } = await allergiesOf(allergy(coded(NONE)));
    expect([items, total, statements.map((s) => [s.says, s.scope]), empty]).toEqual([
      [],
      0,
      [["none-known", undefined]],
      "none-recorded",
    ]);
  });

  test.each([
    ["no-known-food-allergies", "food"],
    ["429625007", "food"],
    ["no-known-medication-allergies", "medication"],
    ["409137002", "medication"],
    ["no-known-environmental-allergies", "environment"],
    ["428607008", "environment"],
    ["716184000", "latex"],
  ])("of one kind (%s) says it of %s alone: the section is not without allergies", async (code, scope) => {
    const { statements, empty } = await allergiesOf(allergy(coded(code)));
    expect([statements.map((s) => [s.says, s.scope]), empty]).toEqual([[["none-known", scope]], "nothing-received"]);
  });

  test.each<[string, Json]>([
    ["ruled out", { verificationStatus: coded("refuted") }],
    ["no longer so", { clinicalStatus: coded("resolved") }],
    ["not so now", { clinicalStatus: coded("inactive") }],
  ])("which is %s means the contrary, and is not an allergy either", async (_name, elements) => {
    const { items, statements, empty } = await allergiesOf(allergy(coded(NONE), elements));
    expect([items.length, statements.map((s) => s.says), empty]).toEqual([0, ["none-no-longer"], "nothing-received"]);
  });

  test.each<[string, Json]>([
    ["the statement", { modifierExtension: [{ url: "urn:x", valueBoolean: true }] }],
    ["a part of it", { reaction: [{ modifierExtension: [{ url: "urn:x", valueBoolean: true }] }] }],
  ])("with a modifier of %s that we cannot read is no fact", async (_name, elements) => {
    const { items, statements, empty } = await allergiesOf(allergy(coded(NONE), elements));
    expect([items.length, statements.map((s) => s.says), empty]).toEqual([0, ["none-unclear"], "nothing-received"]);
  });

  test("entered by mistake is shown as withdrawn on the section's page, and says nothing", async () => {
    const chart = await chartOf(store, allergy(coded(NONE), { verificationStatus: coded("entered-in-error") }));
    const { items, total, statements } = await chart.section("allergies");
    expect([items.map((i) => i.withdrawn), total, statements]).toEqual([[true], 1, []]);
    const { allergies } = await readBook(chart.ctx, { showHidden: false });
    expect([allergies.items, allergies.statements, allergies.empty]).toEqual([[], [], "nothing-received"]);
  });

  test("is found wherever its code stands, and is counted and paged nowhere", async () => {
    const allergies = Array.from({ length: 20 }, (_, n) => allergy({ text: `Chất ${n}` }, { recordedDate: "2024-05" }));
    const chart = await chartOf(
      store,
      ...allergies,
      allergy(coded("x", "no-known-food-allergies"), { recordedDate: "1999" }),
    );
    for (const page of [1, 2]) {
      const view = await chart.section("allergies", { page });
      expect([view.items.length, view.total, view.pages, view.page, view.statements.length]).toEqual([20, 20, 1, 1, 1]);
    }
    const book = await readBook(chart.ctx, { showHidden: false });
    expect([book.allergies.total, book.totals.allergies, book.allergies.statements.length]).toEqual([20, 20, 1]);
  });
});

test("no known problem is a statement in the same way", async () => {
  const condition = (elements: Json): Json => ({
    resourceType: "Condition",
    id: `nk-${ids++}`,
    subject: { reference: "Patient/p" },
    code: coded("160245001"),
    ...elements,
  });
  const chart = await chartOf(store, condition({}), condition({ verificationStatus: coded("refuted") }));
  const { items, total, statements, empty } = await chart.section("conditions");
  expect([items, total, statements.map((s) => s.says).sort(), empty]).toEqual([
    [],
    0,
    ["none-known", "none-no-longer"],
    "none-recorded",
  ]);
});
