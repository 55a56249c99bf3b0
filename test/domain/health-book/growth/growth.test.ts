import { expect, test } from "vitest";
import { measureOf } from "#app/domain/health-book/growth/measures.ts";
import { readGrowth } from "#app/domain/health-book/growth/read-growth.ts";
import { type Json, patientOf, recordStore, someNumber, transaction } from "#test/support/record-store.ts";

const store = await recordStore();
const LOINC = "http://loinc.org";
const measured = (id: string, code: Json, value: number, unit: string, day: string, more: Json = {}): Json => ({
  resourceType: "Observation",
  id,
  status: "final",
  code,
  subject: { reference: "Patient/child" },
  effectiveDateTime: day,
  valueQuantity: { value, unit },
  ...more,
});
const loinc = (code: string) => ({ coding: [{ system: LOINC, code }] });

async function growthOf(birthDate: string, ...resources: Json[]) {
  const id = `g-${Math.random().toString(36).slice(2)}`;
  const patient = patientOf(id, someNumber(), { name: [{ text: "Lê Gia Bảo" }], birthDate });
  const text = JSON.stringify(transaction(patient, ...resources)).replaceAll('"Patient/child"', `"Patient/${id}"`);
  const answer = await store.send(text);
  if (answer.state !== "accepted") throw new Error(JSON.stringify(answer.body));
  return readGrowth(store.citizen(await store.personOfPatient(id)), { showHidden: false });
}

test.each([
  [loinc("29463-7"), "weight"],
  [loinc("8306-3"), "height"],
  [{ text: "Vòng đầu" }, "head"],
  [{ text: "Chỉ số khối cơ thể (BMI)" }, "bmi"],
  [{ text: "Cân nặng mẹ" }, undefined],
  [{ ...loinc("8867-4"), text: "Cân nặng" }, undefined],
])("%j is %s", (code, id) => expect(measureOf(code)).toBe(id));

test("a child's measurements of all hospitals are curves in one unit, without what is no figure", async () => {
  const year = new Date().getFullYear() - 2;
  const view = await growthOf(
    `${year}-01-05`,
    measured("w2", { text: "Cân nặng" }, 5.4, "kg", `${year}-03-05`),
    measured("w1", loinc("8339-4"), 3200, "g", `${year}-01-05`),
    measured("w3", loinc("29463-7"), 6, "lb", `${year}-04-05`),
    measured("w4", loinc("29463-7"), 6.2, "kg", `${year}-05-05`, { status: "entered-in-error" }),
    measured("w5", loinc("29463-7"), 6.2, "kg", `${year}-05-06`, {
      valueQuantity: { value: 6.2, comparator: ">", unit: "kg" },
    }),
    measured("h1", loinc("8302-2"), 0.575, "m", `${year}-03-05`),
  );
  expect(view.person.growing).toBe(true);
  expect(view.measured.map(({ measure, trend }) => [measure, trend.unit, trend.points.map(({ at }) => at)])).toEqual([
    ["weight", "kg", [3.2, 5.4]],
    ["height", "cm", [57.5]],
  ]);
});

test("nobody of nineteen has a growth chart", async () =>
  expect((await growthOf("1990")).person.growing).toBeUndefined());
