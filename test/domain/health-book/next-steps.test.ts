import { describe, expect, test } from "vitest";
import { vaccinationsDue } from "#app/domain/health-book/internal/vaccinations-due.ts";
import { readAppointment } from "#app/domain/health-book/read-appointment.ts";
import { viewOf } from "#test/support/chart.ts";
import { type Json, patientOf, recordStore, someNumber, transaction } from "#test/support/record-store.ts";

const store = await recordStore();
const coded = (code: string, text?: string) => ({ coding: [{ code }], ...(text ? { text } : {}) });
const criterion = (code: string, value: string) => ({ code: coded(code), value });
const recommended = (vaccine: string, status: string, ...dateCriterion: Json[]) => ({
  vaccineCode: [{ text: vaccine }],
  forecastStatus: coded(status),
  dateCriterion,
});
const due = (...recommendation: Json[]) =>
  viewOf(store, "next-steps", {
    resourceType: "ImmunizationRecommendation",
    patient: { reference: "Patient/p" },
    date: "2026-01-01",
    recommendation,
  });
const midnight = (day: string) => new Date(`${day}T00:00:00+07:00`).toISOString();

describe("recommended vaccinations", () => {
  test("are all there: what comes first leads, what is done comes last", async () => {
    const view = await due(
      recommended("BCG", "complete"),
      recommended("Bại liệt", "due", criterion("30980-7", "2999-03-01")),
      recommended("Sởi", "overdue", criterion("30980-7", "2999-01-01")),
      recommended("Viêm gan B", "due", criterion("30980-7", "2999-02-01")),
    );
    expect(view).toMatchObject({ title: "Sởi", status: "overdue", when: { from: midnight("2999-01-01") }, open: true });
    expect(view.others.map((one) => [one.title, one.status, one.when?.from])).toEqual([
      ["Viêm gan B", "due", midnight("2999-02-01")],
      ["Bại liệt", "due", midnight("2999-03-01")],
      ["BCG", "complete", midnight("2026-01-01")],
    ]);
  });

  test.each<[string, Json[], string | undefined, string | undefined]>([
    ["the due date", [criterion("30981-5", "2999-01-01"), criterion("30980-7", "2999-02-01")], "2999-02-01", undefined],
    [
      "else the earliest",
      [criterion("59777-3", "2999-09-01"), criterion("30981-5", "2999-01-01")],
      "2999-01-01",
      "earliest",
    ],
    ["else what there is", [criterion("59777-3", "2999-09-01")], "2999-09-01", "latest"],
    ["in the sender's words", [{ code: { text: "Nhắc lại" }, value: "2999-09-01" }], "2999-09-01", "Nhắc lại"],
    ["without a name", [{ value: "2999-09-01" }], "2999-09-01", undefined],
  ])("are dated by %s, and which it is is said", async (_name, dates, day, dateIs) => {
    const view = await due(recommended("Sởi", "due", ...dates));
    expect([view.when?.from, view.dateIs]).toEqual([day && midnight(day), dateIs]);
  });

  test("without any day come after those that have one", () => {
    const recommendation = [
      recommended("Không rõ ngày", "due"),
      recommended("Sau", "due", criterion("30980-7", "2999-02-01")),
      recommended("Trước", "due", criterion("30980-7", "2999-01-01")),
    ];
    const sent = { resourceType: "ImmunizationRecommendation", recommendation } as Parameters<
      typeof vaccinationsDue
    >[0];
    expect(vaccinationsDue(sent, undefined, false, new Date()).map(({ title }) => title)).toEqual([
      "Trước",
      "Sau",
      "Không rõ ngày",
    ]);
  });

  test("name every vaccine that would do", async () =>
    expect((await due({ vaccineCode: [{ text: "MR" }, { text: "MMR" }] })).title).toBe("MR, MMR"));

  test("are no longer ahead two years after their day", async () => {
    expect((await due(recommended("Sởi", "due", criterion("30980-7", "2012-01-01")))).open).toBe(false);
    const both = await due(
      recommended("Sởi", "due", criterion("30980-7", "2012-01-01")),
      recommended("Uốn ván", "due", criterion("30980-7", "2999-01-01")),
    );
    expect([both.title, both.open, both.others.map((one) => one.title)]).toEqual(["Uốn ván", true, ["Sởi"]]);
  });
});

test.each(["checked-in", "arrived"])("an appointment today is not over when somebody is %s", async (status) =>
  expect(
    await viewOf(store, "next-steps", {
      resourceType: "Appointment",
      status,
      start: new Date(Date.now() - 3_600_000).toISOString(),
      participant: [{ actor: { reference: "Patient/p" } }],
    }),
  ).toMatchObject({ status, open: true }),
);

describe("an appointment for a calendar", () => {
  const appointment = (id: string, status: string, start: string) => ({
    resourceType: "Appointment",
    id,
    status,
    start,
    description: "Tái khám đái tháo đường",
    participant: [{ actor: { reference: "Patient/cal" }, status: "accepted" }],
  });
  const idOf = async (sourceId: string) => (await store.versionsOf("Appointment", sourceId))[0]?.entryId ?? "";

  test("is the reader's own and still ahead; else there is none", async () => {
    const number = someNumber();
    await store.send(
      transaction(
        patientOf("cal", number),
        appointment("cal-1", "booked", "2999-01-05T08:30:00+07:00"),
        appointment("cal-2", "cancelled", "2999-01-05T08:30:00+07:00"),
        appointment("cal-3", "booked", "2020-01-05T08:30:00+07:00"),
      ),
    );
    const ctx = store.citizen(await store.personOf(number));
    const found = await readAppointment(ctx, await idOf("cal-1"));
    expect([found.when?.from, found.open]).toEqual(["2999-01-05T01:30:00.000Z", true]);
    for (const gone of [await idOf("cal-2"), await idOf("cal-3"), "x"])
      await expect(readAppointment(ctx, gone)).rejects.toMatchObject({ kind: "not-found" });
    const stranger = store.citizen(await store.personOf(someNumber()));
    await expect(readAppointment(stranger, await idOf("cal-1"))).rejects.toMatchObject({ kind: "not-found" });
  });
});
