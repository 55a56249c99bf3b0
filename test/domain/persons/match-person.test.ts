import crypto from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadKeyRing, writeSecretFile } from "#app/adapters/keys/key-ring.ts";
import { unsealNames } from "#app/domain/persons/demographics.ts";
import { findOrCreatePerson } from "#app/domain/persons/find-or-create-person.ts";
import { type MatchOptions, matchPerson, type SaidPerson } from "#app/domain/persons/match-person.ts";
import { contradiction, type KnownDemographics } from "#app/domain/persons/rules.ts";
import type { SaidIdentifier } from "#app/domain/persons/scoped-identifier.ts";
import { newId } from "#app/shared/ids.ts";
import { CCCD, recordStore, someNumber } from "#test/support/record-store.ts";

const store = await recordStore();
const otherFacility = newId();
const number = (value: string): SaidIdentifier => ({ kind: "personal_number", system: CCCD, value });
const id = (kind: SaidIdentifier["kind"], value: string, system = "s"): SaidIdentifier => ({ kind, system, value });
const said = (identifiers: SaidIdentifier[], changes: Partial<SaidPerson> = {}): SaidPerson => ({
  names: ["Nguyễn Thị Đào"],
  birth: { low: "1958-02-01", high: "1958-02-28" },
  sex: "female",
  deceasedOn: undefined,
  identifiers,
  ...changes,
});
const match = (person: SaidPerson, changes: Partial<MatchOptions> = {}) =>
  store.feed.transaction({ "app.facility": store.facilityId }, (tx) =>
    matchPerson(tx, person, { keys: store.keys, assignerId: store.facilityId, source: "test", ...changes }),
  );
const created = async (...identifiers: SaidIdentifier[]) => {
  const found = await match(said([number(someNumber()), ...identifiers]));
  if (!("personId" in found)) throw new Error(found.quarantine);
  return found.personId;
};
const range = (n: number) => Array.from({ length: n }, (_, i) => i);

describe("a personal number", () => {
  test("unknown and well-formed makes the person, with what is said of them sealed", async () => {
    const value = someNumber();
    const found = await match(said([number(value)], { names: ["Nguyễn Thị Đào", "Đào"], deceasedOn: "2020-01-01" }));
    expect(found).toMatchObject({ created: true });
    const personId = "personId" in found ? found.personId : "";
    const [row] =
      await store.superuser`select demographics, birth_low::text as low, birth_high::text as high, sex, deceased_on from persons where id = ${personId}`;
    expect(row).toMatchObject({ low: "1958-02-01", high: "1958-02-28", sex: "female", deceased_on: "2020-01-01" });
    expect(unsealNames(store.keys, personId, row?.demographics)).toEqual(["Nguyễn Thị Đào", "Đào"]);
    expect(row?.demographics.toString("latin1")).not.toContain("Nguy");
  });

  test("known attaches, however it is written and under any of its systems", async () => {
    const value = someNumber();
    const first = await match(said([number(value)]));
    const spaced = value.replace(/(\d{3})/g, "$1 ");
    for (const identifier of [
      number(value),
      number(spaced),
      { ...number(value), system: "http://moh.gov.vn/sid/cccd" },
    ])
      expect(await match(said([identifier]))).toEqual({ ...first, created: false });
  });

  test("of 20 deliveries at once makes one person", async () => {
    const value = someNumber();
    const found = await Promise.all(
      range(20).map(() => match(said([number(value), id("insurance_card", `GD4${value}`)]))),
    );
    expect(new Set(found.map((f) => ("personId" in f ? f.personId : f.quarantine))).size).toBe(1);
    expect(found.filter((f) => "created" in f && f.created)).toHaveLength(1);
    expect(
      await store.superuser`select 1 from identifiers where person_id = ${"personId" in (found[0] ?? {}) ? (found[0] as { personId: string }).personId : ""}`,
    ).toHaveLength(2);
  });

  test("of 20 persons at once makes 20, whatever numbers of other kinds they share", async () => {
    const shared = id("other", `shared-${newId()}`);
    const found = await Promise.all(range(20).map(() => match(said([number(someNumber()), shared]))));
    expect(new Set(found.map((f) => ("personId" in f ? f.personId : f.quarantine))).size).toBe(20);
  });

  test("two of them in one Patient are quarantined; the same one twice is one", async () => {
    const value = someNumber();
    expect(await match(said([number(value), number(someNumber())]))).toEqual({ quarantine: "two-personal-numbers" });
    expect(await match(said([number(value), number(`${value.slice(0, 6)} ${value.slice(6)}`)]))).toMatchObject({
      created: true,
    });
  });

  test("new, beside a card of somebody who has another one, is quarantined", async () => {
    const card = id("insurance_card", `GD4790${newId().slice(0, 9)}`);
    await created(card);
    expect(await match(said([number(someNumber()), card]))).toEqual({ quarantine: "personal-number-contradicts" });
  });

  test("new, beside a card of somebody who has none, becomes theirs", async () => {
    const passport = id("passport", `P${newId()}`);
    const [creatingKinds, value] = [["passport"] as const, someNumber()];
    const first = await match(said([passport]), { creatingKinds });
    expect(await match(said([passport, number(value)]))).toEqual({ ...first, created: false });
    expect(await match(said([number(value)]))).toEqual({ ...first, created: false });
  });

  test("of a person merged into another finds the other", async () => {
    const value = someNumber();
    const child = await match(said([number(value)]));
    const root = await created();
    await store.superuser`update persons set merged_into = ${root} where id = ${"personId" in child ? child.personId : ""}`;
    const keptWith = "personId" in child ? child.personId : "";
    expect(await match(said([number(value)]))).toEqual({ personId: root, created: false, keptWith });
  });
});

describe("the number's field that holds something else", () => {
  test.each([
    ["an old card of 9 digits", "012345678", "old_id_card"],
    ["a passport", "C1234567", "passport"],
    ["a passport in small letters", "ab123456", "passport"],
    ["11 digits", "00109901234", "other"],
    ["words", "không có", "other"],
  ])("%s makes nobody", async (_name, value) => {
    expect(await match(said([number(value)]))).toEqual({ quarantine: "unknown-person" });
  });

  test.each([
    ["an old card of 9 digits", "876543210", "old_id_card"],
    ["a passport", "C7654321", "passport"],
  ])("%s is kept as what it is, and attaches once it is linked", async (_name, value, kind) => {
    const person = await created(number(value));
    expect(
      await store.superuser`select kind from identifiers where person_id = ${person} and kind <> 'personal_number'`,
    ).toEqual([{ kind }]);
    expect(await match(said([number(value)]))).toEqual({ personId: person, created: false });
    expect(await match(said([id(kind as SaidIdentifier["kind"], value)]))).toEqual({
      personId: person,
      created: false,
    });
  });

  test("nonsense that two persons share finds nobody", async () => {
    await created(number("không có"));
    expect(await match(said([number("không có")]))).toEqual({ quarantine: "unknown-person" });
    expect(await match(said([number(someNumber()), number("không có")]))).toMatchObject({ created: true });
  });
});

describe("a facility's own number", () => {
  test("never linked is quarantined", async () => {
    expect(await match(said([id("facility_patient_number", "BN-1")]))).toEqual({ quarantine: "unknown-person" });
  });

  test("linked attaches, at that facility alone", async () => {
    const own = id("facility_patient_number", "BN-2");
    const person = await created(own);
    expect(await match(said([{ ...own, value: "bn-2" }]))).toEqual({ personId: person, created: false });
    expect(await match(said([own]), { assignerId: otherFacility })).toEqual({ quarantine: "unknown-person" });
  });

  test("does not outweigh what contradicts", async () => {
    const own = id("facility_patient_number", "BN-3");
    await created(own);
    expect(await match(said([own], { names: ["Trần Văn Bình"] }))).toEqual({ quarantine: "name-contradicts" });
  });
});

describe("other identifiers", () => {
  test("a passport alone makes nobody for a facility, but does where a provider vouches for it", async () => {
    const passport = id("passport", `X${newId()}`);
    expect(await match(said([passport]))).toEqual({ quarantine: "unknown-person" });
    expect(await match(said([passport]), { creatingKinds: ["personal_number", "passport"] })).toMatchObject({
      created: true,
    });
    expect(await match(said([passport]))).toMatchObject({ created: false });
  });

  const passportOf = (country: string, value: string) =>
    id("passport", value, `http://hl7.org/fhir/sid/passport-${country}`);

  test("a passport of another country with the same number is another's", async () => {
    const person = await created(passportOf("VNM", "B1234567"));
    expect(await match(said([passportOf("USA", "B1234567")]))).toEqual({ quarantine: "unknown-person" });
    expect(await match(said([id("passport", "B1234567")]))).toEqual({ quarantine: "unknown-person" });
    expect(await match(said([passportOf("vnm", "b 1234567")]))).toEqual({ personId: person, created: false });
    expect(await match(said([number(someNumber()), passportOf("USA", "B1234567")]))).toMatchObject({ created: true });
  });

  test.each<[string, Partial<SaidPerson>, boolean]>([
    ["neither name nor birth date", { names: [], birth: undefined }, false],
    ["a dot for a name", { names: ["."], birth: undefined }, false],
    ["the name", { birth: undefined }, true],
    ["the birth date", { names: [] }, true],
  ])("a passport with %s attaches only to whom more than its number tells", async (_name, changes, attaches) => {
    const passport = passportOf("VNM", `C${newId().slice(-7)}`);
    const card = id("insurance_card", `GD4${newId()}`);
    const person = await created(passport, card);
    const attached = { personId: person, created: false };
    expect(await match(said([passport], changes))).toEqual(attaches ? attached : { quarantine: "unknown-person" });
    expect(await match(said([passport, card], changes))).toEqual(attached);
  });

  test("an insurance card linked finds its person, without regard to spaces and case", async () => {
    const person = await created(id("insurance_card", "GD 4 79 0123456001"));
    expect(await match(said([id("insurance_card", "gd4790123456001")]))).toEqual({ personId: person, created: false });
  });

  test("of two persons are quarantined", async () => {
    const [a, b] = [id("insurance_card", `A${newId()}`), id("old_id_card", `B${newId()}`)];
    await created(a);
    await created(b);
    expect(await match(said([a, b]))).toEqual({ quarantine: "identifiers-of-two-persons" });
    expect(await match(said([a, b, number(someNumber())]))).toEqual({ quarantine: "identifiers-of-two-persons" });
  });

  test("of two persons who were merged are of one", async () => {
    const [a, b] = [id("insurance_card", `C${newId()}`), id("old_id_card", `D${newId()}`)];
    const [root, child] = [await created(a), await created(b)];
    await store.superuser`update persons set merged_into = ${root} where id = ${child}`;
    expect(await match(said([a, b]))).toEqual({ personId: root, created: false });
  });

  test("none at all is quarantined: a name and a birth date make nobody and find nobody", async () => {
    await created();
    expect(await match(said([]))).toEqual({ quarantine: "unknown-person" });
  });

  test("new ones are remembered once, sealed, and never taken from who had them", async () => {
    const value = someNumber();
    const laboratory = id("other", "LAB-7", "http://bv.vn/lab");
    const first = await created(laboratory);
    const second = await match(said([number(value), laboratory]));
    await match(said([number(value), laboratory]));
    const secondId = "personId" in second ? second.personId : "";
    expect(secondId).not.toBe(first);
    expect(await store.superuser`select 1 from identifiers where person_id = ${secondId}`).toHaveLength(2);
    const [row] =
      await store.superuser`select person_id from identifier_lookup where kind = 'other' and hash in (select hash from identifiers where person_id = ${secondId} and kind = 'other')`;
    expect(row?.person_id).toBe(first);
  });

  test("many new ones of one person in every order at once never deadlock", { timeout: 60_000 }, async () => {
    const value = someNumber();
    await match(said([number(value)]));
    const many = range(400).map((i) => id("facility_patient_number", `BN-${value}-${i}`));
    const found = await Promise.all(
      range(12).map((i) => match(said([number(value), ...(i % 2 ? many : [...many].reverse())]))),
    );
    expect(new Set(found.map((f) => ("personId" in f ? f.personId : f.quarantine))).size).toBe(1);
  });
});

describe("contradictions are quarantined, and change nothing", () => {
  test.each<[string, Partial<SaidPerson>, string]>([
    ["another name", { names: ["Trần Văn Bình"] }, "name-contradicts"],
    ["another birth date", { birth: { low: "1958-03-01", high: "1958-03-31" } }, "birth-date-contradicts"],
    ["the other sex", { sex: "male" }, "sex-contradicts"],
  ])("%s", async (_name, changes, quarantine) => {
    const value = someNumber();
    await match(said([number(value)]));
    const before = await store.rowCounts();
    expect(await match(said([number(value), id("insurance_card", newId())], changes))).toEqual({ quarantine });
    expect(await store.rowCounts()).toEqual(before);
  });

  test.each<[string, Partial<SaidPerson>]>([
    ["the same name without marks, in another order", { names: ["DAO THI NGUYEN"] }],
    ["one of several names that agrees", { names: ["Bà Đào", "Nguyễn Thị Đào"] }],
    ["no name", { names: [] }],
    ["a name of no letters", { names: ["."] }],
    ["the year alone", { birth: { low: "1958-01-01", high: "1958-12-31" } }],
    ["the very day", { birth: { low: "1958-02-14", high: "1958-02-14" } }],
    ["no birth date", { birth: undefined }],
    ["an unknown sex", { sex: "unknown" }],
  ])("%s is none", async (_name, changes) => {
    const value = someNumber();
    const first = await match(said([number(value)]));
    expect(await match(said([number(value)], changes))).toEqual({ ...first, created: false });
  });

  test("a person who is known by number alone contradicts nobody", async () => {
    const value = someNumber();
    const person = await store.portal.transaction({}, (tx) => findOrCreatePerson(tx, store.keys, value));
    expect(await match(said([number(value)]))).toEqual({ personId: person, created: false });
  });
});

describe("the rule of contradiction", () => {
  const names = fc.array(
    fc.constantFrom("Nguyễn Văn An", "NGUYEN VAN AN", "An Văn Nguyễn", "Trần Bình", "Lê Hòa", "Lê Hoà"),
    { maxLength: 3 },
  );
  const day = fc.integer({ min: 1, max: 28 }).map((d) => `1958-02-${String(d).padStart(2, "0")}`);
  const birth = fc.option(
    fc.tuple(day, day).map(([a, b]) => (a < b ? { low: a, high: b } : { low: b, high: a })),
    { nil: undefined },
  );
  const sex = fc.constantFrom<KnownDemographics["sex"]>("male", "female", "unknown");
  const person = fc.record({ names, birth, sex });

  test("nobody contradicts themself, and it does not matter who speaks first", () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        expect(contradiction(a, a)).toBeUndefined();
        expect(contradiction(a, b)).toBe(contradiction(b, a));
      }),
    );
  });

  test("saying less never makes a contradiction", () => {
    fc.assert(
      fc.property(person, person, fc.constantFrom("names", "birth", "sex"), (a, b, silent) => {
        if (contradiction(a, b)) return;
        const less = {
          ...b,
          ...(silent === "names"
            ? { names: [] }
            : silent === "birth"
              ? { birth: undefined }
              : { sex: "unknown" as const }),
        };
        expect(contradiction(a, less)).toBeUndefined();
      }),
    );
  });

  test("a wider birth date never makes one, and two days apart always do", () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        const wide = { ...b, birth: { low: "1900-01-01", high: "2100-01-01" } };
        if (!contradiction(a, b)) expect(contradiction(a, wide)).toBeUndefined();
        if (a.birth && b.birth && a.birth.high < b.birth.low)
          expect(contradiction({ ...a, names: [] }, { ...b, names: [] })).toBe("birth-date-contradicts");
      }),
    );
  });
});

describe("when the hash key changes", () => {
  test("who is known under the old key is found, and new persons are made under the new", async () => {
    const value = someNumber();
    const first = await match(said([number(value)]));
    const secret = crypto.randomBytes(32).toString("base64url");
    const { folder } = store.keys;
    const old = [...store.keys.personHash.keys].map(([keyId, key]) => [keyId, key.toString("base64url")]);
    writeSecretFile(`${folder}/person-hash.json`, {
      sandbox: true,
      current: "p2",
      keys: { ...Object.fromEntries(old), p2: secret },
    });
    const keys = loadKeyRing(folder);
    expect(await match(said([number(value)]), { keys })).toEqual({ ...first, created: false });
    const fresh = someNumber();
    const second = await match(said([number(fresh)]), { keys });
    expect(second).toMatchObject({ created: true });
    expect(await match(said([number(fresh)]), { keys })).toEqual({ ...second, created: false });
    expect(
      await store.superuser`select 1 from identifier_lookup where encode(hash, 'escape') like 'p2:%'`,
    ).not.toHaveLength(0);
  });
});
