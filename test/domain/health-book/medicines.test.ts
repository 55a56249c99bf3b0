import { describe, expect, test } from "vitest";
import { viewOf } from "#test/support/chart.ts";
import { type Json, recordStore } from "#test/support/record-store.ts";

const store = await recordStore();
const DAY = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const prescribed = (elements: Json) =>
  viewOf(store, "medicines", {
    resourceType: "MedicationRequest",
    status: "active",
    intent: "order",
    medicationCodeableConcept: { text: "Prednisolon" },
    ...elements,
  });
const repeat = (repeat: Json, more: Json = {}) => ({ ...more, timing: { repeat } });
const until = (end: string) => repeat({ boundsPeriod: { end } });
const lasting = (value: number, unit: string, more: Json = {}) =>
  repeat({ boundsDuration: { value, code: unit } }, more);

describe("the last day of a medicine", () => {
  test("is that of its last step, whatever their order", async () => {
    for (const dosageInstruction of [
      [until(day(-6)), until(day(20))],
      [until(day(20)), until(day(-6))],
    ]) {
      const { current, until } = await prescribed({ authoredOn: day(-20), dosageInstruction });
      expect([current, until?.to?.slice(0, 10)]).toEqual([true, day(20)]);
    }
  });

  test("is not known where one step has no end", async () =>
    expect(
      await prescribed({ authoredOn: "2019-01-01", dosageInstruction: [until("2019-01-08"), { text: "sau đó 5 mg" }] }),
    ).toMatchObject({ current: true, until: undefined, lasts: undefined }));

  test.each<[string, Json, string]>([
    ["7 d", { dosageInstruction: [lasting(7, "d")] }, "2019-01-07T16:59:59.999Z"],
    ["2 wk", { dosageInstruction: [lasting(2, "wk")] }, "2019-01-14T16:59:59.999Z"],
    ["1 mo", { dosageInstruction: [lasting(1, "mo")] }, "2019-01-31T16:59:59.999Z"],
    ["7 ngày", { dosageInstruction: [lasting(7, "ngày")] }, "2019-01-07T16:59:59.999Z"],
    [
      "at the same time: the longest",
      { dosageInstruction: [lasting(7, "d"), lasting(3, "d")] },
      "2019-01-07T16:59:59.999Z",
    ],
    [
      "two side by side, then one",
      {
        dosageInstruction: [
          lasting(3, "d", { sequence: 2 }),
          lasting(7, "d", { sequence: 1 }),
          lasting(5, "d", { sequence: 1 }),
        ],
      },
      "2019-01-10T16:59:59.999Z",
    ],
    [
      "one after another: both",
      { dosageInstruction: [lasting(7, "d", { sequence: 1 }), lasting(3, "d", { sequence: 2 })] },
      "2019-01-10T16:59:59.999Z",
    ],
  ])("comes so long after it was prescribed: %s", async (_name, elements, last) => {
    const { current, until } = await prescribed({ authoredOn: "2019-01-01", ...elements });
    expect([current, until?.to]).toEqual([false, last]);
    expect((await prescribed({ authoredOn: day(0), ...elements })).current).toBe(true);
  });

  test("is reckoned from the end of the step before", async () => {
    const dosageInstruction = [{ ...until("2019-01-07"), sequence: 1 }, lasting(3, "d", { sequence: 2 })];
    const view = await prescribed({ authoredOn: "2019-01-01", dosageInstruction });
    expect([view.current, view.until?.to]).toEqual([false, "2019-01-10T16:59:59.999Z"]);
  });

  test.each<[string, Json]>([
    ["in a unit nobody knows", { dosageInstruction: [lasting(7, "constructor")] }],
    ["after some day of a month", { authoredOn: "2019-01", dosageInstruction: [lasting(7, "d")] }],
    ["after a day nobody told", { authoredOn: undefined, dosageInstruction: [lasting(7, "d")] }],
  ])("is not known %s", async (_name, elements) =>
    expect(await prescribed({ authoredOn: "2019-01-01", ...elements })).toMatchObject({
      current: true,
      until: undefined,
    }),
  );
});

describe("where no last day is told", () => {
  const supply = (days: number, more: Json = {}) => ({ expectedSupplyDuration: { value: days, unit: "d" }, ...more });
  const old = { authoredOn: "2019-01-01" };

  test("the medicine is over when all of its supply is", async () => {
    expect(await prescribed({ ...old, dispenseRequest: supply(7) })).toMatchObject({
      current: false,
      until: undefined,
      lasts: { by: "supply", until: { to: "2019-01-07T16:59:59.999Z" } },
    });
    const repeats = supply(30, { numberOfRepeatsAllowed: 2 });
    expect((await prescribed({ authoredOn: day(-80), dispenseRequest: repeats })).current).toBe(true);
    expect((await prescribed({ authoredOn: day(-95), dispenseRequest: repeats })).current).toBe(false);
  });

  test("what was collected on a prescription's last valid day may still be taken, but not for years", async () => {
    const validity = (end: string) => ({ dispenseRequest: { validityPeriod: { start: "2019-01-01", end } } });
    expect(await prescribed({ ...old, ...validity("2019-01-08") })).toMatchObject({
      current: false,
      until: undefined,
      lasts: { by: "collection", until: { to: "2019-01-08T16:59:59.999Z" } },
    });
    expect((await prescribed({ authoredOn: day(-40), ...validity(day(-35)) })).current).toBe(true);
  });

  test("a told day goes before both", async () =>
    expect(
      await prescribed({
        ...old,
        dosageInstruction: [until("2999-01-01")],
        dispenseRequest: supply(7, { validityPeriod: { end: "2019-01-08" } }),
      }),
    ).toMatchObject({ current: true, lasts: undefined }));
});

describe("only an order is a prescription", () => {
  test.each([
    ["order", "prescribed", true],
    ["original-order", "prescribed", true],
    ["reflex-order", "prescribed", true],
    ["filler-order", "prescribed", true],
    ["instance-order", "prescribed", true],
    ["proposal", "proposed", false],
    ["plan", "proposed", false],
    ["option", "proposed", false],
  ])("%s is %s", async (intent, form, current) =>
    expect(await prescribed({ intent, authoredOn: day(-1) })).toMatchObject({ form, current }),
  );
});
