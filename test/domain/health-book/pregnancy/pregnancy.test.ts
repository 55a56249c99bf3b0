import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reader } from "#app/domain/access/actor.ts";
import { readHistory } from "#app/domain/health-book/history/read-history.ts";
import { readPregnancy } from "#app/domain/health-book/pregnancy/read-pregnancy.ts";
import { mayBeGathered } from "#app/domain/health-book/pregnancy/rules.ts";
import { isAhead, mayStillBe, weekOf } from "#app/domain/health-book/pregnancy/week-of.ts";
import { readBook } from "#app/domain/health-book/read-book.ts";
import { chartOf } from "#test/support/chart.ts";
import { type Json, recordStore } from "#test/support/record-store.ts";

const store = await recordStore();
const DAY = 86_400_000;
const day = (ago: number) => new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);
const SHOWN = { showHidden: false };
const p = { reference: "Patient/p" };
const icd = (code: string, text: string) => ({ text, coding: [{ system: "http://hl7.org/fhir/sid/icd-10", code }] });
const clinical = (code: string) => ({
  coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-clinical", code }],
});

let ids = 0;
const condition = (code: string, since: string, more: Json = {}): Json => ({
  resourceType: "Condition",
  id: `pr-${ids++}`,
  subject: p,
  code: icd(code, `Chẩn đoán ${code}`),
  onsetDateTime: since,
  clinicalStatus: clinical("active"),
  ...more,
});
const visit = (id: string, at: string, diagnosis: string[] = []): Json => ({
  resourceType: "Encounter",
  id,
  status: "finished",
  class: { code: "AMB" },
  subject: p,
  period: { start: `${at}T08:00:00+07:00` },
  diagnosis: diagnosis.map((one) => ({ condition: { reference: `Condition/${one}` } })),
});
const observation = (loinc: string, at: string, value: Json, encounter?: string): Json => ({
  resourceType: "Observation",
  id: `po-${ids++}`,
  status: "final",
  code: { text: `LOINC ${loinc}`, coding: [{ system: "http://loinc.org", code: loinc }] },
  subject: p,
  effectiveDateTime: at,
  ...(encounter ? { encounter: { reference: `Encounter/${encounter}` } } : {}),
  ...value,
});

describe("the week", () => {
  test("is reckoned back from the day a birth is expected, 280 days", () => {
    const today = new Date("2026-11-22T00:00:00+07:00");
    expect(weekOf(new Date("2026-11-22T00:00:00+07:00"), today)).toEqual({ weeks: 40, days: 0 });
    expect(weekOf(new Date("2027-03-08T00:00:00+07:00"), today)).toEqual({ weeks: 24, days: 6 });
    const evening = new Date("2026-11-22T23:59:00+07:00");
    expect(weekOf(new Date("2027-03-08T00:00:00+07:00"), evening)).toEqual({ weeks: 24, days: 6 });
    expect(weekOf(new Date("2026-10-01T00:00:00+07:00"), today)).toBeUndefined();
    expect(weekOf(new Date("2027-11-22T00:00:00+07:00"), today)).toBeUndefined();
  });

  test("grows by a day each day, and is never more than 44", () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (left) => {
        const now = new Date("2026-11-22T03:00:00Z");
        const expected = new Date(now.getTime() + left * DAY);
        const week = weekOf(expected, now);
        expect(week !== undefined).toBe(left >= -28 && left <= 280);
        if (!week) return;
        expect(week.weeks * 7 + week.days).toBe(280 - left);
        expect(week.days).toBeLessThan(7);
        expect(isAhead(expected, now)).toBe(left < 280);
        expect(mayStillBe(new Date(expected.getTime() - 280 * DAY), now)).toBe(left > -28);
      }),
    );
  });
});

describe("a pregnancy of one source", () => {
  test("has the visits and results its source links to it, and no others", async () => {
    const seed = condition("Z34.0", day(170));
    const chart = await chartOf(
      store,
      seed,
      visit("pv-1", day(110), [String(seed.id)]),
      visit("pv-2", day(60)),
      observation("11778-8", day(110), { valueDateTime: day(-110), method: { text: "Theo siêu âm" } }, "pv-1"),
      observation("11884-4", day(110), { valueQuantity: { value: 8, unit: "tuần" } }, "pv-1"),
      observation("718-7", day(110), { valueQuantity: { value: 116, unit: "g/L" } }, "pv-1"),
      observation("55283-6", day(60), { valueQuantity: { value: 148, unit: "/min" } }, "pv-2"),
      condition("I10", day(400)),
    );
    const view = await readPregnancy(chart.ctx, SHOWN);
    expect([view.current.length, view.past.length]).toEqual([1, 0]);
    const [now] = view.current;
    expect(now?.visits).toHaveLength(1);
    expect(now?.expected).toMatchObject([{ by: "Theo siêu âm", week: { weeks: 24 } }]);
    expect(now?.ages.map(({ title }) => title)).toEqual(["LOINC 11884-4"]);
    expect(now?.results.map(({ title }) => title)).toContain("LOINC 718-7");
    expect(view.loose.map(({ title }) => title)).toEqual(["LOINC 55283-6"]);
    for (const read of [readBook, readHistory]) expect((await read(chart.ctx, SHOWN)).person.pregnancyTold).toBe(true);
  });

  test.each([
    ["over as its source says", [condition("Z34.0", day(600), { clinicalStatus: clinical("resolved") })], "ended"],
    ["over as a birth was told", [condition("Z34.0", day(200)), condition("O80.0", day(5))], "ended"],
    ["active for years", [condition("Z34.0", day(900))], "not-told"],
    ["of which nobody says that it goes on", [condition("Z34.0", day(100), { clinicalStatus: undefined })], "not-told"],
    ["active, with an older birth", [condition("Z35.8", day(100)), condition("Z37.0", day(900))], "current"],
  ] as const)("%s is said to be so", async (_what, sent, state) => {
    const chart = await chartOf(store, ...sent);
    const { current, past } = await readPregnancy(chart.ctx, SHOWN);
    expect([...current, ...past].map((one) => one.state)).toEqual([state]);
  });

  test("has the visits of its episode of care, and is over with it", async () => {
    const seed = condition("Z34.0", day(170));
    const episode = (status: string): Json => ({
      resourceType: "EpisodeOfCare",
      id: "ep-1",
      status,
      patient: p,
      diagnosis: [{ condition: { reference: `Condition/${seed.id}` } }],
    });
    const within = { ...visit("pv-9", day(30)), episodeOfCare: [{ reference: "EpisodeOfCare/ep-1" }] };
    const chart = await chartOf(store, seed, within, episode("active"));
    expect((await readPregnancy(chart.ctx, SHOWN)).current).toMatchObject([{ visits: [{ kind: "visit" }] }]);
    await chart.send(seed, within, episode("finished"));
    expect((await readPregnancy(chart.ctx, SHOWN)).past).toMatchObject([{ state: "ended" }]);
  });

  test("that was ruled out or taken back is none, and of nothing there is no page", async () => {
    const refuted = { verificationStatus: { coding: [{ code: "refuted" }] }, clinicalStatus: undefined };
    const chart = await chartOf(store, condition("Z34.0", day(100), refuted));
    expect(await readPregnancy(chart.ctx, SHOWN)).toMatchObject({ current: [], past: [] });
    const none = await chartOf(store, condition("I10", day(100)));
    expect((await readHistory(none.ctx, SHOWN)).person.pregnancyTold).toBeUndefined();
    expect(await readPregnancy(none.ctx, SHOWN)).toMatchObject({ current: [], past: [], loose: [] });
  });

  test("without a day of birth has no week", async () => {
    const chart = await chartOf(store, condition("Z34.0", day(100)));
    expect((await readPregnancy(chart.ctx, SHOWN)).current).toMatchObject([{ expected: [] }]);
  });
});

describe("who sees it", () => {
  const proxyOf = (personId: string) =>
    store.reader<Reader>({
      kind: "proxy",
      personId: "0190b8a0-0000-7000-8000-000000000003",
      assuranceLevel: 2,
      authenticatedAt: new Date(),
      represented: { personId, scope: "act", legalKind: "guardian", endsAt: new Date(Date.now() + 1e7) },
    });

  test("an ended pregnancy is closed to who acts for her, though not to her", async () => {
    const chart = await chartOf(
      store,
      condition("Z34.0", day(100)),
      condition("O04.9", day(300), { clinicalStatus: clinical("resolved") }),
    );
    const own = await readPregnancy(chart.ctx, SHOWN);
    expect(own.loose.map(({ title }) => title)).toEqual(["Chẩn đoán O04.9"]);
    const theirs = await readPregnancy(proxyOf(chart.personId), SHOWN);
    expect([theirs.current.length, theirs.loose, theirs.hiddenByRule]).toEqual([1, [], 0]);
  });

  test("the newest results stay folded for who chose so", async () => {
    const chart = await chartOf(
      store,
      condition("Z34.0", day(100)),
      observation("11778-8", day(1), { valueDateTime: day(-180) }),
    );
    expect((await readPregnancy(chart.ctx, SHOWN)).expected).toHaveLength(1);
    await store.superuser`
      insert into reading_choices (person_id, reader_id, hides_newest, changed_at) values (${chart.personId}, ${chart.personId}, true, now())`;
    expect((await readPregnancy(chart.ctx, SHOWN)).expected).toEqual([]);
  });

  test("to who acts for somebody under eighteen nothing is put together", async () => {
    const chart = await chartOf(store, condition("Z34.0", day(100)));
    const young = `${new Date().getFullYear() - 15}-01-01`;
    await store.superuser`update persons set birth_low = ${young}, birth_high = ${young} where id = ${chart.personId}`;
    const proxy = proxyOf(chart.personId);
    expect(await readPregnancy(proxy, SHOWN)).toMatchObject({ current: [], past: [], loose: [], expected: [] });
    for (const read of [readBook, readHistory]) expect((await read(proxy, SHOWN)).person.pregnancyTold).toBeUndefined();
    expect((await readPregnancy(chart.ctx, SHOWN)).current).toHaveLength(1);
  });

  test.each([
    [true, "2015-01-01", true],
    [false, "2008-11-22", true],
    [false, "2008-11-23", false],
    [false, undefined, false],
  ])("self %s, born %s: %s", (self, born, may) =>
    expect(
      mayBeGathered(
        { self, birth: born ? { low: born, high: born } : undefined },
        new Date("2026-11-22T00:00:00+07:00"),
      ),
    ).toBe(may),
  );
});
