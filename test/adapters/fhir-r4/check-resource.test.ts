import fs from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RawResource } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { checkResource } from "#app/adapters/record-store/fhir-r4/check-resource.ts";
import { isError } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { parseFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { checkedResources } from "#app/adapters/record-store/fhir-r4/resources/index.ts";
import { bookSections, sectionOf } from "#app/domain/access/data-types.ts";
import { complete } from "#test/support/complete.ts";
import { testdataFiles } from "#test/support/testdata.ts";
import { describeWithTestdata } from "#test/support/with-testdata.ts";

const at = "Bundle.entry[3].resource";
/** What is required and not the matter of a test is there without a value. */
const check = (elements: object, resourceType = "Observation") =>
  checkResource(complete({ resourceType, id: "1", ...elements }) as RawResource, at);
const found = (elements: object, resourceType?: string) =>
  check(elements, resourceType).map((i) => `${i.severity} ${i.code} ${i.expression?.slice(at.length)}`);
const coded = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});
const json = (text: string) => parseFhirJson(text) as object;

describe("an id is 1 to 64 letters, digits, hyphens and dots", () => {
  test.each(["1", "a-B.9", "x".repeat(64)])("%s", (id) => expect(found({ id })).toEqual([]));
  test.each(["", "x".repeat(65), "a_b", "a b", "a/b", "Đ", "1\n", "../1", 5, null, {}, ["1"]])("not %j", (id) =>
    expect(found({ id })).toEqual(["error id-form .id"]),
  );
  test("a resource without one is taken with a warning", () =>
    expect(found({ id: undefined })).toContain("warning no-id "));
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
    ["a time of day", { valueTime: "08:30:00" }],
    ["a text like one", { valueString: "2026-02-30" }],
    ["partial dates", { effectiveDateTime: "2026-11", issued: "2026-11-22T08:00:00.123+07:00" }],
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
    expect(
      found(
        { name: [{ given: [null, "An"], _given: [{ extension: [{ url: "urn:x", valueBoolean: true }] }, null] }] },
        "Patient",
      ),
    ).toEqual([]));

  test("what we do not know passes: elements, types, contained types", () => {
    expect(found({ vendorThing: { a: [1] }, contained: [{ resourceType: "Vendor", code: 5 }] })).toEqual([
      "warning element-unknown .vendorThing",
    ]);
    expect(found({ code: 5, anything: [[]] }, "Vendor")).toEqual(["warning type-unknown "]);
  });

  test("at most 100 of them are told for one resource, and how many are not", () => {
    const category = Array.from({ length: 150 }, () => 5);
    expect(
      check({ category })
        .slice(-2)
        .map((i) => i.diagnostics),
    ).toEqual(["The element is not an object.", "And 50 more."]);
    expect(found({ category })).toHaveLength(101);
  });

  test("a modifier we do not know is a warning, because it is kept and shown as not safe", () =>
    expect(
      found({
        modifierExtension: [{ url: "urn:x", valueCode: "not" }],
        referenceRange: [{ modifierExtension: [{ url: "urn:x", valueCode: "not" }] }],
      }),
    ).toEqual([
      "warning modifier-extension .modifierExtension",
      "warning modifier-extension .referenceRange[0].modifierExtension",
    ]));
});

describe("by the definitions of R4, with the exact place", () => {
  test.each<[string, object, string | undefined, string[]]>([
    ["a list where one may be", { code: [{ text: "x" }] }, "Observation", ["error element-form .code"]],
    [
      "two forms of one element",
      { valueString: "a", valueBoolean: true },
      "Observation",
      ["error choice-two .valueBoolean"],
    ],
    ["a code that FHIR does not have", { status: "done" }, "Observation", ["error code-unknown .status"]],
    [
      "a concept whose codes are fixed",
      {
        clinicalStatus: {
          coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-clinical", code: "ill" }],
        },
      },
      "Condition",
      ["error code-unknown .clinicalStatus"],
    ],
    [
      "a fixed code without its system",
      { clinicalStatus: { coding: [{ code: "active" }] } },
      "Condition",
      ["warning code-system-missing .clinicalStatus"],
    ],
    [
      "a fixed code in words alone",
      { clinicalStatus: { text: "x" } },
      "Condition",
      ["warning code-missing .clinicalStatus"],
    ],
    ["a code with a line break", { language: "vi\n" }, "Observation", ["error value-form .language"]],
    ["a URI with a space", { implicitRules: "a b" }, "Observation", ["error value-form .implicitRules"]],
    ["half a number where whole ones go", { valueInteger: 1.5 }, "Observation", ["error value-form .valueInteger"]],
    ["a birth date with a time", { birthDate: "1958-02-01T00:00:00Z" }, "Patient", ["error date .birthDate"]],
    [
      "a reference to a type that does not fit",
      { encounter: { reference: "https://his.vn/fhir/Patient/1" } },
      "Observation",
      ["warning reference-type .encounter"],
    ],
    ["an empty list", { note: [] }, "Observation", ["warning element-empty .note"]],
    ["an empty text", { note: [{ text: "" }] }, "Observation", ["warning element-empty .note[0].text"]],
    ["an extension without its name", { extension: [{ valueCode: "x" }] }, "Observation", []],
    [
      "what a form refers to",
      { component: [{ code: { text: "x" }, referenceRange: [{ low: { value: "1" } }] }] },
      "Observation",
      ["error element-form .component[0].referenceRange[0].low.value"],
    ],
  ])("%s", (_name, elements, type, issues) => expect(found(elements, type)).toEqual(issues));

  test("required elements are named where they are missing, at every depth", () => {
    const issues = checkResource(
      { resourceType: "AllergyIntolerance", id: "1", reaction: [{ description: "x" }], extension: [{}] } as RawResource,
      at,
    );
    expect(issues.map((i) => `${i.severity} ${i.code} ${i.expression?.slice(at.length)}`)).toEqual([
      "error element-missing .reaction[0].manifestation",
      "error element-missing .extension[0].url",
      "error element-missing .patient",
      "warning ait-1 .clinicalStatus",
    ]);
  });

  test("a reference by urn:uuid is known by what stands there", () => {
    const typeAt = (url: string) => (url === "urn:uuid:1" ? "Patient" : undefined);
    const issues = checkResource(
      complete({ resourceType: "Observation", id: "1", encounter: { reference: "urn:uuid:1" } }) as RawResource,
      at,
      typeAt,
    );
    expect(issues.map((i) => i.expression)).toEqual([`${at}.encounter`]);
  });

  test.each<[string, string, object]>([
    ["con-3", "Condition", { category: [{ coding: [{ code: "problem-list-item" }] }] }],
    ["con-4", "Condition", { abatementString: "x", clinicalStatus: coded("condition-clinical", "active") }],
    [
      "con-5",
      "Condition",
      {
        clinicalStatus: coded("condition-clinical", "active"),
        verificationStatus: coded("condition-ver-status", "entered-in-error"),
      },
    ],
    ["ait-1", "AllergyIntolerance", {}],
    ["obs-6", "Observation", { valueString: "x", dataAbsentReason: { text: "x" } }],
    [
      "obs-7",
      "Observation",
      { code: coded("x", "1"), valueString: "x", component: [{ code: coded("x", "1"), valueString: "y" }] },
    ],
    ["app-3", "Appointment", { status: "booked" }],
    ["app-4", "Appointment", { status: "proposed", cancelationReason: { text: "x" } }],
  ])("%s is a warning", (key, type, elements) =>
    expect(check(elements, type).map((i) => [i.severity, i.type, i.code])).toEqual([["warning", "invariant", key]]),
  );
});

describe("what cannot be stored is refused at its place", () => {
  test.each([
    ["U+0000 in a text", { valueString: "a\u0000b" }, "error text .valueString"],
    ["half of a surrogate pair", { valueString: "a\ud800" }, "error text .valueString"],
    ["U+0000 in a list of texts", { note: [{ text: "a" }, { text: "\u0000" }] }, "error text .note[1].text"],
    ["U+0000 in a list of plain texts", { aliases: ["a", "\u0000"] }, "error text .aliases[1]"],
    ["U+0000 in a name of an element", { "a\u0000": 1 }, "error element-name "],
  ])("%s", (_name, elements, issue) => expect(found(elements)).toContain(issue));

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
    expect(found(json(`{"a":{"${name}":{"x":1}}}`))).toEqual(["warning element-unknown .a", "error element-name .a"]),
  );

  test("a value in the place of a name is refused and not told", () => {
    for (const name of ["001099012345", "Nguyễn Văn An", "a b", "x".repeat(65), ""]) {
      const issues = check({ [name]: { start: "2026-02-30" } });
      expect(issues.map((i) => i.code)).toEqual(["element-name"]);
      if (name) expect(JSON.stringify(issues)).not.toContain(name);
    }
  });

  test("those of extended texts and of vendors pass", () =>
    expect(found({ _issued: { id: "a" }, fhir_comments: ["a"], "x-vendor": 1 })).toEqual([
      "warning element-unknown .fhir_comments",
      "warning element-unknown .x-vendor",
    ]));
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
        "FamilyMemberHistory",
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
