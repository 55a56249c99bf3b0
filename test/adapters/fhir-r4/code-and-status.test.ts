import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mainCode, mainStatus } from "#app/adapters/record-store/fhir-r4/code-and-status.ts";

const concept = (...codes: (string | undefined)[]) => ({ coding: codes.map((code) => ({ system: "s", code })) });

describe("the code is that of what the resource is about", () => {
  test.each([
    ["Observation", { code: concept("a", "b") }, { system: "s", code: "a" }],
    ["Immunization", { vaccineCode: concept("a"), code: concept("b") }, { system: "s", code: "a" }],
    ["MedicationRequest", { medicationCodeableConcept: concept("a") }, { system: "s", code: "a" }],
    ["DocumentReference", { type: concept("a") }, { system: "s", code: "a" }],
    ["Composition", { type: concept("a") }, { system: "s", code: "a" }],
    ["Condition", { code: concept(undefined, "b") }, { system: "s", code: "b" }],
    ["Condition", { code: { coding: [{ code: "a" }] } }, { code: "a" }],
    ["Condition", { code: { text: "ho" } }, {}],
    ["Condition", {}, {}],
    ["Consent", { code: "a" }, {}],
  ])("%s: %j", (resourceType, elements, expected) => expect(mainCode({ resourceType, ...elements })).toEqual(expected));
});

describe("the status is what decides whether something still holds", () => {
  test.each([
    [
      "the clinical status before the verification",
      { clinicalStatus: concept("resolved"), verificationStatus: concept("confirmed") },
      "resolved",
    ],
    [
      "but not before entered-in-error",
      { clinicalStatus: concept("active"), verificationStatus: concept("entered-in-error") },
      "entered-in-error",
    ],
    ["nor before refuted", { clinicalStatus: concept("active"), verificationStatus: concept("refuted") }, "refuted"],
    ["the verification when nothing else is said", { verificationStatus: concept("unconfirmed") }, "unconfirmed"],
    ["a plain status", { status: "final" }, "final"],
    ["a goal's", { lifecycleStatus: "active" }, "active"],
    ["none", {}, undefined],
    ["one that is no text", { status: 5 }, undefined],
  ])("%s", (_name, elements, expected) => expect(mainStatus({ resourceType: "X", ...elements })).toBe(expected));
});

test("no resource makes them throw, whatever stands in it", () => {
  const odd = fc.constantFrom(
    null,
    "x",
    5,
    [],
    {},
    { coding: null },
    { coding: "x" },
    { coding: [null] },
    { coding: [5] },
    { coding: [{ code: {} }] },
    { coding: {} },
  );
  fc.assert(
    fc.property(odd, odd, odd, (code, clinicalStatus, verificationStatus) => {
      const resource = { resourceType: "Basic", code, clinicalStatus, verificationStatus, status: code };
      const found = mainCode(resource);
      for (const text of [found.code, found.system, mainStatus(resource)])
        expect(["string", "undefined"]).toContain(typeof text);
    }),
  );
});
