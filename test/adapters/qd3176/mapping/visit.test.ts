import { describe, expect, test } from "vitest";
import { clinicalTime } from "#app/adapters/record-store/fhir-r4/clinical-time.ts";
import { readPatient } from "#app/adapters/record-store/fhir-r4/read-patient.ts";
import { everyTable, jsonOf, MA_LK, mapped, resourcesOf, summary, testId } from "./sample-case.ts";

const xml1 = (changed: Record<string, string>) => ({ XML1: [{ ...summary, ...changed }] });

describe("the patient", () => {
  test("has one full name, a birth date, and the numbers under their systems", () => {
    expect(readPatient(resourcesOf(xml1({}), "Patient")[0])).toEqual({
      identifiers: [
        { kind: "personal_number", system: "http://fhir.ehealth.gov.vn/core/sid/cccd", value: "001170012345" },
        {
          kind: "insurance_card",
          system: "http://fhir.ehealth.gov.vn/core/sid/insurance_number",
          value: "GD4010112345678",
        },
        {
          kind: "facility_patient_number",
          system: "http://fhir.ehealth.gov.vn/core/sid/patient-internal-id",
          value: "BN0012345",
        },
      ],
      names: ["Nguyễn Thị Đào"],
      birth: { low: "1970-03-15", high: "1970-03-15" },
      sex: "female",
      deceasedOn: undefined,
    });
  });

  test.each([
    ["197000000000", "1970"],
    ["197005000000", "1970-05"],
    ["19700315", "1970-03-15"],
    ["ngày nào đó", undefined],
  ])("born %s is born %s", (said, date) => {
    expect(resourcesOf(xml1({ NGAY_SINH: said }), "Patient")[0].birthDate).toBe(date);
  });

  test.each([
    ["012345678", "old_id_card"],
    ["C1234567", "passport"],
    ["079 070 012 345", "personal_number"],
  ])("number %s is of kind %s", (value, kind) => {
    expect(readPatient(resourcesOf(xml1({ SO_CCCD: value }), "Patient")[0]).identifiers[0]).toMatchObject({
      kind,
      value,
    });
  });

  test("who died in the visit has no date of death; the visit says it", () => {
    const tables = xml1({ KET_QUA_DTRI: "5" });
    expect(jsonOf(tables, "Patient")).not.toContain("deceased");
    const [encounter] = resourcesOf(tables, "Encounter");
    expect(encounter.hospitalization.dischargeDisposition.text).toBe("Ra viện. Kết quả điều trị: Tử vong");
  });

  test("without a number of the facility is one of this case", () => {
    const { MA_BN: _, ...rest } = summary;
    expect(mapped({ XML1: [rest] }).entries[0]?.resource.id).toBe(testId("patient-of-case", MA_LK));
  });
});

describe("the visit", () => {
  test.each([
    ["01", "AMB"],
    ["1", "AMB"],
    ["03", "IMP"],
    ["04", "SS"],
    ["09", "IMP"],
    ["11", "FLD"],
    ["12", "HH"],
    ["14", "VR"],
    ["10", "UNK"],
    ["77", "UNK"],
  ])("of kind %s is of class %s", (kind, code) => {
    expect(resourcesOf(xml1({ MA_LOAI_KCB: kind }), "Encounter")[0].class.code).toBe(code);
  });

  test("is finished once it has an end, with its time as sent", () => {
    const [encounter] = resourcesOf(xml1({}), "Encounter");
    expect(encounter).toMatchObject({
      status: "finished",
      period: { start: "2026-11-20T10:00:00+07:00", end: "2026-11-20T11:30:00+07:00" },
      serviceType: { text: "Khoa Khám bệnh" },
    });
    const { NGAY_RA: _, ...open } = summary;
    expect(resourcesOf({ XML1: [open] }, "Encounter")[0].status).toBe("in-progress");
  });

  test("ending before it began keeps its start, and says so", () => {
    const tables = xml1({ NGAY_RA: "202611200900" });
    expect(resourcesOf(tables, "Encounter")[0].period).toEqual({ start: "2026-11-20T10:00:00+07:00" });
    expect(mapped(tables).issues).toMatchObject([{ code: "period-reversed", table: "XML1", row: 1, field: "NGAY_RA" }]);
  });

  test("expected by a check-in has the id its summary will have", () => {
    const expected = mapped({ XML0: everyTable.XML0 ?? [] });
    expect(expected.kind).toBe("check-in");
    expect(expected.entries[1]?.resource).toMatchObject({ resourceType: "Encounter", status: "arrived" });
    const closed = mapped(everyTable);
    expect(closed.kind).toBe("visit");
    expect(closed.entries[1]?.resource.id).toBe(expected.entries[1]?.resource.id);
    expect(closed.entries[1]?.source?.table).toBe("XML1");
  });

  test("names its codes in order, then in words what was thought at the start", () => {
    const [{ diagnosis }] = resourcesOf(xml1({}), "Encounter");
    const said = diagnosis.map(
      (d: { condition: { display: string }; use: { coding: { code: string }[] }; rank?: number }) => [
        d.use.coding[0]?.code,
        d.rank,
        d.condition.display,
      ],
    );
    expect(said).toEqual([
      ["DD", 1, "Tăng huyết áp vô căn; đái tháo đường"],
      ["DD", 2, "E11.9"],
      ["DD", 3, "K21.0"],
      ["DD", 4, "U62.391"],
      ["AD", undefined, "Theo dõi tăng huyết áp"],
    ]);
  });
});

describe("a diagnosis code", () => {
  test("was recorded at that visit, and says no more", () => {
    const conditions = resourcesOf(xml1({ MA_BENH_KT: "E11.9;I10" }), "Condition");
    expect(conditions).toHaveLength(3);
    expect(conditions[0]).toMatchObject({
      category: [{ coding: [{ code: "encounter-diagnosis" }] }],
      code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10", code: "I10" }], text: summary.CHAN_DOAN_RV },
      recordedDate: "2026-11-20T11:30:00+07:00",
    });
    for (const condition of conditions) {
      expect(condition).not.toHaveProperty("clinicalStatus");
      expect(condition).not.toHaveProperty("verificationStatus");
    }
    expect(conditions[1].code).not.toHaveProperty("text");
  });
});

describe("cards and the bill", () => {
  test("each card has its facility and validity at its place of the lists", () => {
    const cards = resourcesOf(
      xml1({
        MA_THE_BHYT: "GD401A;TE101B",
        MA_DKBD: "01001;01002",
        GT_THE_TU: "20260101;20260601",
        GT_THE_DEN: "20260531;",
      }),
      "Coverage",
    );
    expect(cards.map((c) => [c.subscriberId, c.network, c.period])).toEqual([
      ["GD401A", "01001", { start: "2026-01-01", end: "2026-05-31" }],
      ["TE101B", "01002", { start: "2026-06-01" }],
    ]);
  });

  test("lists of other lengths give no validity to anybody", () => {
    const tables = xml1({ MA_THE_BHYT: "GD401A;TE101B", GT_THE_TU: "20260101" });
    expect(resourcesOf(tables, "Coverage").some((c) => c.period)).toBe(false);
    expect(mapped(tables).issues).toMatchObject([{ code: "cards-and-validity-differ" }]);
  });

  test("the bill has its totals digit by digit, and is paid once it says when", () => {
    const text = jsonOf(everyTable, "Invoice");
    expect(text).toContain('"amount":{"value":123456.50,"currency":"VND"}');
    expect(text).toContain('"totalGross":{"value":500000.00,"currency":"VND"}');
    const [invoice] = resourcesOf(everyTable, "Invoice");
    expect(invoice).toMatchObject({ status: "balanced", date: "2026-11-20T11:40:00+07:00" });
    expect(invoice.lineItem).toHaveLength(3);
    const { NGAY_TTOAN: _, ...unpaid } = summary;
    expect(resourcesOf({ XML1: [unpaid] }, "Invoice")[0].status).toBe("issued");
  });

  test("no totals, no bill", () => {
    expect(resourcesOf({ XML1: [{ MA_LK: "x" }] }, "Invoice")).toEqual([]);
  });
});

describe("the re-examination slip", () => {
  test.each([
    ["20261220", "day", "2026-12-19T17:00:00.000Z"],
    ["202612200000", "day", "2026-12-19T17:00:00.000Z"],
    ["202612200830", "time", "2026-12-20T01:30:00.000Z"],
  ])("for %s is on that %s", (said, precision, low) => {
    const tables = { ...xml1({}), XML14: [{ NGAY_HEN_KL: said }] };
    const entry = mapped(tables).entries.find(({ resource }) => resource.resourceType === "Appointment");
    const when = entry && clinicalTime(entry.resource);
    expect([when?.precision, when?.low.toISOString()]).toEqual([precision, low]);
  });

  test("without a day to read is a document alone, and says why", () => {
    const tables = { ...xml1({}), XML14: [{ NGAY_HEN_KL: "20260230" }] };
    expect(resourcesOf(tables, "Appointment")).toEqual([]);
    expect(resourcesOf(tables, "DocumentReference")).toHaveLength(1);
    expect(mapped(tables).issues).toMatchObject([{ code: "time-unread", table: "XML14", field: "NGAY_HEN_KL" }]);
  });
});
