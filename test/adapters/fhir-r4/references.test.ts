import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ReferenceMap, referencesIn, relativeTarget } from "#app/adapters/record-store/fhir-r4/references.ts";

describe("a relative reference names a type and an id", () => {
  test.each([
    ["Patient/1", { type: "Patient", sourceId: "1" }],
    ["Observation/a-B.9", { type: "Observation", sourceId: "a-B.9" }],
    ["Patient/1/_history/2", { type: "Patient", sourceId: "1" }],
    ["Patient", undefined],
    ["Patient/", undefined],
    ["/Patient/1", undefined],
    ["patient/1", undefined],
    ["Patient/a b", undefined],
    ["Patient/Nguyễn", undefined],
    [`Patient/${"x".repeat(65)}`, undefined],
    ["Patient/1/_history/", undefined],
    ["Patient/1?x=y", undefined],
    ["Patient?identifier=a|b", undefined],
    ["http://x.vn/fhir/Patient/1", undefined],
    ["urn:uuid:0b5b5b5b-0000-4000-8000-000000000000", undefined],
    ["#1", undefined],
    ["Patient/1\n", undefined],
    ["", undefined],
  ])("%j", (reference, target) => expect(relativeTarget(reference)).toEqual(target));

  test("what it gives, written again, is read alike", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z][a-z]{1,10}\/[A-Za-z0-9.-]{1,64}(\/_history\/[a-z0-9]{1,5})?$/),
        (reference) => {
          const target = relativeTarget(reference);
          expect(relativeTarget(`${target?.type}/${target?.sourceId}`)).toEqual(target);
        },
      ),
    );
  });
});

describe("references are found wherever they stand", () => {
  test("in lists, in extensions and in contained resources", () => {
    const resource = {
      resourceType: "Observation",
      subject: { reference: "Patient/1", display: "x" },
      performer: [{ reference: "Practitioner/1" }, { display: "nobody" }],
      extension: [{ url: "x", valueReference: { reference: "#a" } }],
      contained: [{ resourceType: "Patient", id: "a", link: [{ other: { reference: "Patient/2" } }] }],
      focus: [null, 5, "Patient/3", { reference: 5 }, { reference: { reference: "Group/1" } }],
    };
    expect([...referencesIn(resource)].map((r) => r.reference)).toEqual([
      "Patient/1",
      "Practitioner/1",
      "#a",
      "Patient/2",
      "Group/1",
    ]);
  });

  test("what is found can be rewritten in place", () => {
    const resource = { subject: { reference: "urn:uuid:1" } };
    for (const found of referencesIn(resource)) found.reference = "Patient/1";
    expect(resource.subject.reference).toBe("Patient/1");
  });

  test("no JSON value makes it throw", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => [...referencesIn(json)].every((r) => typeof r.reference === "string")),
    );
  });
});

describe("references of one delivery are resolved in FHIR's order", () => {
  const map = new ReferenceMap();
  map.add("urn:uuid:a", "1", "Patient", { type: "Patient", sourceId: "n-1" });
  map.add("http://x.vn/fhir/Observation/7", "7", "Observation", { type: "Observation", sourceId: "7" });
  map.add(undefined, "7", "Condition", { type: "Condition", sourceId: "c-7" });
  map.add("Practitioner/9", "8", "Practitioner", { type: "Practitioner", sourceId: "8" });

  test.each([
    ["the fullUrl exactly", "urn:uuid:a", { type: "Patient", sourceId: "n-1" }],
    ["an absolute fullUrl", "http://x.vn/fhir/Observation/7", { type: "Observation", sourceId: "7" }],
    ["type and id, under the name it is stored by", "Patient/1", { type: "Patient", sourceId: "n-1" }],
    ["the same id of another type", "Condition/7", { type: "Condition", sourceId: "c-7" }],
    ["one version of it", "Observation/7/_history/3", { type: "Observation", sourceId: "7" }],
    ["a fullUrl before type and id", "Practitioner/9", { type: "Practitioner", sourceId: "8" }],
    ["nothing of the kind", "Practitioner/1", undefined],
    ["another server", "http://y.vn/fhir/Observation/7", undefined],
    ["a fullUrl in other letters", "URN:UUID:A", undefined],
  ])("%s", (_name, reference, target) => expect(map.resolve(reference)).toEqual(target));
});
