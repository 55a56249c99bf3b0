import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { readBundle } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { nameStu3 } from "#app/adapters/record-store/fhir-r4/stu3.ts";
import { testdataFiles } from "#test/support/testdata.ts";
import { describeWithTestdata } from "#test/support/with-testdata.ts";

const text = "active";
const concept = { coding: [{ code: "active" }] };

describe("a resource of FHIR STU3 is known by what R4 has not, and the element is named", () => {
  test.each([
    ["AllergyIntolerance", "clinicalStatus", text, "a CodeableConcept"],
    ["Condition", "clinicalStatus", text, "a CodeableConcept"],
    ["Condition", "assertedDate", "2018", "recordedDate"],
    ["MedicationStatement", "taken", "y", "part of status"],
    ["Immunization", "notGiven", false, "status not-done"],
    ["Immunization", "date", "2018", "occurrenceDateTime"],
    ["Observation", "comment", text, "note"],
    ["Composition", "class", concept, "category"],
    ["Encounter", "reason", [concept], "reasonCode"],
    ["Procedure", "notDone", false, "status not-done"],
    ["DocumentReference", "indexed", "2018-01-01T00:00:00Z", "date"],
  ])("%s.%s", (resourceType, element, value, r4) => {
    const issue = nameStu3([{ resourceType: "Patient" }, { resourceType, [element]: value }]);
    expect(issue).toMatchObject({ severity: "error", type: "not-supported", code: "fhir-stu3" });
    expect(issue?.expression).toBe(`Bundle.entry[1].resource.${element}`);
    expect(issue?.diagnostics).toContain(`${resourceType}.${element} is ${r4} in R4`);
  });

  test.each([
    [
      "R4 in the same elements",
      [
        { resourceType: "Condition", clinicalStatus: concept },
        { resourceType: "AllergyIntolerance", clinicalStatus: concept },
      ],
    ],
    [
      "the element at another type",
      [
        { resourceType: "Claim", taken: "y" },
        { resourceType: "Composition", date: "2020" },
      ],
    ],
    ["no resources at all", [undefined, null, 5, "Condition", []]],
  ])("%s is none", (_name, resources) => expect(nameStu3(resources)).toBeUndefined());
});

describeWithTestdata("published Bundles", () => {
  const read = (file: string) => readBundle(JSON.parse(fs.readFileSync(file, "utf8")), { allowSingle: false });

  test("the IPS of 2018 is refused as STU3", () => {
    for (const file of testdataFiles("ips-stu3")) expect(read(file).issues.map((i) => i.code)).toEqual(["fhir-stu3"]);
    expect(testdataFiles("ips-stu3")).toHaveLength(1);
  });

  test("no Bundle of R4 is taken for STU3", () => {
    for (const folder of ["ips-1.x", "ips-2.0.1", "synthea-r4"])
      for (const file of testdataFiles(folder)) expect(read(file).issues, file).toEqual([]);
  });
});
