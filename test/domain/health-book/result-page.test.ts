import { describe, expect, test } from "vitest";
import { readResult } from "#app/domain/health-book/read-result.ts";
import { chartOf } from "#test/support/chart.ts";
import { type Json, observationOf, recordStore } from "#test/support/record-store.ts";

const store = await recordStore();
const subject = { reference: "Patient/p" };
const hba1c = (id: string, elements: Json) => observationOf(id, "p", { subject, ...elements });

describe("a result among others of the same test", () => {
  test("is followed by earlier ones alone, and leads to the newest", async () => {
    const chart = await chartOf(
      store,
      hba1c("rp-17", { effectiveDateTime: "2017-01-01", valueQuantity: { value: 6, unit: "%" } }),
      hba1c("rp-19", { effectiveDateTime: "2019-01-01" }),
      hba1c("rp-22", { effectiveDateTime: "2022-01-01" }),
      hba1c("rp-24", { effectiveDateTime: "2024-01-01", valueQuantity: { value: 60, unit: "mmol/mol" } }),
      hba1c("rp-25", { effectiveDateTime: "2025-01-01", status: "registered", valueQuantity: undefined }),
      hba1c("rp-16", { effectiveDateTime: "2016-06-01", modifierExtension: [{ url: "urn:x", valueBoolean: true }] }),
      hba1c("rp-26", { effectiveDateTime: "2026-01-01", status: "entered-in-error" }),
      hba1c("rp-no", { effectiveDateTime: undefined }),
    );
    const items = await chart.items("results");
    const pageOf = async (year: string | undefined) => {
      const id = items.find((item) => item.when?.from.slice(0, 4) === year)?.id ?? "";
      const { earlier, newer, otherUnits } = await readResult(chart.ctx, { id, showHidden: false });
      return [earlier.map((one) => one.when?.from.slice(0, 4)), newer?.when?.from.slice(0, 4), otherUnits];
    };
    // Midnight in Vietnam is the evening before in UTC.
    expect(await pageOf("2018")).toEqual([["2016"], "2023", 0]);
    expect(await pageOf("2016")).toEqual([[], "2023", 0]);
    expect(await pageOf("2023")).toEqual([[], undefined, 3]);
    expect(await pageOf(undefined)).toEqual([[], undefined, 0]);
  });
});

test("a report of very many parts has the first 500, and says how many it does not show", async () => {
  const parts = Array.from({ length: 503 }, (_, at) => hba1c(`rp-p${at}`, { code: { text: `Chỉ số ${at}` } }));
  const chart = await chartOf(store, ...parts, {
    resourceType: "DiagnosticReport",
    id: "rp-report",
    status: "final",
    code: { text: "Phiếu dài" },
    subject,
    effectiveDateTime: "2026-11-02",
    result: parts.map(({ id }) => ({ reference: `Observation/${id}` })),
  });
  const report = (await chart.items("results")).find((item) => item.form === "report");
  const { members, membersUnshown } = await readResult(chart.ctx, { id: report?.id ?? "", showHidden: false });
  expect([members.length, members[499]?.title, membersUnshown]).toEqual([500, "Chỉ số 499", 3]);
});
