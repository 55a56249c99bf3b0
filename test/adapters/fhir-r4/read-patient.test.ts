import { describe, expect, test } from "vitest";
import { nameText, readPatient } from "#app/adapters/record-store/fhir-r4/read-patient.ts";
import { identifiesPeople, kindOf } from "#app/adapters/record-store/fhir-r4/systems.ts";

const CCCD = "http://fhir.ehealth.gov.vn/core/sid/cccd";
const read = (patient: object) => readPatient({ resourceType: "Patient", ...patient });

describe("a name is read in Vietnamese order and as written", () => {
  test.each([
    ["a text", { text: " Nguyễn Thị Đào ", family: "X" }, "Nguyễn Thị Đào"],
    ["family name first", { family: "Nguyễn", given: ["Thị", "Đào"] }, "Nguyễn Thị Đào"],
    ["only a given name", { given: ["Đào"] }, "Đào"],
    ["only a family name", { family: "Nguyễn" }, "Nguyễn"],
    [
      "composed letters, however they came",
      { text: "Nguyễn Thị Đào".normalize("NFD") },
      "Nguyễn Thị Đào".normalize("NFC"),
    ],
    ["prefixes are no part of it", { prefix: ["BS."], family: "Trần", given: ["An"] }, "Trần An"],
    ["an empty text is none", { text: "  ", family: "Trần" }, "Trần"],
    ["nothing", {}, undefined],
    ["nothing but spaces", { family: " ", given: [""] }, undefined],
  ])("%s", (_name, name, expected) => expect(nameText(name)).toBe(expected));

  test("the official one comes first, old and maiden names last", () => {
    const name = [
      { use: "maiden", text: "M" },
      { use: "old", text: "O" },
      { use: "nickname", text: "N" },
      { text: "U" },
      { use: "usual", text: "S" },
      { use: "official", text: "F" },
      { use: "official" },
    ];
    expect(read({ name }).names).toEqual(["F", "S", "U", "N", "O", "M"]);
  });

  test("a part that is only an extension is left out (R4 json, null in a list)", () => {
    expect(read({ name: [{ family: "Trần", given: [null, "An"] }] }).names).toEqual(["Trần An"]);
  });
});

describe("identifiers are known by their system", () => {
  test.each([
    [CCCD, "personal_number"],
    ["http://fhir.vn/sid/cccd", "personal_number"],
    ["http://moh.gov.vn/sid/cccd", "personal_number"],
    ["http://fhir.ehealth.gov.vn/core/sid/cmnd", "old_id_card"],
    ["http://fhir.ehealth.gov.vn/core/sid/passport", "passport"],
    ["http://hl7.org/fhir/sid/passport-VNM", "passport"],
    ["http://hl7.org/fhir/sid/passport-FRA", "passport"],
    ["http://fhir.ehealth.gov.vn/core/sid/insurance_number", "insurance_card"],
    ["http://fhir.ehealth.gov.vn/core/sid/patient-internal-id", "facility_patient_number"],
    ["http://hl7.org/fhir/sid/us-ssn", "other"],
    [`${CCCD}/`, "other"],
    [undefined, "other"],
  ])("%s", (system, kind) => expect(kindOf({ system })).toBe(kind));

  test("a facility's own number by its type code, but never against its system", () => {
    const type = { coding: [{ code: "MR" }] };
    expect(kindOf({ type, system: "http://bv.vn/ma-bn" })).toBe("facility_patient_number");
    expect(kindOf({ type: { coding: [{ code: "PI" }] } })).toBe("facility_patient_number");
    expect(kindOf({ type, system: CCCD })).toBe("personal_number");
    expect(kindOf({ type: { coding: [] } })).toBe("other");
  });

  test("numbers that tell who somebody is are told from a laboratory's", () => {
    for (const system of [CCCD, "http://hl7.org/fhir/sid/passport-FRA", "http://hl7.org/fhir/sid/us-ssn"])
      expect(identifiesPeople(system)).toBe(true);
    expect(identifiesPeople("http://bv.vn/mau-xet-nghiem")).toBe(false);
  });
});

describe("nothing is guessed", () => {
  test("an old or empty identifier is not one", () => {
    const identifier = [
      { system: CCCD, value: " 001099012345 " },
      { system: CCCD, value: "001099012346", use: "old" },
      { system: CCCD, value: "  " },
      { system: CCCD },
    ];
    expect(read({ identifier }).identifiers).toEqual([
      { kind: "personal_number", system: CCCD, value: "001099012345" },
    ]);
  });

  test.each([
    ["male", "male"],
    ["female", "female"],
    ["other", "unknown"],
    ["unknown", "unknown"],
    ["MALE", "unknown"],
    [undefined, "unknown"],
  ])("sex %s is %s", (gender, sex) => expect(read({ gender }).sex).toBe(sex));

  test("a birth date is the days it may mean", () => {
    expect(read({ birthDate: "1958" }).birth).toEqual({ low: "1958-01-01", high: "1958-12-31" });
    expect(read({}).birth).toBeUndefined();
  });

  test("a death is a date, or only that it happened", () => {
    expect(read({ deceasedDateTime: "1979-05-01" }).deceasedOn).toBe("1979-05-01");
    expect(read({ deceasedBoolean: true }).deceasedOn).toBe("yes");
    expect(read({ deceasedBoolean: false }).deceasedOn).toBeUndefined();
    expect(read({}).deceasedOn).toBeUndefined();
  });
});
