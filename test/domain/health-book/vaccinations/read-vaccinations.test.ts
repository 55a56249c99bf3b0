import { expect, test } from "vitest";
import { later } from "#app/domain/health-book/vaccinations/days.ts";
import { readCertificate } from "#app/domain/health-book/vaccinations/read-certificate.ts";
import { readVaccinations } from "#app/domain/health-book/vaccinations/read-vaccinations.ts";
import { localDay } from "#app/shared/dates.ts";
import { type Json, patientOf, recordStore, someNumber, transaction } from "#test/support/record-store.ts";

const store = await recordStore();
const today = localDay(new Date());
const monthsAgo = (n: number) => later(today, { months: -n });
const shot = (id: string, text: string, day: string | undefined, more: Json = {}): Json => ({
  resourceType: "Immunization",
  id,
  status: "completed",
  vaccineCode: { text },
  patient: { reference: "Patient/child" },
  ...(day ? { occurrenceDateTime: day } : { occurrenceString: "Không ghi ngày tiêm" }),
  lotNumber: `LOT-${id}`,
  ...more,
});

async function childOf(birthDate: string | undefined, ...resources: Json[]) {
  const id = `c-${Math.random().toString(36).slice(2)}`;
  const patient = patientOf(id, someNumber(), { name: [{ text: "Lê Gia Bảo" }], gender: "male", birthDate });
  const text = JSON.stringify(transaction(patient, ...resources)).replaceAll('"Patient/child"', `"Patient/${id}"`);
  const answer = await store.send(text);
  if (answer.state !== "accepted") throw new Error(JSON.stringify(answer.body));
  const ctx = store.citizen(await store.personOfPatient(id));
  return {
    page: () => readVaccinations(ctx, { page: 1, showHidden: false }),
    sheet: () => readCertificate(ctx, { showHidden: false }),
  };
}

test("a child's doses are counted from what hospitals sent, and the hospital's own recommendation stands beside", async () => {
  const child = await childOf(
    monthsAgo(14),
    shot("s1", "Sởi", monthsAgo(4)),
    shot("s2", "Sởi", monthsAgo(1), { status: "not-done" }),
    shot("s3", "VNNB", monthsAgo(1), { isSubpotent: true }),
    shot("s4", "BCG", monthsAgo(13), { status: "entered-in-error" }),
    shot("s5", "Vắc xin chưa ai biết", monthsAgo(2)),
    shot("s6", "Cúm mùa", monthsAgo(2)),
    shot("s7", "Bại liệt uống", undefined),
    {
      resourceType: "ImmunizationRecommendation",
      id: "r1",
      patient: { reference: "Patient/child" },
      date: today,
      recommendation: [
        {
          vaccineCode: [{ text: "Rota" }],
          forecastStatus: { coding: [{ code: "contraind" }] },
        },
      ],
    },
  );
  const { plan, leftOut, total } = await child.page();
  const of = (course: string) => plan?.find((one) => one.course === course);
  expect(of("measles")).toMatchObject({ given: [{ day: { low: monthsAgo(4) } }], next: { state: "not-yet", dose: 2 } });
  expect(of("japanese-encephalitis")?.next).toMatchObject({ dose: 1 });
  expect(of("tuberculosis")?.next.state).toBe("overdue");
  expect(of("polio")?.next).toMatchObject({ state: "unsure", why: "uncounted" });
  expect(of("rotavirus")?.told).toMatchObject([{ title: "Rota", status: "contraind" }]);
  expect(total).toBe(7);
  expect(leftOut.map(({ title, why }) => [title, why]).toSorted()).toEqual([
    ["Bại liệt uống", "no-day"],
    ["Cúm mùa", "not-in-schedule"],
    ["Vắc xin chưa ai biết", "unrecognised"],
  ]);

  const { person, doses } = await child.sheet();
  expect(person.name).toBe("Lê Gia Bảo");
  expect(doses.map(({ title, lot }) => [title, lot])).toEqual([
    ["Sởi", "LOT-s1"],
    ["Cúm mùa", "LOT-s6"],
    ["Vắc xin chưa ai biết", "LOT-s5"],
    ["Bại liệt uống", "LOT-s7"],
  ]);
});

test("nobody past the schedule's age is told what they lack, and without a birth date nothing is counted", async () => {
  const adult = await childOf("1958-02", shot("a1", "Uốn ván", monthsAgo(3)));
  expect(await adult.page()).toMatchObject({ plan: undefined, noPlan: "past-the-schedule", total: 1 });
  const inPart = await childOf(monthsAgo(24).slice(0, 4));
  expect(await inPart.page()).toMatchObject({ birthInPart: true, noPlan: undefined });
});
