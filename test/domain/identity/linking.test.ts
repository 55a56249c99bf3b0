import { describe, expect, test } from "vitest";
import type { VerifiedIdentity } from "#app/adapters/digital-id/identity.ts";
import { mergePersons } from "#app/domain/persons/merge-persons.ts";
import { unmergePerson } from "#app/domain/persons/unmerge-persons.ts";
import { birthInterval } from "#app/shared/dates.ts";
import { identityOf, personIn, signInAs } from "#test/support/identities.ts";
import { patientOf, recordStore, someNumber, transaction } from "#test/support/record-store.ts";

const store = await recordStore();
const OTHER = "https://other.example";
const signIn = (as: VerifiedIdentity) => signInAs(store, as);
const accountsOf = (personId: string) => store.superuser<{ issuer: string }[]>`
  select issuer from linked_accounts where person_id = ${personId} and ended_at is null order by linked_at`;
const personsOf = (number: string) => store.superuser`
  select distinct person_id from identifiers where kind = 'personal_number' and hash in (
    select hash from identifiers where person_id = ${number})`;

describe("an account", () => {
  test("of another digital ID with the same number and who fits is linked as a further one", async () => {
    const first = identityOf(someNumber());
    const person = personIn(await signIn(first));
    const second = identityOf(first.personalNumber, { issuer: OTHER });
    expect(await signIn(second)).toEqual({ personId: person, linked: "further" });
    expect(await signIn(second)).toEqual({ personId: person });
    expect((await accountsOf(person)).map((a) => a.issuer)).toEqual([first.issuer, OTHER]);
  });

  test.each<[string, Partial<VerifiedIdentity>]>([
    ["a tone mark placed differently", { name: "Nguyễn Thị Hoà" }],
    ["no marks at all", { name: "NGUYEN THI HOA" }],
    ["the family name last", { name: "Thị Hòa Nguyễn" }],
    ["only the year of birth", { name: "Nguyễn Thị Hòa", birth: birthInterval("1961") }],
    ["1 January for a year", { name: "Nguyễn Thị Hòa", birth: birthInterval("1961-01-01") }],
    ["no birth date and no sex", { name: "Nguyễn Thị Hòa", birth: undefined, sex: "unknown" }],
  ])("whose name or birth is written with %s locks nobody out", async (_name, changes) => {
    const number = someNumber();
    const person = personIn(await signIn(identityOf(number, { name: "Nguyễn Thị Hòa" })));
    expect(personIn(await signIn(identityOf(number, { issuer: OTHER, ...changes })))).toBe(person);
  });

  test.each<[string, Partial<VerifiedIdentity>]>([
    ["name-contradicts", { name: "Trần Văn Hùng" }],
    ["birth-date-contradicts", { birth: birthInterval("1988-09-05") }],
    ["sex-contradicts", { sex: "male" }],
  ])("that really contradicts is nobody's: %s; nothing is linked", async (why, changes) => {
    const number = someNumber();
    const person = personIn(await signIn(identityOf(number)));
    expect(await signIn(identityOf(number, { issuer: OTHER, ...changes }))).toEqual({ unclear: why });
    expect(await accountsOf(person)).toHaveLength(1);
  });

  test("that is the second of one digital ID for a number is nobody's", async () => {
    const number = someNumber();
    const person = personIn(await signIn(identityOf(number)));
    expect(await signIn(identityOf(number))).toEqual({ unclear: "second-account" });
    expect(await accountsOf(person)).toHaveLength(1);
  });

  test("with the same `sub` at two issuers is two accounts", async () => {
    const [one, two] = [someNumber(), someNumber()];
    const first = personIn(await signIn(identityOf(one, { subject: "same" })));
    const second = personIn(await signIn(identityOf(two, { subject: "same", issuer: OTHER })));
    expect(second).not.toBe(first);
    expect(await signIn(identityOf(undefined, { subject: "same" }))).toEqual({ personId: first });
    expect(await signIn(identityOf(undefined, { subject: "same", issuer: OTHER }))).toEqual({ personId: second });
  });

  test("whose number is known from deliveries alone is linked when it fits, and not when it does not", async () => {
    const [fits, not] = [someNumber(), someNumber()];
    const lan = { name: [{ text: "NGUYEN THI LAN" }], birthDate: "1961", gender: "female" };
    await store.send(transaction(patientOf("fed-1", fits, lan)));
    await store.send(transaction(patientOf("fed-2", not, { ...lan, name: [{ text: "Trần Văn Hùng" }] })));
    expect(await signIn(identityOf(fits))).toEqual({ personId: await store.personOfPatient("fed-1"), linked: "first" });
    expect(await signIn(identityOf(not))).toEqual({ unclear: "name-contradicts" });
  });

  test("that sends no number is let in by itself, and what contradicts is not taken; a new one is nobody's", async () => {
    const first = identityOf(someNumber());
    const person = personIn(await signIn(first));
    const silent = { ...first, personalNumber: undefined, name: "Người Khác", sex: "male" as const };
    expect(personIn(await signIn(silent))).toBe(person);
    const [row] = await store.superuser`select sex from persons where id = ${person}`;
    expect(row).toEqual({ sex: "female" });
    expect(await signIn(identityOf(undefined))).toEqual({ unclear: "no-number" });
  });

  test("with a re-issued number is nobody's, unless the digital ID itself names the number before", async () => {
    const first = identityOf(someNumber());
    const person = personIn(await signIn(first));
    const fresh = someNumber();
    expect(await signIn({ ...first, personalNumber: fresh })).toEqual({ unclear: "other-number" });
    const told = { ...first, personalNumber: fresh, formerNumber: first.personalNumber };
    expect(personIn(await signIn(told))).toBe(person);
    expect(personIn(await signIn({ ...first, personalNumber: fresh }))).toBe(person);
    const numbers = await store.superuser`
      select valid_to is null as current from identifiers where person_id = ${person} and kind = 'personal_number' order by valid_from`;
    expect(numbers).toEqual([{ current: false }, { current: true }]);
  });

  test("with somebody else's number is nobody's, whoever that is", async () => {
    const [one, two] = [identityOf(someNumber()), identityOf(someNumber(), { name: "Trần Văn Hùng" })];
    await signIn(one);
    await signIn(two);
    expect(await signIn({ ...one, personalNumber: two.personalNumber })).toEqual({ unclear: "other-number" });
    const passport = identityOf(undefined, { passport: "B7654321", issuer: OTHER });
    await signIn(passport);
    expect(
      await signIn(identityOf(one.personalNumber, { passport: "B7654321", issuer: "https://third.example" })),
    ).toEqual({
      unclear: "two-persons",
    });
  });

  test("stays with whom it was linked to when persons are merged and parted, and opens neither's book for the other", async () => {
    const [one, two] = [identityOf(someNumber()), identityOf(someNumber())];
    const [a, b] = [personIn(await signIn(one)), personIn(await signIn(two))];
    const operator = store.reader({ kind: "operator", personId: a, assuranceLevel: 2, authenticatedAt: new Date() });
    await mergePersons(operator, { personId: b, intoId: a, reason: "một người" });
    expect(personIn(await signIn(two))).toBe(b);
    expect(personIn(await signIn(one))).toBe(a);
    // As one they have an account of this digital ID: a further one is somebody's to ask about.
    expect(await signIn(identityOf(two.personalNumber))).toEqual({ unclear: "second-account" });
    expect(await signIn({ ...one, personalNumber: two.personalNumber })).toHaveProperty("personId", a);
    await unmergePerson(operator, { personId: b, reason: "hai người" });
    expect(personIn(await signIn(two))).toBe(b);
    expect(await signIn({ ...one, personalNumber: two.personalNumber })).toEqual({ unclear: "other-number" });
  });
});

describe("at once", () => {
  const outcomes = async (all: VerifiedIdentity[]) => {
    const done = await Promise.all(all.map(signIn));
    return { persons: [...new Set(done.flatMap((d) => ("personId" in d ? d.personId : [])))], done };
  };

  test("the same account signs in eight times the first time: one person, one link", async () => {
    const as = identityOf(someNumber());
    const { persons, done } = await outcomes(Array.from({ length: 8 }, () => as));
    expect(persons).toHaveLength(1);
    expect(done.filter((d) => "linked" in d)).toHaveLength(1);
    expect(await accountsOf(persons[0] ?? "")).toHaveLength(1);
    expect(await personsOf(persons[0] ?? "")).toHaveLength(1);
  });

  test("two digital IDs of one person: both are linked, one person", async () => {
    const number = someNumber();
    const { persons } = await outcomes([identityOf(number), identityOf(number, { issuer: OTHER })]);
    expect(persons).toHaveLength(1);
    expect(await accountsOf(persons[0] ?? "")).toHaveLength(2);
  });

  test("two accounts of one digital ID claim a number: one is linked, the other is nobody's", async () => {
    const number = someNumber();
    await store.send(transaction(patientOf("fed-race", number, { name: [{ text: "Nguyễn Thị Lan" }] })));
    const { persons, done } = await outcomes(Array.from({ length: 4 }, () => identityOf(number)));
    expect(persons).toEqual([await store.personOfPatient("fed-race")]);
    expect(done.filter((d) => "unclear" in d)).toEqual(
      Array.from({ length: 3 }, () => ({ unclear: "second-account" })),
    );
    expect(await accountsOf(persons[0] ?? "")).toHaveLength(1);
  });

  test("one account with two numbers: one is theirs, nobody is made for the other", async () => {
    const as = identityOf(someNumber());
    const other = someNumber();
    const before = await store.superuser`select from persons`;
    const { persons, done } = await outcomes([as, { ...as, personalNumber: other }]);
    expect(persons).toHaveLength(1);
    expect(done.filter((d) => "unclear" in d)).toEqual([{ unclear: "other-number" }]);
    expect(await store.superuser`select from persons`).toHaveLength(before.length + 1);
  });
});
