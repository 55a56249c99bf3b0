import { describe, expect, test } from "vitest";
import type { MedicationRequest } from "#app/adapters/record-store/fhir-r4/resources/medicines.ts";
import type { Observation } from "#app/adapters/record-store/fhir-r4/resources/results.ts";
import { referenceTexts } from "#app/domain/health-book/internal/concept.ts";
import { lastDay } from "#app/domain/health-book/internal/last-day.ts";
import { everyTable, jsonOf, medicine, resourcesOf, result, service, summary } from "./sample-case.ts";

const visit = (kind: string) => [{ ...summary, MA_LOAI_KCB: kind }];

describe("medicines", () => {
  test.each(["03", "04", "06", "09", "3"])("of kind %s were given in the visit and are no prescription", (kind) => {
    const tables = { XML1: visit(kind), XML2: [medicine] };
    expect(resourcesOf(tables, "MedicationRequest")).toEqual([]);
    expect(resourcesOf(tables, "MedicationAdministration")).toMatchObject([
      {
        status: "completed",
        effectiveDateTime: "2026-11-20T11:15:00+07:00",
        dosage: { text: "1 viên/lần * 1 lần/ngày. Uống sau ăn", dose: { value: 30, unit: "Viên" } },
      },
    ]);
  });

  test("of an unknown kind with an admission were given too", () => {
    const XML1 = [{ ...summary, MA_LOAI_KCB: "99", NGAY_VAO_NOI_TRU: "202611201000" }];
    expect(resourcesOf({ XML1, XML2: [medicine] }, "MedicationRequest")).toEqual([]);
  });

  test("of other kinds are prescribed, named by substance and registration", () => {
    expect(resourcesOf({ XML1: visit("01"), XML2: [medicine] }, "MedicationRequest")).toMatchObject([
      {
        status: "active",
        intent: "order",
        authoredOn: "2026-11-20T11:15:00+07:00",
        medicationCodeableConcept: {
          coding: [
            { system: "urn:so-khoe:qd3176:MA_THUOC", code: "40.480" },
            { system: "urn:so-khoe:qd3176:SO_DANG_KY", code: "893110000125" },
          ],
          text: "Amlodipin 5mg",
        },
        dispenseRequest: { expectedSupplyDuration: { value: 30, code: "d" } },
      },
    ]);
    expect(jsonOf({ XML1: visit("01"), XML2: [medicine] }, "MedicationRequest")).toContain('"value":30,"unit":"Viên"');
  });

  test("end by dose and quantity, else nobody knows when", () => {
    const until = (LIEU_DUNG: string) => {
      const [request] = resourcesOf({ XML1: visit("01"), XML2: [{ ...medicine, LIEU_DUNG }] }, "MedicationRequest");
      return lastDay(request as MedicationRequest);
    };
    expect(until("1 viên/lần * 1 lần/ngày").lasts).toMatchObject({ by: "supply", until: { precision: "day" } });
    expect(until("1 viên/lần * 1 lần/ngày").lasts?.until.from).toMatch(/^2026-12-20/);
    expect(until("theo chỉ dẫn")).toEqual({ until: undefined, lasts: undefined });
  });
});

describe("services", () => {
  test("surgery was done, everything else is charged", () => {
    expect(resourcesOf(everyTable, "Procedure")).toMatchObject([
      {
        status: "completed",
        code: {
          coding: [
            { system: "urn:so-khoe:qd3176:MA_DICH_VU", code: "03.3817.0505" },
            { system: "http://hl7.org/fhir/sid/icd-9-cm", code: "86.04" },
          ],
          text: "Chích áp xe",
        },
        performedPeriod: { start: "2026-11-20T10:10:00+07:00", end: "2026-11-20T11:00:00+07:00" },
      },
    ]);
    const charges = resourcesOf(everyTable, "ChargeItem");
    expect(charges.map((c) => c.code.text)).toEqual(["Sinh hóa máu", "Chụp X-quang ngực thẳng", "Bơm tiêm 5 ml"]);
    expect(jsonOf(everyTable, "ChargeItem")).toContain('"priceOverride":{"value":21800.00,"currency":"VND"}');
  });
});

test("codes are one whatever way they are joined and written; what was given back has no amount", () => {
  const XML1 = [{ ...summary, MA_BENH_CHINH: "i10", MA_BENH_KT: "e11,9, K21.0;", MA_BENH_YHCT: "" }];
  const codes = resourcesOf({ XML1 }, "Condition").map((c) => c.code.coding[0].code);
  expect(codes).toEqual(["I10", "E11.9", "K21.0"]);
  const returned = resourcesOf({ XML1, XML2: [{ ...medicine, SO_LUONG: "-2" }] }, "MedicationRequest");
  expect(returned[0]).not.toHaveProperty("dispenseRequest");
});

describe("results", () => {
  const measured = (fields: Record<string, string>) =>
    jsonOf({ XML1: [summary], XML4: [{ ...result, ...fields }] }, "Observation");

  test("a plain decimal is a number with its digits, anything else the text it is", () => {
    expect(measured({})).toContain('"valueQuantity":{"value":7.10,"unit":"mmol/L"}');
    expect(measured({ GIA_TRI: "5.4" })).toContain('"value":5.4,');
    expect(measured({ GIA_TRI: "-0.5" })).toContain('"value":-0.5,');
    for (const text of ["5,6", "<0.5", "007", "1.", ".5", "1e3", "12-15", "Âm tính", "+"])
      expect(measured({ GIA_TRI: text })).toContain(`"valueString":"${text} mmol/L"`);
    expect(measured({ GIA_TRI: "Âm tính", DON_VI_DO: "" })).toContain('"valueString":"Âm tính"');
  });

  test("that brings its unit along has it once, and leftovers of editors are read", () => {
    expect(measured({ GIA_TRI: "≤ 7 mmol/L" })).toContain('"valueString":"≤ 7 mmol/L"');
    expect(measured({ GIA_TRI: "&lt; 0,01" })).toContain('"valueString":"< 0,01 mmol/L"');
    expect(measured({ KET_LUAN: "<p>Gan <b>to</b></p><p>Lách&nbsp;bé</p>" })).toContain('"Gan to\\nLách bé"');
    expect(measured({ KET_LUAN: "Hb <5 g/dL, K+ <p25" })).toContain('"Hb <5 g/dL, K+ <p25"');
  });

  test("has no range and no judgement", () => {
    const text = jsonOf(everyTable, "Observation");
    expect(text).not.toContain("referenceRange");
    expect(text).not.toContain("interpretation");
  });

  test("of one service and time stand together, with the machine", () => {
    const [panel, report] = resourcesOf(everyTable, "DiagnosticReport");
    const observations = resourcesOf(everyTable, "Observation");
    expect(panel).toMatchObject({
      extension: [{ url: "urn:so-khoe:qd3176:MA_MAY", valueString: "HH.1.01001.X1" }],
      code: { text: "Sinh hóa máu" },
      issued: "2026-11-20T11:00:00+07:00",
      result: observations.map((o) => ({ reference: `Observation/${o.id}` })),
    });
    expect(observations[1].note).toEqual([{ text: "Lặp lại" }]);
    expect(report).toMatchObject({
      category: [{ coding: [{ code: "imaging" }] }],
      code: { text: "Chụp X-quang ngực thẳng" },
      conclusion: "Chưa thấy bất thường",
    });
  });

  test("say by number who read them, and by no name", () => {
    const licence = (value: string) => ({
      type: "Practitioner",
      identifier: { system: "urn:so-khoe:qd3176:MA_BS_DOC_KQ", value },
    });
    const reports = resourcesOf(
      { ...everyTable, XML4: (everyTable.XML4 ?? []).map((row) => ({ ...row, MA_BS_DOC_KQ: "001/HCM-CCHN" })) },
      "DiagnosticReport",
    );
    expect(reports.map((r) => r.resultsInterpreter)).toEqual([[licence("001/HCM-CCHN")], [licence("001/HCM-CCHN")]]);
    // Ten or twelve digits are the doctor's own social-insurance or personal number, and no licence.
    const XML4 = [{ ...result, MA_BS_DOC_KQ: "001/HCM-CCHN; 002/HCM-CCHN;0123456789;001085000123" }];
    const [alone] = resourcesOf({ XML1: [summary], XML4 }, "Observation") as [Observation];
    expect(alone.performer).toEqual([licence("001/HCM-CCHN"), licence("002/HCM-CCHN")]);
    expect(referenceTexts(alone.performer, new Map())).toEqual([]);
  });

  test("alone stands by itself and keeps the machine", () => {
    const tables = { XML1: [summary], XML3: [service], XML4: [result] };
    expect(resourcesOf(tables, "DiagnosticReport")).toEqual([]);
    expect(resourcesOf(tables, "Observation")[0].extension[0].valueString).toBe("HH.1.01001.X1");
  });
});

describe("papers", () => {
  test("are documents with their clinical lines in plain text", () => {
    const papers = resourcesOf(everyTable, "DocumentReference");
    expect(papers.map((p) => p.type.text)).toHaveLength(10);
    const text = (title: string) => {
      const paper = papers.find((p) => p.type.text === title);
      return Buffer.from(paper.content[0].attachment.data ?? "", "base64").toString("utf8");
    };
    expect(text("Diễn biến lâm sàng")).toBe("Tỉnh, huyết áp 150/90");
    expect(text("Tóm tắt hồ sơ bệnh án")).toBe("Chẩn đoán ra viện: Tăng huyết áp\nKết quả điều trị: Đỡ");
    expect(text("Giấy chứng sinh")).toBe("Sinh lúc: 09:30 20/11/2026\nCân nặng (gam): 3100");
    expect(text("Giấy hẹn khám lại")).toBe("Chẩn đoán: Tăng huyết áp\nHẹn khám lại ngày: 20/12/2026");
  });

  test("dated by a day are of that day, by a time at that time", () => {
    const papers = resourcesOf(everyTable, "DocumentReference");
    const of = (title: string) => papers.find((p) => p.type.text === title);
    expect(of("Diễn biến lâm sàng").date).toBe("2026-11-20T10:20:00+07:00");
    expect(of("Giấy ra viện")).not.toHaveProperty("date");
    expect(of("Giấy ra viện").context.period).toEqual({ start: "2026-11-20", end: "2026-11-20" });
  });

  test("a referral is an order too", () => {
    expect(resourcesOf(everyTable, "ServiceRequest")).toMatchObject([
      { status: "active", intent: "order", performer: [{ identifier: { value: "79001" } }] },
    ]);
  });
});
