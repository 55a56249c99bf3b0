import { describe, expect, test } from "vitest";
import { readBook } from "#app/domain/health-book/read-book.ts";
import { chartOf } from "#test/support/chart.ts";
import { type Json, observationOf, recordStore } from "#test/support/record-store.ts";

const store = await recordStore();
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const many = (n: number, each: (at: number) => Json) => Array.from({ length: n }, (_, at) => each(at));
const patient = { reference: "Patient/p" };
let ids = 0;
const id = () => `fp-${ids++}`;

const bookOf = async (...sent: Json[]) => readBook((await chartOf(store, ...sent)).ctx, { showHidden: false });

describe("the first page of the book", () => {
  test("has the nearest appointments, and beside them what else comes next", async () => {
    const appointments = many(15, (at) => ({
      resourceType: "Appointment",
      id: id(),
      status: "booked",
      description: `ngày ${at + 1}`,
      start: inDays(at + 1),
      participant: [{ actor: patient }],
    }));
    const order = {
      resourceType: "ServiceRequest",
      id: id(),
      status: "active",
      intent: "order",
      code: { text: "Siêu âm" },
    };
    const { nextSteps } = await bookOf(...appointments.reverse(), { ...order, subject: patient, authoredOn: "2020" });
    expect(nextSteps.items.map((step) => step.title)).toEqual([
      ...many(12, (at) => ({ day: at + 1 })).map(({ day }) => `ngày ${day}`),
      "Siêu âm",
    ]);
    expect(nextSteps.total).toBe(16);
  });

  test("has every allergy and every current medicine", async () => {
    const allergies = many(45, (at) => ({
      resourceType: "AllergyIntolerance",
      id: id(),
      patient,
      code: { text: `Chất ${at}` },
      clinicalStatus: { coding: [{ code: "active" }] },
    }));
    const medicine = (at: number, elements: Json = {}) => ({
      resourceType: "MedicationRequest",
      id: id(),
      status: "active",
      intent: "order",
      subject: patient,
      medicationCodeableConcept: { text: `Thuốc ${at}` },
      ...elements,
    });
    const ended = { dosageInstruction: [{ timing: { repeat: { boundsPeriod: { end: "2020-01-01" } } } }] };
    const medicines = [
      ...many(60, (at) => medicine(at, { authoredOn: "2024-01-01", ...ended })),
      ...many(45, (at) => medicine(at, { authoredOn: "2010-01-01" })),
    ];
    const book = await bookOf(...allergies, ...medicines);
    expect([book.allergies.items.length, book.allergies.cut]).toEqual([45, false]);
    expect([book.medicines.items.length, book.medicines.cut]).toEqual([45, false]);
  });

  test("says so where there are more allergies than a page can hold", async () => {
    const book = await bookOf(
      ...many(201, (at) => ({ resourceType: "AllergyIntolerance", id: id(), patient, code: { text: `Chất ${at}` } })),
    );
    expect([book.allergies.items.length, book.allergies.total, book.allergies.cut]).toEqual([200, 201, true]);
  });

  test("counts as its sections' pages do", async () => {
    const chart = await chartOf(
      store,
      { resourceType: "Encounter", id: id(), status: "finished", class: { code: "AMB" }, subject: patient },
      { resourceType: "Encounter", id: id(), status: "planned", class: { code: "AMB" }, subject: patient },
      ...many(9, () => observationOf(id(), "p")),
    );
    const book = await readBook(chart.ctx, { showHidden: false });
    for (const section of ["visits", "results"] as const) {
      const page = await chart.section(section);
      expect([page.items.length, page.total]).toEqual([book.totals[section], book[section].total]);
      expect(book[section].total).toBe(book.totals[section]);
    }
  });
});

test("an entry without a status is not withdrawn", async () => {
  const chart = await chartOf(store, { resourceType: "AllergyIntolerance", id: id(), patient, code: { text: "Tôm" } });
  expect((await chart.items("allergies")).map((item) => item.withdrawn)).toEqual([false]);
});
