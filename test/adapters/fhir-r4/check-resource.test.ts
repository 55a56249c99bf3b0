import fs from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RawResource } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { checkResource } from "#app/adapters/record-store/fhir-r4/check-resource.ts";
import { isError } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { parseFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { checkedResources } from "#app/adapters/record-store/fhir-r4/resources/index.ts";
import { bookSections, sectionOf } from "#app/domain/access/data-types.ts";
import { testdataFiles } from "#test/support/testdata.ts";
import { describeWithTestdata } from "#test/support/with-testdata.ts";

const at = "Bundle.entry[3].resource";
const check = (elements: object, resourceType = "Observation") =>
  checkResource({ resourceType, id: "1", ...elements }, at);
const found = (elements: object, resourceType?: string) =>
  check(elements, resourceType).map((i) => `${i.severity} ${i.code} ${i.expression?.slice(at.length)}`);
const json = (text: string) => parseFhirJson(text) as object;

describe("an id is 1 to 64 letters, digits, hyphens and dots", () => {
  test.each(["1", "a-B.9", "x".repeat(64)])("%s", (id) => expect(found({ id })).toEqual([]));
  test.each(["", "x".repeat(65), "a_b", "a b", "a/b", "Đ", "1\n", "../1", 5, null, {}, ["1"]])("not %j", (id) =>
    expect(found({ id })).toEqual(["error id-form .id"]),
  );
  test("a resource without one is taken with a warning", () =>
    expect(found({ id: undefined })).toEqual(["warning no-id "]));
});

describe("every date must be real, and its place is named", () => {
  test.each([
    ["effectiveDateTime", { effectiveDateTime: "2026-02-30" }, ".effectiveDateTime"],
    ["in a period", { effectivePeriod: { start: "2026", end: "2025-13" } }, ".effectivePeriod.end"],
    ["in a list", { note: [{ text: "a" }, { time: "2026-02-30" }] }, ".note[1].time"],
    ["in a component", { component: [{ valueDateTime: "now" }] }, ".component[0].valueDateTime"],
    [
      "in a contained resource",
      { contained: [{ resourceType: "Procedure", performedDateTime: "2026-04-31" }] },
      ".contained[0].performedDateTime",
    ],
    ["in an extension of any kind", { extension: [{ url: "x", valueDate: "2026-00" }] }, ".extension[0].valueDate"],
    ["in meta", { meta: { lastUpdated: "2026-11-22T08:00:00" } }, ".meta.lastUpdated"],
    ["without a zone", { issued: "2026-11-22T08:00:00" }, ".issued"],
  ])("%s", (_name, elements, place) => expect(found(elements)).toEqual([`error date ${place}`]));

  test.each([
    ["a patient", "Patient", { birthDate: "1958-02-30" }, ".birthDate"],
    ["an unknown type too", "Basic", { created: "2026-02-30" }, ".created"],
    [
      "a due vaccination",
      "ImmunizationRecommendation",
      { recommendation: [{ dateCriterion: [{ value: "2026-02-30" }] }] },
      ".recommendation[0].dateCriterion[0].value",
    ],
  ])("of %s", (_name, type, elements, place) => expect(found(elements, type)[0]?.slice(-place.length)).toBe(place));

  test.each([
    ["a time of day", { extension: [{ time: "08:30:00" }] }],
    ["a word that only ends like one", { valueString: "2026-02-30", validate: "no" }],
    ["partial dates", { effectiveDateTime: "2026-11", issued: "2026-11-22T08:00:00.123+07:00" }],
    ["opening hours", { availableStartTime: "08:30:00" }],
  ])("but not %s", (_name, elements) => expect(found(elements)).toEqual([]));
});

describe("what a page reads has its FHIR form", () => {
  test.each([
    ["a status that is an object", "Observation", { status: {} }, "element-form .status"],
    ["null for a text", "Observation", { status: null }, "element-form .status"],
    ["an object for a list", "Observation", { category: {} }, "element-form .category"],
    [
      "a number for a text deep inside",
      "Observation",
      { category: [{ coding: [{ code: 5 }] }] },
      "element-form .category[0].coding[0].code",
    ],
    ["a text for a decimal", "Observation", { valueQuantity: { value: "5.4" } }, "element-form .valueQuantity.value"],
    ["a text for a yes or no", "MedicationRequest", { doNotPerform: "false" }, "element-form .doNotPerform"],
    ["a reference that is a text", "Observation", { subject: "Patient/1" }, "element-form .subject"],
    ["a name that is a text", "Patient", { name: ["An"] }, "element-form .name[0]"],
    ["a place whose name is a number", "Location", { name: 5 }, "element-form .name"],
    ["a staff role whose person is a text", "PractitionerRole", { practitioner: "An" }, "element-form .practitioner"],
    [
      "a contained medicine",
      "MedicationRequest",
      { contained: [{ resourceType: "Medication", id: "m", code: { text: 5 } }] },
      "element-form .contained[0].code.text",
    ],
    [
      "a reason for an empty section",
      "Composition",
      { section: [{ emptyReason: { text: {} } }] },
      "element-form .section[0].emptyReason.text",
    ],
  ])("%s", (_name, type, elements, issue) => expect(found(elements, type)).toEqual([`error ${issue}`]));

  test("decimals that keep their digits are decimals", () => {
    expect(found(json('{"valueQuantity":{"value":5.40}}'))).toEqual([]);
    expect(found(json('{"valueQuantity":{"value":12345678901234567890}}'))).toEqual([]);
  });

  test("a list may hold null where an extension stands in for a text", () =>
    expect(found({ name: [{ given: [null, "An"], _given: [{ extension: [] }, null] }] }, "Patient")).toEqual([]));

  test("what we do not know passes: elements, types, contained types", () => {
    expect(found({ vendorThing: { a: [1] }, contained: [{ resourceType: "Basic", code: 5 }] })).toEqual([]);
    expect(found({ code: 5, anything: [[]] }, "Basic")).toEqual([]);
  });

  test("at most 20 of them are told for one resource", () => {
    const category = Array.from({ length: 50 }, () => 5);
    expect(found({ category })).toHaveLength(20);
  });

  test("a modifier we do not know is a warning, because it is kept and shown as not safe", () =>
    expect(found({ modifierExtension: [] })).toEqual(["warning modifier-extension .modifierExtension"]));
});

describe("what cannot be stored is refused at its place", () => {
  test.each([
    ["U+0000 in a text", { valueString: "a\u0000b" }, "error text .valueString"],
    ["half of a surrogate pair", { valueString: "a\ud800" }, "error text .valueString"],
    ["U+0000 in a list of texts", { note: [{ text: "a" }, { text: "\u0000" }] }, "error text .note[1].text"],
    ["U+0000 in a list of plain texts", { aliases: ["a", "\u0000"] }, "error text .aliases[1]"],
    ["U+0000 in a name of an element", { "a\u0000": 1 }, "error element-name "],
  ])("%s", (_name, elements, issue) => expect(found(elements)).toEqual([issue]));

  test.each([
    ["a number of 101 characters", `{"valueQuantity":{"value":1${"0".repeat(100)}}}`],
    ["a number beyond any measure", '{"valueQuantity":{"value":1e1000}}'],
    ["a number too long to store", '{"valueQuantity":{"value":1e200000}}'],
    ["a number too small to store", '{"valueQuantity":{"value":1e-200000}}'],
  ])("%s", (_name, text) => expect(found(json(text))).toEqual(["error number .valueQuantity.value"]));

  test("whole characters of every script pass", () =>
    expect(found({ valueString: "Đau đầu 🤕 \t\r\n 頭痛" })).toEqual([]));
});

describe("names of elements are FHIR's", () => {
  test.each(["__proto__", "constructor", "toString", "valueOf", "hasOwnProperty"])("%s is none", (name) =>
    expect(found(json(`{"a":{"${name}":{"x":1}}}`))).toEqual(["error element-name .a"]),
  );

  test("a value in the place of a name is refused and not told", () => {
    for (const name of ["001099012345", "Nguyễn Văn An", "a b", "x".repeat(65), ""]) {
      const issues = check({ [name]: { start: "2026-02-30" } });
      expect(issues.map((i) => i.code)).toEqual(["element-name"]);
      if (name) expect(JSON.stringify(issues)).not.toContain(name);
    }
  });

  test("those of extended texts and of vendors pass", () =>
    expect(found({ _status: { extension: [] }, fhir_comments: ["a"], "x-vendor": 1 })).toEqual([]));
});

test("issues hold no values", () => {
  const secret = "001099012345";
  const issues = check({ id: secret.padEnd(70, "_"), effectiveDateTime: secret, status: { secret }, category: secret });
  expect(issues.length).toBeGreaterThan(3);
  expect(JSON.stringify(issues)).not.toContain(secret);
});

test("no resource makes it throw", () => {
  const types = fc.constantFrom(...Object.keys(checkedResources), "Basic");
  fc.assert(
    fc.property(types, fc.dictionary(fc.string(), fc.jsonValue()), (resourceType, elements) => {
      expect(Array.isArray(checkResource({ ...elements, resourceType } as RawResource, at))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("every type that has a section of the book is checked at the door", () => {
  const shown = Object.keys(checkedResources).filter((type) =>
    (bookSections as readonly string[]).includes(sectionOf(type)),
  );
  expect(shown.length).toBeGreaterThan(15);
  for (const type of ["Basic", "Claim", "Coverage"]) expect(checkedResources[type]).toBeUndefined();
});

describeWithTestdata("published resources pass without an error", () => {
  const resourcesOf = (body: RawResource): RawResource[] =>
    body.resourceType === "Bundle"
      ? ((body.entry as { resource: RawResource }[]) ?? []).map((e) => e.resource)
      : [body];
  const errorsIn = (file: string) =>
    resourcesOf(parseFhirJson(fs.readFileSync(file, "utf8")) as RawResource).flatMap((r) =>
      checkResource(r, r.resourceType).filter(isError),
    );

  test.each(["hl7-r4-examples", "ihe-pcf-consent", "ips-1.x", "ips-2.0.1", "synthea-r4"])("%s", (folder) => {
    const files = testdataFiles(folder);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(errorsIn(file), file).toEqual([]);
  });

  test("the examples hold every type that is checked", () => {
    const types = new Set(testdataFiles("hl7-r4-examples").map((file) => file.split("/").at(-1)?.split("-")[0]));
    const without = Object.keys(checkedResources).filter((type) => !types.has(type));
    expect(without.sort()).toMatchInlineSnapshot(`
      [
        "CarePlan",
        "Composition",
        "Device",
        "DeviceUseStatement",
        "Flag",
        "Goal",
        "HealthcareService",
        "ImagingStudy",
        "ImmunizationRecommendation",
        "MedicationAdministration",
        "MedicationStatement",
        "PractitionerRole",
        "ServiceRequest",
      ]
    `);
  });
});
