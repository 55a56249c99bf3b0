import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Ctx } from "#app/domain/access/context.ts";
import { searchBook } from "#app/domain/health-book/search-book.ts";
import { searchOf, wordsOf } from "#app/domain/health-book/search-input.ts";
import { foldText } from "#app/shared/names.ts";
import { chartOf } from "#test/support/chart.ts";
import { type Json, observationOf, recordStore } from "#test/support/record-store.ts";

const store = await recordStore();
const { superuser } = store;

const condition = (id: string, text: string, more: Json = {}): Json => ({
  resourceType: "Condition",
  id,
  subject: { reference: "Patient/p" },
  code: { text },
  recordedDate: "2024-03-05",
  ...more,
});
const medicine = (id: string, text: string, more: Json = {}): Json => ({
  resourceType: "MedicationRequest",
  id,
  status: "active",
  intent: "order",
  subject: { reference: "Patient/p" },
  medicationCodeableConcept: { text },
  authoredOn: "2026-10-01",
  ...more,
});
const visit = (id: string, more: Json = {}): Json => ({
  resourceType: "Encounter",
  id,
  status: "finished",
  class: { code: "AMB" },
  subject: { reference: "Patient/p" },
  period: { start: "2026-10-01T08:00:00+07:00" },
  ...more,
});

const { ctx, personId } = await chartOf(
  store,
  condition("s-1", "Đái tháo đường típ 2", {
    code: { text: "Đái tháo đường típ 2", coding: [{ system: "http://hl7.org/fhir/sid/icd-10", code: "E11.9" }] },
  }),
  condition("s-2", "Tăng huyết áp", { recordedDate: "2019", note: [{ text: "Theo dõi tại nhà, hạn chế muối" }] }),
  medicine("s-3", "Metformin 850 mg", {
    encounter: { reference: "Encounter/s-v" },
    reasonCode: [{ text: "Đái tháo đường" }],
  }),
  observationOf("s-4", "p", { code: { text: "Định lượng Glucose [Máu]" }, effectiveDateTime: "2025-12-31T18:00:00Z" }),
  visit("s-v", { reasonCode: [{ text: "Tái khám" }] }),
);

async function found(query: string, as: Ctx = ctx, newSince?: Date) {
  const page = Number(new URLSearchParams(query).get("page") ?? 1);
  const view = await searchBook(as, {
    search: searchOf(new URLSearchParams(query), page),
    showHidden: false,
    newSince,
  });
  return { ...view, titles: view.found.map(({ item }) => item?.title) };
}
const titles = async (query: string, as?: Ctx) => (await found(query, as)).titles;

describe("what is found", () => {
  test.each([
    ["with all marks", "q=Đái tháo đường", ["Metformin 850 mg", "Đái tháo đường típ 2"]],
    ["without marks, in capitals", "q=DAI THAO DUONG", ["Metformin 850 mg", "Đái tháo đường típ 2"]],
    ["the marks placed as others place them", "q=huyết áp".normalize("NFD"), ["Tăng huyết áp"]],
    ["from the beginning of words", "q=metf", ["Metformin 850 mg"]],
    ["never from within a word", "q=formin", []],
    ["all words, in any order", "q=duong metformin", ["Metformin 850 mg"]],
    ["a note", "q=han che muoi", ["Tăng huyết áp"]],
    ["a code of ICD-10", "q=e11.9", ["Đái tháo đường típ 2"]],
    ["who sent it", "q=bv 99001 glucose", ["Định lượng Glucose [Máu]"]],
    ["nothing that is a pattern", "q=%25", undefined],
    ["of one kind", "kind=medicines", ["Metformin 850 mg"]],
    ["of one year in Việt Nam", "year=2026&q=glucose", ["Định lượng Glucose [Máu]"]],
    ["not of the year it was elsewhere", "year=2025&q=glucose", []],
    ["of a year that is all that is known", "year=2019", ["Tăng huyết áp"]],
    ["of one facility", `facility=${store.facilityId}&q=glucose`, ["Định lượng Glucose [Máu]"]],
    ["of another", `facility=${crypto.randomUUID()}&q=glucose`, []],
    ["where what narrows is no such thing", "kind=x&facility=1&year=no&q=glucose", ["Định lượng Glucose [Máu]"]],
  ])("%s", async (_, query, expected) => {
    expect(await titles(query)).toEqual(expected ?? (await titles("")));
  });

  test("the list is of the whole book, newest first, with what it can be narrowed by", async () => {
    const view = await found("");
    expect([view.total, view.titles.at(-1)]).toEqual([5, "Tăng huyết áp"]);
    expect(view.years).toEqual([2026, 2024, 2019]);
    expect(view.facilities).toEqual([{ facilityId: store.facilityId, facility: "BV 99001" }]);
  });

  test("a page beyond the last is the last", async () => {
    expect((await found("page=9")).page).toBe(1);
  });

  test("what came before words were kept", async () => {
    await superuser`update entries set words = null where person_id = ${personId}`;
    expect(await titles("q=duong metformin")).toEqual(["Metformin 850 mg"]);
    expect(await titles("q=huyet ap")).toEqual(["Tăng huyết áp"]);
  });

  test("a medicine by its name in the facility's directory", async () => {
    const own = await chartOf(
      store,
      { resourceType: "Medication", id: "s-m", code: { text: "Amlodipin 5 mg" } },
      {
        ...medicine("s-5", ""),
        medicationCodeableConcept: undefined,
        medicationReference: { reference: "Medication/s-m" },
      },
    );
    expect((await found("q=amlodipin", own.ctx)).total).toBe(1);
  });

  test("what came since the reader was here before, and nothing where that is not known", async () => {
    const before = new Date(Date.now() - 3_600_000);
    const view = await found("new=1", ctx, before);
    expect([view.total, view.found.every(({ item }) => item?.isNew)]).toEqual([5, true]);
    expect((await found("new=1", ctx, new Date())).total).toBe(0);
    expect((await found("new=1")).total).toBe(0);
    expect((await found("", ctx, new Date())).found.some(({ item }) => item?.isNew)).toBe(false);
  });
});

test("an item is led to its visit, and to nothing that is no visit", async () => {
  const own = await chartOf(
    store,
    observationOf("s-part", "p", { code: { text: "Thành phần" } }),
    {
      resourceType: "DiagnosticReport",
      id: "s-report",
      status: "final",
      subject: { reference: "Patient/p" },
      code: { text: "Phiếu" },
      result: [{ reference: "Observation/s-part" }],
    },
    visit("s-own"),
    medicine("s-inside", "Aspirin", { encounter: { reference: "Encounter/s-own" } }),
  );
  await superuser`
    update entries set case_id = (select entry_id from entries where person_id = ${own.personId} and source_id = 's-report')
    where person_id = ${own.personId} and source_id = 's-part'`;
  const { found: items } = await found("", own.ctx);
  const visitOf = (title: string) => items.find(({ item }) => item?.title === title)?.item?.visitId;
  expect([visitOf("Thành phần"), visitOf("Aspirin")]).toEqual([undefined, expect.any(String)]);
});

describe("what is never found", () => {
  test("somebody else's", async () => {
    const other = await chartOf(store, condition("s-9", "Hen phế quản"));
    expect(await titles("q=dai thao duong", other.ctx)).toEqual([]);
    expect(await titles("q=hen phe quan")).toEqual([]);
  });

  test("what a helper's scope leaves out", async () => {
    const represented = {
      personId,
      scope: "pharmacy",
      legalKind: "guardian",
      endsAt: new Date(Date.now() + 3_600_000),
    } as const;
    const helper = store.reader({
      kind: "proxy",
      personId: crypto.randomUUID(),
      assuranceLevel: 3,
      authenticatedAt: new Date(),
      represented,
    });
    expect(await titles("", helper)).toEqual(["Metformin 850 mg"]);
    expect(await titles("q=glucose", helper)).toEqual([]);
  });

  test("what the person hid: nothing tells that it is there, but to them how much they hid", async () => {
    await superuser`
      insert into hidden_cases (person_id, case_id) select person_id, case_id from entries where person_id = ${personId} and source_id = 's-v'`;
    const view = await found("q=metformin");
    expect([view.total, view.hiddenByYou > 0]).toEqual([0, true]);
  });

  test("names of people, which were taken out before", async () => {
    const note = [{ text: "Người bệnh Nguyễn Thị Đào kể" }];
    const own = await chartOf(store, condition("s-7", "Đau lưng", { note }));
    const [row] = await superuser<{ words: string }[]>`
      select words from entries where person_id = ${own.personId} and source_id = 's-7'`;
    expect(row?.words).toContain(" dau lung");
    expect(row?.words).not.toMatch(/ dao| thi/);
  });
});

describe("words", () => {
  test("are the same in the portal and in the database", async () => {
    const texts = ["Đái tháo đường, típ 2", "ĐẶNG  Thùy-Trâm", "hòa/hoà", "HbA1c (NGSP) 7,2 %", "ư ơ ă â ê ô", "x_y"];
    for (const text of texts) {
      const [row] = await superuser<{ folded: string }[]>`select fold_words(${text}) as folded`;
      expect(row?.folded.trim()).toBe(foldText(text));
    }
  });

  test("whatever is typed is letters and digits, and at most eight of them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (typed) => {
        const words = wordsOf(typed);
        expect(words.length).toBeLessThanOrEqual(8);
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });

  test("with or without marks, in any case, a text is found by its own words", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("Đường huyết lúc đói", "Siêu âm ổ bụng", "Trần Quốc Toản"),
        fc.boolean(),
        (text, upper) => {
          const plain = text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
          expect(foldText(upper ? plain.toUpperCase() : plain)).toBe(foldText(text));
        },
      ),
    );
  });
});
