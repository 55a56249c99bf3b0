import { describe, expect, test } from "vitest";
import { readSection } from "#app/domain/health-book/read-section.ts";
import { expectAccepted, packageStore } from "#test/support/package-store.ts";
import { plausibleCase } from "#test/support/qd3176/plausible-case.ts";
import { medicineRow } from "#test/support/qd3176/rows.ts";
import { bundleOf, type Json, patientOf, someNumber } from "#test/support/record-store.ts";

const store = await packageStore();
const other = await store.addFacility("99002");
const subject = { reference: "Patient/p" };
let ids = 0;

/** One person of whom two hospitals tell these things; gives the section as the person reads it. */
async function toldBy(here: Json[], there: Json[], section: "vaccinations" | "medicines" | "conditions") {
  const number = someNumber();
  const patient = `sf-${ids++}`;
  const told = (resources: Json[]) =>
    bundleOf("transaction", [
      patientOf(patient, number),
      ...resources.map((r) => ({ id: `sf-${ids++}`, ...r, ...of(r, patient) })),
    ]);
  await store.send(told(here));
  if (there.length > 0) await store.send(told(there), { facilityId: other });
  const view = await readSection(store.citizen(await store.personOf(number)), { section, page: 1, showHidden: false });
  return view.items.map((item) => ({
    title: item.title,
    also: (item.alsoFrom ?? []).map((s) => s.facility),
    otherwise: item.toldOtherwise === true,
    times: item.kind === "condition" ? item.times : undefined,
  }));
}

const of = (resource: Json, patient: string): Json => {
  const reference = { reference: `Patient/${patient}` };
  return resource.resourceType === "Immunization" ? { patient: reference } : { subject: reference };
};

const dose = (elements: Json = {}): Json => ({
  resourceType: "Immunization",
  status: "completed",
  vaccineCode: { coding: [{ system: "urn:vaccine", code: "MR" }], text: "Sởi – Rubella" },
  occurrenceDateTime: "2026-03-02",
  lotNumber: "AB12",
  patient: subject,
  ...elements,
});

const line = (elements: Json = {}): Json => ({
  resourceType: "MedicationRequest",
  status: "active",
  intent: "order",
  authoredOn: "2026-11-20",
  groupIdentifier: { value: "99001a1b2c3d-c" },
  medicationCodeableConcept: { text: "Amlodipin 5mg" },
  dosageInstruction: [{ text: "Ngày 1 viên" }],
  subject,
  ...elements,
});

const once = { also: ["BV 99001"], otherwise: false };

describe("the same dose of two places", () => {
  test("is one, with both, when vaccine, day and lot are the same", async () => {
    const items = await toldBy(
      [dose()],
      [dose({ lotNumber: "ab12 ", vaccineCode: { text: "sởi rubella" } })],
      "vaccinations",
    );
    expect(items).toHaveLength(1);
    expect(items[0]?.otherwise).toBe(false);
    expect(items[0]?.also).toHaveLength(1);
  });

  test("stands side by side when the lot differs, or one does not say it", async () => {
    for (const lot of [{ lotNumber: "CD34" }, { lotNumber: undefined }]) {
      const items = await toldBy([dose()], [dose(lot)], "vaccinations");
      expect(items.map((i) => i.otherwise)).toEqual([true, true]);
    }
  });

  test("is two on two days, two in one place, and two where one was not given or has an unknown modifier", async () => {
    for (const [here, there] of [
      [[dose()], [dose({ occurrenceDateTime: "2026-03-03" })]],
      [[dose(), dose({ note: [{ text: "mũi hai" }] })], []],
      [[dose()], [dose({ status: "not-done" })]],
      // The other place's word must not cover what a modifier we cannot read may take back.
      [[dose()], [dose({ modifierExtension: [{ url: "urn:x", valueBoolean: true }] })]],
    ] as const) {
      const items = await toldBy([...here], [...there], "vaccinations");
      expect(items.map((i) => [i.also, i.otherwise])).toEqual([
        [[], false],
        [[], false],
      ]);
    }
  });
});

describe("the same prescription of two places", () => {
  test("is one line when code, medicine and dose are the same", async () => {
    const items = await toldBy(
      [line()],
      [line({ medicationCodeableConcept: { text: "AMLODIPIN 5 mg" } })],
      "medicines",
    );
    expect(items).toHaveLength(1);
    expect(items[0]?.also.length).toBe(1);
  });

  test("stands side by side when the doses differ", async () => {
    const items = await toldBy([line()], [line({ dosageInstruction: [{ text: "Ngày 2 viên" }] })], "medicines");
    expect(items.map((i) => i.otherwise)).toEqual([true, true]);
  });

  test("without a national code nothing is joined", async () => {
    const none = { groupIdentifier: undefined };
    expect(await toldBy([line(none)], [line(none)], "medicines")).toHaveLength(2);
  });
});

describe("a prescription line and the package's row of it", () => {
  /** What a hospital prescribed, told in its package and in FHIR; gives the medicines as the person reads them. */
  async function toldTwice(fields: Record<string, string>, elements: Json) {
    const [number, maLk] = [someNumber(), `SF${ids++}`];
    const own = { MA_LK: maLk, STT: "1", MA_THUOC: "40.30.1", TEN_THUOC: "Amlodipin", HAM_LUONG: "5 mg" };
    const row = medicineRow({ ...own, NGAY_YL: "202611200815", ...fields }, { quantity: 30, price: 450 });
    const summary = { SO_CCCD: number, MA_BN: maLk, MA_THE_BHYT: "" };
    const more = { XML2: [row] };
    expectAccepted(await store.deliver(plausibleCase({ maCskcb: "99001", maLk, medicines: 0, summary, more })));
    return toldOf(number, [line({ groupIdentifier: undefined, ...elements })]);
  }
  const toldOf = async (number: string, resources: Json[]) => {
    const patient = `sf-${ids++}`;
    const own = resources.map((r) => ({ id: `sf-${ids++}`, ...r, ...of(r, patient) }));
    await store.send(bundleOf("transaction", [patientOf(patient, number), ...own]));
    const ctx = store.citizen(await store.personOf(number));
    const view = await readSection(ctx, { section: "medicines", page: 1, showHidden: false });
    return view.items.map((i) => [i.alsoFrom?.map((s) => s.fromPackage) ?? [], i.toldOtherwise === true]);
  };
  const supply = (value: number) => ({ dispenseRequest: { quantity: { value, unit: "viên" } } });
  const daily = { LIEU_DUNG: "1 viên/lần * 1 lần/ngày", CACH_DUNG: "Uống buổi sáng", DON_VI_TINH: "Viên" };
  const perDay = (value: number, frequency: number) => ({
    dosageInstruction: [
      {
        timing: { repeat: { frequency, period: 1, periodUnit: "d" } },
        doseAndRate: [{ doseQuantity: { value, unit: "viên" } }],
      },
    ],
  });

  test.each<[string, Record<string, string>, Json]>([
    ["the same dose, each in its words", daily, { dosageInstruction: [{ text: "Ngày 1 viên" }], ...supply(30) }],
    ["the same dose, in elements", daily, perDay(1, 1)],
    ["half of it twice a day", { ...daily, LIEU_DUNG: "1/2 viên x 2 lần/ngày" }, perDay(1, 1)],
    ["no dose on one side", { ...daily, LIEU_DUNG: "", CACH_DUNG: "" }, {}],
    ["words without figures on one side", { ...daily, LIEU_DUNG: "Theo chỉ định" }, {}],
  ])("is one line with two sources: %s", async (_name, fields, elements) => {
    expect(await toldTwice(fields, elements)).toEqual([[[true], false]]);
  });

  test.each<[string, Record<string, string>, Json]>([
    ["another dose", daily, { dosageInstruction: [{ text: "Ngày 2 viên" }] }],
    ["another dose, in elements", daily, perDay(1, 2)],
    ["other figures in words nobody can reckon with", daily, { dosageInstruction: [{ text: "2 viên khi đau" }] }],
    ["another quantity", daily, supply(60)],
    [
      "another strength of the same ingredient",
      daily,
      {
        medicationCodeableConcept: {
          coding: [{ system: "urn:so-khoe:qd3176:MA_THUOC", code: "40.30.1" }],
          text: "Amlodipin 10mg",
        },
      },
    ],
  ])("stands side by side with a note: %s", async (_name, fields, elements) => {
    expect(await toldTwice(fields, elements)).toEqual([
      [[], true],
      [[], true],
    ]);
  });
});

describe("a diagnosis recorded at visits", () => {
  const diagnosis = (elements: Json = {}): Json => ({
    resourceType: "Condition",
    category: [{ coding: [{ code: "encounter-diagnosis" }] }],
    code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10", code: "I10" }], text: "Tăng huyết áp" },
    recordedDate: "2026-10-01",
    subject,
    ...elements,
  });

  test("is one line that says how often; a confirmed illness stays its own", async () => {
    const confirmed = { verificationStatus: { coding: [{ code: "confirmed" }] } };
    const items = await toldBy(
      [diagnosis(), diagnosis({ recordedDate: "2026-09-01" }), diagnosis({ ...confirmed, recordedDate: "2020-01-01" })],
      [diagnosis({ recordedDate: "2026-11-01" })],
      "conditions",
    );
    expect(items.map((i) => i.times)).toEqual([3, 1]);
    expect(items[0]).toMatchObject(once);
  });
});
