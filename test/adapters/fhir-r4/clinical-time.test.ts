import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clinicalTime } from "#app/adapters/record-store/fhir-r4/clinical-time.ts";

const time = (resource: { resourceType: string; [element: string]: unknown }) => {
  const found = clinicalTime(resource);
  return found && [found.low.toISOString(), found.high?.toISOString(), found.precision];
};
const day = "2026-11-22";
const ofDay = ["2026-11-21T17:00:00.000Z", "2026-11-22T17:00:00.000Z", "day"];

describe("the clinical time of each type is the element that says when it happened", () => {
  test.each([
    ["AllergyIntolerance", { recordedDate: day, onsetDateTime: "2020" }],
    ["AllergyIntolerance", { onsetDateTime: day }],
    ["Appointment", { start: day, created: "2020" }],
    ["CarePlan", { created: day }],
    ["Composition", { date: day }],
    ["Condition", { onsetDateTime: day, recordedDate: "2020" }],
    ["Condition", { recordedDate: day }],
    ["DeviceUseStatement", { recordedOn: day }],
    ["DiagnosticReport", { effectiveDateTime: day, issued: "2020-01-01T00:00:00Z" }],
    ["DocumentReference", { context: { period: { start: day, end: day } } }],
    ["Goal", { startDate: day }],
    ["ImagingStudy", { started: day }],
    ["Immunization", { occurrenceDateTime: day }],
    ["Immunization", { occurrenceString: "hồi nhỏ", recorded: day }],
    ["MedicationDispense", { whenHandedOver: day, whenPrepared: "2020" }],
    ["MedicationRequest", { authoredOn: day }],
    ["MedicationStatement", { dateAsserted: day }],
    ["Observation", { effectiveDateTime: day, issued: "2020-01-01T00:00:00Z" }],
    ["Procedure", { performedDateTime: day }],
    ["ServiceRequest", { authoredOn: day }],
    ["Claim", { created: day }],
  ])("%s: %j", (resourceType, elements) => expect(time({ resourceType, ...elements })).toEqual(ofDay));

  test("a resource that does not say, and a type we do not know, have none", () => {
    expect(time({ resourceType: "Observation" })).toBeUndefined();
    expect(time({ resourceType: "Basic", created: day })).toBeUndefined();
    expect(time({ resourceType: "Procedure", performedString: "năm ngoái" })).toBeUndefined();
  });
});

describe("a period is an interval", () => {
  const period = (start?: string, end?: string) => time({ resourceType: "Encounter", period: { start, end } });

  test.each([
    [
      "from the first moment of its start to the last of its end",
      "2026-11-20",
      "2026-11-22",
      ["2026-11-19T17:00:00.000Z", "2026-11-22T17:00:00.000Z", "day"],
    ],
    ["open at its end", "2026-11", undefined, ["2026-10-31T17:00:00.000Z", undefined, "month"]],
    ["only its end", undefined, day, ofDay],
    ["an end before its start is not believed", "2026-11-22", "2020", ["2026-11-21T17:00:00.000Z", undefined, "day"]],
    [
      "an end written shorter than its start",
      "2026-11-22T08:00:00+07:00",
      "2026",
      ["2026-11-22T01:00:00.000Z", "2026-12-31T17:00:00.000Z", "time"],
    ],
    ["neither", undefined, undefined, undefined],
    ["no dates in it", "soon", "later", undefined],
  ])("%s", (_name, start, end, expected) => expect(period(start, end)).toEqual(expected));
});

test("a broken element is passed over for the next best one", () => {
  expect(time({ resourceType: "Observation", effectivePeriod: {}, issued: "2026-11-22T00:00:00+07:00" })?.[2]).toBe(
    "time",
  );
});

test("no resource makes it throw", () => {
  const types = fc.constantFrom("Claim", "Coverage", "DocumentReference", "Invoice", "Encounter");
  const element = fc.jsonValue({ maxDepth: 3 });
  const hostile = fc.constantFrom(
    { start: { toString: 1 } },
    { start: [] },
    { start: { valueOf: null, toString: null } },
  );
  fc.assert(
    fc.property(types, fc.oneof(element, hostile), (resourceType, value) => {
      const resource = {
        resourceType,
        billablePeriod: value,
        period: value,
        context: value,
        date: value,
        created: value,
      };
      expect(() => clinicalTime(resource)).not.toThrow();
    }),
  );
});
