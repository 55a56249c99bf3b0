import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchNewborn, type SaidChild } from "#app/domain/persons/match-newborn.ts";
import { matchPerson, type SaidPerson } from "#app/domain/persons/match-person.ts";
import { birthDatesContradict, type KnownChild, sameChild } from "#app/domain/persons/rules.ts";
import type { SaidIdentifier } from "#app/domain/persons/scoped-identifier.ts";
import { isPlaceholder } from "#app/shared/identifiers.ts";
import { newId } from "#app/shared/ids.ts";
import { CCCD, recordStore, someNumber } from "#test/support/record-store.ts";

const store = await recordStore();
const options = { keys: store.keys, assignerId: store.facilityId, source: `facility:${store.facilityId}` };
const number = (value: string): SaidIdentifier => ({ kind: "personal_number", system: CCCD, value });
const own = (value: string): SaidIdentifier => ({ kind: "facility_patient_number", system: "s", value });
const temporary = (value: string): SaidIdentifier => ({ kind: "insurance_card", system: "s", value });
const motherOf = (value: string): SaidPerson => ({
  names: ["Phạm Thu Hà"],
  birth: undefined,
  sex: "female",
  deceasedOn: undefined,
  identifiers: [number(value)],
});
const child = (changes: Partial<SaidChild> = {}): SaidChild => ({
  names: ["CON BÀ HÀ"],
  birth: { low: "2026-10-02", high: "2026-10-02" },
  sex: "male",
  deceasedOn: undefined,
  birthOrder: undefined,
  identifiers: [],
  ...changes,
});
const inFeed = <T>(work: Parameters<typeof store.feed.transaction<T>>[1]) =>
  store.feed.transaction({ "app.facility": store.facilityId }, work);
const newborn = (said: SaidChild, mother: SaidPerson) => inFeed((tx) => matchNewborn(tx, said, mother, options));
const idOf = (match: Awaited<ReturnType<typeof newborn>>) => ("personId" in match ? match.personId : match.quarantine);

describe("a newborn under its mother", () => {
  test("is one person, whoever speaks of it first and however often at once", async () => {
    const mother = motherOf(someNumber());
    const found = await Promise.all([1, 2, 3, 4].map(() => newborn(child(), mother)));
    expect(new Set(found.map(idOf)).size).toBe(1);
    const [link] = await store.superuser`select kind from person_links where person_id = ${idOf(found[0] as never)}`;
    expect(link).toEqual({ kind: "mother" });
  });

  test("keeps twins apart, and guesses neither", async () => {
    const mother = motherOf(someNumber());
    const [first, second] = [
      await newborn(child({ birthOrder: 1 }), mother),
      await newborn(child({ birthOrder: 2 }), mother),
    ];
    expect(idOf(first)).not.toBe(idOf(second));
    expect(idOf(await newborn(child({ birthOrder: 2 }), mother))).toBe(idOf(second));
    expect(await newborn(child(), mother)).toEqual({ quarantine: "newborn-unclear" });
    expect(idOf(await newborn(child({ sex: "female" }), mother))).not.toBe(idOf(first));
  });

  test("with the mother's own card is not the mother", async () => {
    const value = someNumber();
    const mother = motherOf(value);
    const card = { kind: "insurance_card" as const, system: "s", value: `DN4${value}` };
    const motherId = idOf(
      await inFeed((tx) => matchPerson(tx, { ...mother, identifiers: [number(value), card] }, options)),
    );
    const found = await newborn(child({ identifiers: [card] }), mother);
    expect(idOf(found)).not.toBe(motherId);
  });

  test.each<[string, SaidIdentifier]>([
    ["the facility's number", own("NB-1")],
    ["its temporary card", temporary("TE199KT00012345")],
  ])("gets its own number when that comes with %s", async (_name, shared) => {
    const [value, mother] = [someNumber(), motherOf(someNumber())];
    const first = idOf(await newborn(child({ identifiers: [shared] }), mother));
    const named = { ...child({ names: ["Lê Gia Bảo"] }), identifiers: [number(value), shared] };
    expect(idOf(await inFeed((tx) => matchPerson(tx, named, options)))).toBe(first);
    expect(idOf(await inFeed((tx) => matchPerson(tx, { ...named, identifiers: [number(value)] }, options)))).toBe(
      first,
    );
  });

  test("without a clear mother or day waits", async () => {
    const nobody = { ...motherOf("000000000000") };
    expect(await newborn(child(), nobody)).toEqual({ quarantine: "mother-unclear" });
    const year = { birth: { low: "2026-01-01", high: "2026-12-31" } };
    expect(await newborn(child(year), motherOf(someNumber()))).toEqual({ quarantine: "newborn-unclear" });
  });
});

describe("what stands where there is no number", () => {
  test.each([
    "000000000000",
    "KHONGCO",
    "không có",
    "KHÔNG RÕ",
    "111111111",
    "123456789012",
    "-",
    "N/A",
    "TE1990000000000",
  ])("%s makes nobody and finds nobody", async (value) => {
    expect(isPlaceholder(value)).toBe(true);
    for (const kind of ["personal_number", "insurance_card", "facility_patient_number"] as const)
      expect(
        await inFeed((tx) => matchPerson(tx, { ...child(), identifiers: [{ kind, system: "s", value }] }, options)),
      ).toEqual({ quarantine: "unknown-person" });
  });

  test.each(["001900000001", "DN4790123456001", "BN-1", "7", "C1234567", "Kho 12"])("%s is a number", (value) =>
    expect(isPlaceholder(value)).toBe(false),
  );

  test("an old card that came with a personal number finds the person alone", async () => {
    const [value, old] = [someNumber(), String(180_000_000 + (Date.now() % 1_000_000))];
    const said = { ...child({ names: ["Lê An"] }) };
    const person = idOf(
      await inFeed((tx) => matchPerson(tx, { ...said, identifiers: [number(value), number(old)] }, options)),
    );
    expect(idOf(await inFeed((tx) => matchPerson(tx, { ...said, identifiers: [number(old)] }, options)))).toBe(person);
  });
});

describe("the rules", () => {
  test("1 January fits any day of its year, and no other year", () => {
    const day = fc.date({ min: new Date("1950-01-01"), max: new Date("2020-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (at) => {
        const low = at.toISOString().slice(0, 10);
        const first = (year: number) => ({ low: `${year}-01-01`, high: `${year}-01-01` });
        const year = at.getUTCFullYear();
        expect(birthDatesContradict({ low, high: low }, first(year))).toBe(false);
        expect(birthDatesContradict(first(year + 1), { low, high: low })).toBe(true);
      }),
    );
  });

  test("which child it is does not depend on who was there first", () => {
    const some: fc.Arbitrary<KnownChild> = fc.record({
      names: fc.subarray(["CON BÀ HÀ", "Lê Gia Bảo", "Lê Gia Hân"], { maxLength: 1 }),
      birth: fc.constantFrom(
        undefined,
        { low: "2026-10-02", high: "2026-10-02" },
        { low: "2026-10-03", high: "2026-10-03" },
      ),
      sex: fc.constantFrom("male", "female", "unknown"),
      birthOrder: fc.constantFrom(undefined, -1, 0, 1, 2),
    });
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(sameChild(a, b)).toBe(sameChild(b, a));
        if ((a.birthOrder ?? 0) > 0 && (b.birthOrder ?? 0) > 0 && a.birthOrder !== b.birthOrder)
          expect(sameChild(a, b)).toBe("other");
      }),
    );
  });
});

test("clusters stay flat, whoever merges at once by SQL", async () => {
  const make = async () => {
    const id = newId();
    await store.superuser`insert into persons (id, demographics_source) values (${id}, 'test')`;
    return id;
  };
  const [a, b, c] = [await make(), await make(), await make()];
  const portal = store.db.raw("portal", 4);
  const merge = (from: string, to: string) => portal`update persons set merged_into = ${to} where id = ${from}`;
  const both = await Promise.allSettled([merge(a, b), merge(b, a)]);
  expect(both.filter((r) => r.status === "fulfilled")).toHaveLength(1);
  await Promise.allSettled([merge(a, c), merge(b, c), merge(c, a)]);
  expect(
    await store.superuser`select 1 from persons p join persons q on q.id = p.merged_into where q.merged_into is not null or q.id = p.id`,
  ).toHaveLength(0);
});
