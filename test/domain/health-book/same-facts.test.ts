import { describe, expect, test } from "vitest";
import { readSection } from "#app/domain/health-book/read-section.ts";
import { bundleOf, type Json, patientOf, recordStore, someNumber } from "#test/support/record-store.ts";

const store = await recordStore();
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

  test("is two on two days, two in one place, and two where one was not given", async () => {
    for (const [here, there] of [
      [[dose()], [dose({ occurrenceDateTime: "2026-03-03" })]],
      [[dose(), dose({ note: [{ text: "mũi hai" }] })], []],
      [[dose()], [dose({ status: "not-done" })]],
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
