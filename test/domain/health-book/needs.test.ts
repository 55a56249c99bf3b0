import { describe, expect, test } from "vitest";
import { readBook } from "#app/domain/health-book/read-book.ts";
import { chartOf } from "#test/support/chart.ts";
import { type Json, observationOf, recordStore } from "#test/support/record-store.ts";

const store = await recordStore();
const DAY = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const patient = { reference: "Patient/p" };
const needsOf = async (...sent: Json[]) => {
  const { needs } = await readBook((await chartOf(store, ...sent)).ctx, { showHidden: false });
  return needs.map((need) =>
    need.kind === "medicines-ending" ? [need.kind, ...need.titles] : [need.kind, need.title],
  );
};

const value = (id: string, code: string, days: number): Json =>
  observationOf(id, "p", {
    code: { text: "Kali" },
    interpretation: [{ coding: [{ code }] }],
    effectiveDateTime: day(days),
  });
const medicine = (id: string, text: string, until: number, more: Json = {}): Json => ({
  resourceType: "MedicationRequest",
  id,
  status: "active",
  intent: "order",
  subject: patient,
  authoredOn: day(-20),
  medicationCodeableConcept: { text },
  dosageInstruction: [{ timing: { repeat: { boundsPeriod: { end: day(until) } } } }],
  ...more,
});
const due = (id: string, code: string, days: number): Json => ({
  resourceType: "ImmunizationRecommendation",
  id,
  patient,
  date: day(-200),
  recommendation: [
    {
      vaccineCode: [{ text: "Sởi – Rubella" }],
      forecastStatus: { coding: [{ code }] },
      dateCriterion: [{ code: { coding: [{ system: "http://loinc.org", code: "30980-7" }] }, value: day(days) }],
    },
  ],
});

describe("what waits for the person", () => {
  test("a value the laboratory calls critical, for a month", async () => {
    expect(await needsOf(value("n-1", "HH", -3))).toEqual([["critical-result", "Kali"]]);
    expect(await needsOf(value("n-2", "H", -3), value("n-3", "HH", -40))).toEqual([]);
  });

  test("medicines that end this week, together when on one day; not those that ended or go on", async () => {
    expect(
      await needsOf(
        medicine("n-4", "Amlodipin", 5),
        medicine("n-5", "Metformin", 5),
        medicine("n-6", "Aspirin", 30),
        medicine("n-7", "Amoxicillin", -2),
        medicine("n-8", "Prednisolon", 3, { status: "stopped" }),
      ),
    ).toEqual([["medicines-ending", expect.any(String), expect.any(String)]]);
  });

  test("a vaccination past its day, and none that is to come", async () => {
    expect(await needsOf(due("n-9", "overdue", -30))).toEqual([["vaccination-overdue", "Sởi – Rubella"]]);
    expect(await needsOf(due("n-10", "due", 30))).toEqual([]);
  });

  test("the most pressing first; and nothing where nothing waits", async () => {
    const all = await needsOf(due("n-11", "overdue", -30), medicine("n-12", "Amlodipin", 5), value("n-13", "LL", -1));
    expect(all.map(([kind]) => kind)).toEqual(["critical-result", "medicines-ending", "vaccination-overdue"]);
    expect(await needsOf()).toEqual([]);
  });
});
