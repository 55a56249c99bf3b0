import { describe, expect, test } from "vitest";
import { readVisit } from "#app/domain/health-book/read-visit.ts";
import { chartOf, viewOf } from "#test/support/chart.ts";
import { type Json, observationOf, recordStore } from "#test/support/record-store.ts";

const store = await recordStore();
const concept = (text: string, code?: string) => ({ text, ...(code ? { coding: [{ code }] } : {}) });
const coded = (code: string) => ({ coding: [{ code }] });
const medicine = (elements: Json) =>
  viewOf(store, "medicines", { resourceType: "MedicationRequest", status: "active", intent: "order", ...elements });
const result = (elements: Json) =>
  viewOf(store, "results", { resourceType: "Observation", status: "final", code: concept("HbA1c"), ...elements });

describe("every item", () => {
  test("has its facility, its time of receipt, and its clinical time with the precision it came with", async () => {
    const { source, when, title, unsafe, withdrawn, hidden, visitId } = await result({ effectiveDateTime: "2026-11" });
    expect(source).toEqual({
      facilityId: store.facilityId,
      facility: "BV 99001",
      receivedAt: expect.stringMatching(/^20\d\d-.*Z$/),
    });
    expect({ when, title, unsafe, withdrawn, hidden, visitId }).toEqual({
      when: { from: "2026-10-31T17:00:00.000Z", precision: "month" },
      title: "HbA1c",
      unsafe: false,
      withdrawn: false,
      hidden: false,
      visitId: undefined,
    });
  });

  test.each([
    ["a day", { effectiveDateTime: "2026-11-22" }, { from: "2026-11-21T17:00:00.000Z", precision: "day" }],
    ["a year", { effectiveDateTime: "2026" }, { from: "2025-12-31T17:00:00.000Z", precision: "year" }],
    [
      "a moment",
      { effectiveDateTime: "2026-11-22T08:00:00+07:00" },
      { from: "2026-11-22T01:00:00.000Z", precision: "time" },
    ],
    [
      "some days, the last one included",
      { effectivePeriod: { start: "2026-11-20", end: "2026-11-22" } },
      { from: "2026-11-19T17:00:00.000Z", to: "2026-11-22T16:59:59.999Z", precision: "day" },
    ],
    [
      "since a day",
      { effectivePeriod: { start: "2026-11-20" } },
      { from: "2026-11-19T17:00:00.000Z", precision: "day" },
    ],
    [
      "one whole day as a period",
      { effectivePeriod: { start: "2026-11-20", end: "2026-11-20" } },
      { from: "2026-11-19T17:00:00.000Z", precision: "day" },
    ],
    ["nothing", {}, undefined],
  ])("tells %s", async (_name, elements, when) => expect((await result(elements)).when).toEqual(when));

  test("is titled by its text, else a display, else the bare code, else not at all", async () => {
    expect((await result({ code: { text: " HbA1c ", coding: [{ display: "x", code: "y" }] } })).title).toBe("HbA1c");
    expect((await result({ code: { text: " ", coding: [{ code: "a" }, { display: "Đường huyết" }] } })).title).toBe(
      "Đường huyết",
    );
    expect((await result({ code: coded("4548-4") })).title).toBe("4548-4");
    expect((await result({ code: {} })).title).toBeUndefined();
  });

  test("leads to its visit when the visit is in the book, and only then", async () => {
    const chart = await chartOf(
      store,
      {
        resourceType: "Encounter",
        id: "it-v",
        status: "finished",
        class: { code: "AMB" },
        subject: { reference: "Patient/p" },
      },
      observationOf("it-1", "p", { encounter: { reference: "Encounter/it-v" } }),
      observationOf("it-2", "p", { encounter: { reference: "Encounter/it-none" } }),
    );
    const [visit] = await chart.items("visits");
    expect((await chart.items("results")).map((i) => i.visitId).sort()).toEqual([visit?.id, undefined].sort());
    expect(visit?.visitId).toBeUndefined();
  });
});

describe("a result's value", () => {
  test.each<[string, Json, unknown]>([
    [
      "a quantity with its digits and unit",
      { valueQuantity: { value: "#5.40#", unit: "mmol/L" } },
      { kind: "quantity", comparator: undefined, value: "5.40", unit: "mmol/L" },
    ],
    [
      "a tiny quantity",
      { valueQuantity: { value: "#0.0000001#", unit: "g" } },
      { kind: "quantity", comparator: undefined, value: "0.0000001", unit: "g" },
    ],
    [
      "a quantity with a comparator and a code for its unit",
      { valueQuantity: { value: 3, comparator: "<", code: "ng/mL" } },
      { kind: "quantity", comparator: "<", value: "3", unit: "ng/mL" },
    ],
    [
      "zero is a value",
      { valueQuantity: { value: 0, unit: "%" } },
      { kind: "quantity", comparator: undefined, value: "0", unit: "%" },
    ],
    ["a concept", { valueCodeableConcept: concept("Âm tính") }, { kind: "text", text: "Âm tính" }],
    ["words", { valueString: "Không thấy gì" }, { kind: "text", text: "Không thấy gì" }],
    ["no is a value", { valueBoolean: false }, { kind: "boolean", value: false }],
    ["a whole number", { valueInteger: 0 }, { kind: "quantity", comparator: undefined, value: "0", unit: undefined }],
    [
      "a range",
      { valueRange: { low: { value: 1 }, high: { value: "#2.0#", unit: "cm" } } },
      { kind: "range", low: "1", high: "2.0", unit: "cm" },
    ],
    [
      "a ratio",
      { valueRatio: { numerator: { value: 1 }, denominator: { value: 128, unit: "dil" } } },
      { kind: "ratio", numerator: "1", denominator: "128 dil" },
    ],
    ...(
      [
        ["10*9/L", "10⁹/L"],
        ["10^12/L", "10¹²/L"],
        ["mm[Hg]", "mmHg"],
        ["Cel", "°C"],
        ["{ratio}", "ratio"],
        ["1", undefined],
      ] as const
    ).map(([code, unit]): [string, Json, unknown] => [
      `a unit told as ${code}`,
      { valueQuantity: { value: 7, code } },
      { kind: "quantity", comparator: undefined, value: "7", unit },
    ]),
    [
      "days from one to another",
      { valuePeriod: { start: "2026-10-01", end: "2026-10-05" } },
      {
        kind: "when",
        when: { from: "2026-09-30T17:00:00.000Z", to: "2026-10-05T16:59:59.999Z", precision: "day" },
      },
    ],
    ["a time of day", { valueTime: "08:30:00" }, { kind: "text", text: "08:30:00" }],
    [
      "a date",
      { valueDateTime: "2026-11" },
      { kind: "when", when: { from: "2026-10-31T17:00:00.000Z", precision: "month" } },
    ],
    [
      "a period, by its start",
      { valuePeriod: { start: "2026" } },
      { kind: "when", when: { from: "2025-12-31T17:00:00.000Z", precision: "year" } },
    ],
    ["a curve", { valueSampledData: { origin: { value: 0 }, period: 10, dimensions: 1 } }, { kind: "series" }],
    [
      "a reason why there is none",
      { dataAbsentReason: coded("not-performed") },
      { kind: "absent", reason: "not-performed" },
    ],
    ["a quantity without a value is none", { valueQuantity: { unit: "%" } }, undefined],
    ["nothing", {}, undefined],
  ])("%s", async (_name, elements, value) => expect((await result(elements)).value).toEqual(value));

  test.each([
    ["N", "normal"],
    ["L", "low"],
    ["HH", "critical-high"],
    ["LL", "critical-low"],
    ["A", "abnormal"],
    ["POS", "positive"],
    ["NEG", "negative"],
    ["ZZ", "other"],
    [undefined, undefined],
  ])("interpretation %s is %s", async (code, interpretation) =>
    expect((await result(code ? { interpretation: [coded(code)] } : {})).interpretation).toBe(interpretation),
  );

  test("the laboratory's own ranges, all of them, with their digits and words", async () => {
    const referenceRange = [{ low: { value: "#4.0#", unit: "%" }, high: { value: 6 } }, { text: " dưới 5 " }];
    expect((await result({ referenceRange })).ranges).toEqual([
      { low: "4.0", high: "6", unit: "%", text: undefined },
      { low: undefined, high: undefined, unit: undefined, text: "dưới 5" },
    ]);
  });

  test("components are measurements of their own", async () => {
    const component = [
      { code: concept("Tâm thu"), valueQuantity: { value: 120, unit: "mmHg" } },
      { code: concept("Tâm trương"), dataAbsentReason: coded("unknown") },
    ];
    const view = await result({ component });
    expect(view.components.map((c) => [c.title, c.value?.kind])).toEqual([
      ["Tâm thu", "quantity"],
      ["Tâm trương", "absent"],
    ]);
    expect(view.value).toBeUndefined();
  });

  test("reports and pictures have no value but a conclusion, members and a kind", async () => {
    const report = await viewOf(store, "results", {
      resourceType: "DiagnosticReport",
      status: "final",
      code: concept("Sinh hóa"),
      category: [coded("LAB")],
      conclusion: "Bình thường",
      conclusionCode: [concept("Khỏe")],
      result: [{ reference: "Observation/x" }],
    });
    expect(report).toMatchObject({
      form: "report",
      category: "laboratory",
      conclusion: "Bình thường; Khỏe",
      memberCount: 1,
      value: undefined,
      components: [],
    });
    const picture = await viewOf(store, "results", {
      resourceType: "ImagingStudy",
      status: "available",
      started: "2026-11-01",
      modality: [{ display: "X quang" }],
      series: [{ bodySite: { display: "Ngực" } }],
    });
    expect(picture).toMatchObject({
      form: "imaging",
      category: "imaging",
      title: "X quang – Ngực",
      method: "X quang",
      bodySite: "Ngực",
    });
  });
});

describe("a medicine", () => {
  test.each<[string, Json, Json[], string | undefined]>([
    ["its own words", { medicationCodeableConcept: concept("Metformin 500 mg") }, [], "Metformin 500 mg"],
    [
      "a contained medicine",
      {
        medicationReference: { reference: "#m" },
        contained: [{ resourceType: "Medication", id: "m", code: concept("Insulin") }],
      },
      [],
      "Insulin",
    ],
    [
      "a medicine of the facility's directory",
      { medicationReference: { reference: "Medication/me-1" } },
      [{ resourceType: "Medication", id: "me-1", code: concept("Amlodipin") }],
      "Amlodipin",
    ],
    [
      "the reference's display",
      { medicationReference: { reference: "Medication/never", display: "Losartan" } },
      [],
      "Losartan",
    ],
    ["nothing", { medicationReference: { reference: "Medication/never-2" } }, [], undefined],
  ])("is named by %s", async (_name, elements, others, title) => {
    expect(
      (
        await viewOf(
          store,
          "medicines",
          { resourceType: "MedicationRequest", status: "active", intent: "order", ...elements },
          ...others,
        )
      ).title,
    ).toBe(title);
  });

  test.each([
    ["MedicationRequest", "prescribed", {}],
    ["MedicationStatement", "stated", {}],
    ["MedicationDispense", "dispensed", { quantity: { value: 30, unit: "viên" } }],
    ["MedicationAdministration", "given", { dosage: { text: "tiêm", dose: { value: 10, unit: "UI" } } }],
  ])("%s is %s", async (resourceType, form, elements) => {
    const view = await viewOf(store, "medicines", {
      resourceType,
      status: form === "prescribed" || form === "stated" ? "active" : "completed",
      ...(form === "prescribed" ? { intent: "order" } : {}),
      medicationCodeableConcept: concept("X"),
      ...elements,
    });
    expect([view.form, view.current]).toEqual([form, form === "prescribed" || form === "stated"]);
  });

  test("how to take it: the sender's words first, and the structure beside them", async () => {
    const dosageInstruction = [
      {
        text: "Ngày uống 2 lần, sau ăn",
        timing: { repeat: { frequency: 2, period: 1, periodUnit: "d", when: ["PCM", "PCV"], timeOfDay: ["08:00:00"] } },
        doseAndRate: [{ doseQuantity: { value: "#0.50#", unit: "viên" } }],
        route: concept("uống"),
        asNeededCodeableConcept: concept("khi đau"),
      },
      {
        patientInstruction: "Hỏi bác sĩ",
        doseAndRate: [{ doseRange: { low: { value: 1 }, high: { value: 2, unit: "viên" } } }],
        timing: { repeat: { frequency: 1, frequencyMax: 2, period: 8, periodUnit: "h" } },
      },
      { timing: { code: concept("Khi cần") }, asNeededBoolean: true },
    ];
    expect((await medicine({ medicationCodeableConcept: concept("X"), dosageInstruction })).doses).toEqual([
      {
        text: "Ngày uống 2 lần, sau ăn",
        amount: { value: "0.50", unit: "viên" },
        frequency: { count: "2", every: "1", unit: "d" },
        moments: ["PCM", "PCV"],
        timesOfDay: ["08:00:00"],
        asNeeded: true,
        asNeededFor: "khi đau",
        route: "uống",
      },
      {
        text: "Hỏi bác sĩ",
        amount: { value: "1–2", unit: "viên" },
        frequency: { count: "1–2", every: "8", unit: "h" },
        moments: [],
        timesOfDay: [],
        asNeeded: false,
        asNeededFor: undefined,
        route: undefined,
      },
      {
        text: "Khi cần",
        amount: undefined,
        frequency: undefined,
        moments: [],
        timesOfDay: [],
        asNeeded: true,
        asNeededFor: undefined,
        route: undefined,
      },
    ]);
  });

  test("every part of a dose that has no words of its own is kept", async () => {
    const amount = { doseAndRate: [{ doseQuantity: { value: 1, unit: "viên" } }] };
    const repeat = (elements: Json) => ({ ...amount, timing: { repeat: elements } });
    const daily = { frequency: 1, period: 1, periodUnit: "d" };
    const dosageInstruction = [
      repeat({ frequency: 1, period: 4, periodMax: 6, periodUnit: "h" }),
      repeat({ frequency: 1, period: 1, periodUnit: "wk", dayOfWeek: ["mon", "thu"] }),
      repeat({ when: ["AC"], offset: 30, count: 3 }),
      { ...amount, timing: { code: { coding: [{ code: "BID" }] } } },
      { ...amount, timing: { code: concept("Theo phác đồ") } },
      {
        ...repeat(daily),
        route: { coding: [{ code: "26643006" }] },
        additionalInstruction: [concept("Uống nhiều nước")],
        maxDosePerPeriod: { numerator: { value: 4, unit: "viên" }, denominator: { value: 1, unit: "ngày", code: "d" } },
      },
      { doseAndRate: [{ rateRatio: { numerator: { value: 1, unit: "L" }, denominator: { value: 8, unit: "h" } } }] },
    ];
    const { doses } = await medicine({ medicationCodeableConcept: concept("X"), dosageInstruction });
    expect(doses).toMatchObject([
      { frequency: { count: "1", every: "4–6", unit: "h" } },
      { frequency: { count: "1", unit: "wk" }, weekdays: ["mon", "thu"] },
      { moments: ["AC"], offset: 30, count: "3" },
      { text: undefined, frequency: { count: "2", every: "1", unit: "d" }, amount: { value: "1" } },
      { text: undefined, schedule: "Theo phác đồ" },
      {
        route: undefined,
        instructions: ["Uống nhiều nước"],
        atMost: { amount: { value: "4", unit: "viên" }, per: { value: "1", known: "d" } },
      },
      { rate: { value: "1", unit: "L/8 h" } },
    ]);
  });

  test("the last day it is to be taken ends it", async () => {
    const until = (end: string) => ({
      medicationCodeableConcept: concept("X"),
      dosageInstruction: [{ timing: { repeat: { boundsPeriod: { end } } } }],
    });
    expect(await medicine(until("2020-01-31"))).toMatchObject({
      current: false,
      until: { from: "2020-01-30T17:00:00.000Z", to: "2020-01-31T16:59:59.999Z", precision: "day" },
    });
    expect(await medicine(until("2999-01-31"))).toMatchObject({ current: true });
  });

  test("not to be taken is said, and is not current", async () =>
    expect(await medicine({ medicationCodeableConcept: concept("X"), doNotPerform: true })).toMatchObject({
      notToBeTaken: true,
      current: false,
    }));
});

describe("allergies, conditions, visits and the rest", () => {
  test("an allergy with what it does", async () => {
    const view = await viewOf(store, "allergies", {
      resourceType: "AllergyIntolerance",
      patient: { reference: "Patient/p" },
      clinicalStatus: coded("active"),
      verificationStatus: coded("confirmed"),
      criticality: "high",
      category: ["medication"],
      code: concept("Penicillin"),
      reaction: [
        { manifestation: [concept("Mề đay"), concept("Khó thở")], description: "sau 5 phút", severity: "severe" },
        {},
      ],
    });
    expect(view).toMatchObject({
      title: "Penicillin",
      clinical: "active",
      certainty: "confirmed",
      criticality: "high",
      categories: ["medication"],
      reactions: [{ text: "sau 5 phút, Mề đay, Khó thở", severity: "severe" }],
    });
  });

  test("an allergy without a name is named by what caused its reaction", async () =>
    expect(
      (
        await viewOf(store, "allergies", {
          resourceType: "AllergyIntolerance",
          patient: { reference: "Patient/p" },
          reaction: [{ substance: concept("Tôm") }],
        })
      ).title,
    ).toBe("Tôm"));

  test("a condition with its course, and a flag as an alert", async () => {
    const condition = await viewOf(store, "conditions", {
      resourceType: "Condition",
      code: concept("Đái tháo đường"),
      clinicalStatus: coded("remission"),
      verificationStatus: coded("provisional"),
      severity: concept("Vừa"),
      onsetString: "Từ nhỏ",
      abatementDateTime: "2026",
      bodySite: [concept("Tụy")],
      note: [{ text: "Theo dõi" }],
    });
    expect(condition).toMatchObject({
      alert: false,
      clinical: "remission",
      certainty: "provisional",
      severity: "Vừa",
      ended: { from: "2025-12-31T17:00:00.000Z", precision: "year" },
      bodySites: ["Tụy"],
      notes: ["Từ nhỏ", "Theo dõi"],
    });
    const flag = await viewOf(store, "conditions", {
      resourceType: "Flag",
      status: "active",
      code: concept("Nguy cơ ngã"),
      period: { start: "2026" },
    });
    expect(flag).toMatchObject({ alert: true, clinical: "active", title: "Nguy cơ ngã" });
  });

  test("a vaccination, and one that was not given", async () => {
    const given = await viewOf(store, "vaccinations", {
      resourceType: "Immunization",
      status: "completed",
      patient: { reference: "Patient/p" },
      vaccineCode: concept("BCG"),
      occurrenceString: "lúc sinh",
      lotNumber: " A1 ",
      protocolApplied: [
        { series: "TCMR", targetDisease: [concept("Lao")], doseNumberPositiveInt: 1, seriesDosesPositiveInt: 3 },
      ],
    });
    expect(given).toMatchObject({
      given: true,
      lot: "A1",
      dose: "1",
      doses: "3",
      series: "TCMR",
      against: ["Lao"],
      whenText: "lúc sinh",
    });
    const not = await viewOf(store, "vaccinations", {
      resourceType: "Immunization",
      status: "not-done",
      patient: { reference: "Patient/p" },
      vaccineCode: concept("Sởi"),
      statusReason: concept("Đang sốt"),
      isSubpotent: true,
    });
    expect(not).toMatchObject({ given: false, reasonNotGiven: "Đang sốt", subpotent: true });
  });

  test("a procedure, and a device one lives with", async () => {
    const procedure = await viewOf(store, "procedures", {
      resourceType: "Procedure",
      status: "completed",
      code: concept("Mổ ruột thừa"),
      performedString: "năm 2010",
      reasonCode: [concept("Viêm")],
      outcome: concept("Tốt"),
      bodySite: [concept("Bụng")],
    });
    expect(procedure).toMatchObject({
      form: "procedure",
      reasons: ["Viêm"],
      outcome: "Tốt",
      bodySites: ["Bụng"],
      whenText: "năm 2010",
      when: undefined,
    });
    const device = await viewOf(store, "procedures", {
      resourceType: "DeviceUseStatement",
      status: "active",
      device: { display: "Máy tạo nhịp" },
    });
    expect(device).toMatchObject({ form: "device", title: "Máy tạo nhịp" });
  });

  test("a document by its type, its parts or its files, never its content", async () => {
    const file = await viewOf(store, "documents", {
      resourceType: "DocumentReference",
      status: "current",
      docStatus: "amended",
      type: concept("Giấy ra viện"),
      content: [{ attachment: { contentType: "application/pdf", title: "ra-vien.pdf", data: "SGVsbG8=" } }],
    });
    expect(file).toMatchObject({
      form: "document",
      title: "Giấy ra viện",
      status: "amended",
      files: [{ title: "ra-vien.pdf", contentType: "application/pdf" }],
    });
    expect(JSON.stringify(file)).not.toContain("SGVsbG8");
    const summary = await viewOf(store, "documents", {
      resourceType: "Composition",
      status: "final",
      type: concept("Tóm tắt"),
      date: "2026",
      title: "Tóm tắt bệnh án",
      section: [{ title: "Thuốc" }, { code: concept("Dị ứng") }, {}],
    });
    expect(summary).toMatchObject({ form: "summary", title: "Tóm tắt bệnh án", parts: ["Thuốc", "Dị ứng"] });
  });

  test("next steps of five kinds", async () => {
    const whose = {
      participant: [{ actor: { reference: "Patient/p", display: "x" } }, { actor: { display: "Phòng 5" } }],
    };
    expect(
      await viewOf(store, "next-steps", {
        resourceType: "Appointment",
        status: "booked",
        start: "2999-01-01T08:00:00+07:00",
        subject: undefined,
        ...whose,
        description: "Tái khám",
        reasonCode: [concept("Đường huyết")],
        comment: "Nhịn ăn",
      }),
    ).toMatchObject({
      form: "appointment",
      title: "Tái khám",
      details: ["Đường huyết", "Phòng 5"],
      instruction: "Nhịn ăn",
      open: true,
    });
    expect(
      await viewOf(store, "next-steps", {
        resourceType: "CarePlan",
        status: "active",
        intent: "plan",
        title: "Chế độ ăn",
        activity: [{ detail: { code: concept("Rau"), description: "mỗi bữa" } }, {}],
      }),
    ).toMatchObject({ form: "plan", title: "Chế độ ăn", details: ["Rau: mỗi bữa"], open: true });
    expect(
      await viewOf(store, "next-steps", {
        resourceType: "Goal",
        lifecycleStatus: "active",
        description: concept("HbA1c < 7"),
        achievementStatus: concept("Đang tiến triển"),
      }),
    ).toMatchObject({ form: "goal", title: "HbA1c < 7", details: ["Đang tiến triển"] });
    expect(
      await viewOf(store, "next-steps", {
        resourceType: "ServiceRequest",
        status: "completed",
        intent: "order",
        code: concept("Siêu âm"),
        patientInstruction: "Uống nước",
      }),
    ).toMatchObject({ form: "request", open: false, instruction: "Uống nước" });
    const due = {
      recommendation: [
        { vaccineCode: [concept("Sởi")], forecastStatus: concept("Đến hạn"), dateCriterion: [{ value: "2027-01" }] },
      ],
    };
    expect(
      await viewOf(store, "next-steps", {
        resourceType: "ImmunizationRecommendation",
        patient: { reference: "Patient/p" },
        date: "2026-11-01",
        ...due,
      }),
    ).toMatchObject({
      form: "vaccination-due",
      title: "Sởi",
      when: { from: "2026-12-31T17:00:00.000Z", precision: "month" },
      details: ["Đến hạn"],
      open: true,
    });
    const [recommended] = due.recommendation;
    const overdue = {
      recommendation: [{ ...recommended, forecastStatus: { coding: [{ code: "overdue" }], text: "Trễ" } }],
    };
    expect(
      await viewOf(store, "next-steps", { resourceType: "ImmunizationRecommendation", date: "2026-11-01", ...overdue }),
    ).toMatchObject({ status: "overdue", details: [], open: true });
  });
});

describe("names behind references", () => {
  test("of staff, roles, places and illnesses stand on a visit's page in the facility's words", async () => {
    const chart = await chartOf(
      store,
      { resourceType: "Practitioner", id: "nm-d", name: [{ prefix: ["BS."], family: "Trần", given: ["Đức", "Anh"] }] },
      { resourceType: "Practitioner", id: "nm-e", name: [{ text: "ĐD. Hoa" }] },
      { resourceType: "PractitionerRole", id: "nm-r", practitioner: { reference: "Practitioner/nm-e" } },
      { resourceType: "Location", id: "nm-l", name: "Khoa Nội tiết" },
      {
        resourceType: "Condition",
        id: "nm-c",
        code: concept("Đái tháo đường"),
        subject: { reference: "Patient/p" },
        encounter: { reference: "Encounter/nm-v" },
      },
      {
        resourceType: "Encounter",
        id: "nm-v",
        status: "finished",
        class: { code: "AMB" },
        subject: { reference: "Patient/p" },
        participant: [
          { individual: { reference: "Practitioner/nm-d" } },
          { individual: { reference: "PractitionerRole/nm-r" } },
          { individual: { reference: "Practitioner/never" } },
          { individual: { display: "BS. Ngoài" } },
        ],
        location: [{ location: { reference: "Location/nm-l" } }],
        diagnosis: [{ condition: { reference: "Condition/nm-c" } }],
      },
    );
    const [item] = await chart.items("visits");
    const { visit } = await readVisit(chart.ctx, { id: item?.id ?? "", showHidden: false });
    expect(visit.practitioners).toEqual(["BS. Trần Đức Anh", "ĐD. Hoa", "BS. Ngoài"]);
    expect([visit.department, visit.diagnoses]).toEqual(["Khoa Nội tiết", ["Đái tháo đường"]]);
  });
});
