import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CaseStep, caseSteps, isWaiting, toldOf } from "#app/domain/identity/case-rules.ts";
import { decideLinking, type LinkingFacts, unclearReasons } from "#app/domain/identity/linking-rules.ts";

const nothing: LinkingFacts = {
  account: undefined,
  saysNumber: true,
  leadsTo: [],
  contradicts: undefined,
  sameIssuer: false,
  unlinkedBefore: false,
};
const linkedToA = { personId: "a", hasNumber: true, agrees: true, settled: false };

describe("whose account it is", () => {
  test.each<[string, Partial<LinkingFacts>, object]>([
    ["known, its own number", { account: linkedToA, leadsTo: ["a"] }, { is: "in", personId: "a", takes: true }],
    [
      "known, its own number, another name",
      { account: { ...linkedToA, agrees: false }, leadsTo: ["a"], contradicts: "name-contradicts" },
      { is: "in", personId: "a", takes: true },
    ],
    ["known, no number", { account: linkedToA, saysNumber: false }, { is: "in", personId: "a", takes: true }],
    [
      "known, no number, another name",
      { account: { ...linkedToA, agrees: false }, saysNumber: false },
      { is: "in", personId: "a", takes: false },
    ],
    ["known, a number nobody has", { account: linkedToA }, { is: "unclear", why: "other-number" }],
    ["known, somebody else's number", { account: linkedToA, leadsTo: ["b"] }, { is: "unclear", why: "other-number" }],
    ["known, both's numbers", { account: linkedToA, leadsTo: ["a", "b"] }, { is: "unclear", why: "other-number" }],
    [
      "known by passport, with another personal number",
      { account: linkedToA, leadsTo: ["a"], contradicts: "personal-number-contradicts" },
      { is: "unclear", why: "other-number" },
    ],
    [
      "known, their first number",
      { account: { ...linkedToA, hasNumber: false } },
      { is: "in", personId: "a", takes: true },
    ],
    [
      "known, settled with somebody else's number",
      { account: { ...linkedToA, settled: true }, leadsTo: ["b"] },
      { is: "in", personId: "a", takes: true },
    ],
    ["new, no number", { saysNumber: false }, { is: "unclear", why: "no-number" }],
    ["new, a number nobody has", {}, { is: "create" }],
    ["new, two persons' numbers", { leadsTo: ["a", "b"] }, { is: "unclear", why: "two-persons" }],
    ["new, fits", { leadsTo: ["a"] }, { is: "link", personId: "a" }],
    [
      "new, contradicts",
      { leadsTo: ["a"], contradicts: "birth-date-contradicts" },
      { is: "unclear", why: "birth-date-contradicts" },
    ],
    ["new, second of one issuer", { leadsTo: ["a"], sameIssuer: true }, { is: "unclear", why: "second-account" }],
    ["new, undone before", { leadsTo: ["a"], unlinkedBefore: true }, { is: "unclear", why: "unlinked-before" }],
  ])("%s", (_name, facts, decision) => {
    expect(decideLinking({ ...nothing, ...facts })).toEqual(decision);
  });

  const person = fc.constantFrom("a", "b", "c");
  const facts: fc.Arbitrary<LinkingFacts> = fc.record({
    account: fc.option(
      fc.record({ personId: person, hasNumber: fc.boolean(), agrees: fc.boolean(), settled: fc.boolean() }),
      { nil: undefined },
    ),
    saysNumber: fc.boolean(),
    leadsTo: fc.uniqueArray(person, { maxLength: 3 }),
    contradicts: fc.constantFrom(undefined, "name-contradicts", "sex-contradicts", "personal-number-contradicts"),
    sameIssuer: fc.boolean(),
    unlinkedBefore: fc.boolean(),
  });

  test("never leads to somebody whom neither the account nor the numbers name, nor past a doubt", () => {
    fc.assert(
      fc.property(facts, (said) => {
        const decision = decideLinking(said);
        if (decision.is === "in") expect(decision.personId).toBe(said.account?.personId);
        if (decision.is === "link") {
          expect(said.account).toBeUndefined();
          expect(said.leadsTo).toEqual([decision.personId]);
          expect([said.contradicts, said.sameIssuer, said.unlinkedBefore]).toEqual([undefined, false, false]);
        }
        if (decision.is === "create") expect([said.account, said.leadsTo]).toEqual([undefined, []]);
        const others = said.leadsTo.filter((one) => one !== said.account?.personId);
        if (said.saysNumber && said.account && others.length > 0 && !said.account.settled)
          expect(decision).toEqual({ is: "unclear", why: "other-number" });
      }),
      { numRuns: 500 },
    );
  });
});

describe("a case", () => {
  test("leaves the waiting states once, and never comes back but to be asked anew", () => {
    for (const step of Object.keys(caseSteps) as CaseStep[]) {
      const { from, to } = caseSteps[step];
      expect(from.includes(to) && !isWaiting(to)).toBe(false);
      expect(isWaiting(to)).toBe(step === "say" || step === "answer");
    }
  });

  test("tells its holder nothing that tells of anybody else", () => {
    const alike = unclearReasons.filter((reason) => toldOf(reason) === "not-matching");
    expect(alike).toEqual(unclearReasons.filter((reason) => reason !== "no-number" && reason !== "other-number"));
  });
});
