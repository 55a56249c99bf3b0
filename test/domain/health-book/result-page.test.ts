import { describe, expect, test } from "vitest";
import { readResult } from "#app/domain/health-book/read-result.ts";
import { readSection } from "#app/domain/health-book/read-section.ts";
import type { ResultKind } from "#app/domain/health-book/result-kinds.ts";
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
      const { trend, newer } = await readResult(chart.ctx, { id, showHidden: false });
      return [
        trend?.points.map((one) => `${one.when?.from.slice(0, 4)}${one.here ? "*" : ""}${one.apart ?? ""}`),
        newer?.when?.from.slice(0, 4),
      ];
    };
    // Midnight in Vietnam is the evening before in UTC.
    expect(await pageOf("2018")).toEqual([["2016", "2018*", "2021", "2023unit"], "2023"]);
    expect(await pageOf("2016")).toEqual([["2016*", "2018", "2021", "2023unit"], "2023"]);
    expect(await pageOf("2023")).toEqual([["2016unit", "2018unit", "2021unit", "2023*"], undefined]);
    expect(await pageOf(undefined)).toEqual([undefined, undefined]);
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

test("results are listed by kind, each in exactly one, a page at a time", async () => {
  const of = (id: string, code: string | undefined, elements: Json = {}) =>
    hba1c(id, { category: code ? [{ coding: [{ code }] }] : undefined, ...elements });
  const chart = await chartOf(
    store,
    ...Array.from({ length: 22 }, (_, at) => of(`rk-lab${at}`, "laboratory")),
    of("rk-vital", "vital-signs"),
    of("rk-none", undefined),
    { resourceType: "ImagingStudy", id: "rk-study", status: "available", subject, description: "X-quang" },
    {
      resourceType: "DiagnosticReport",
      id: "rk-ct",
      status: "final",
      subject,
      code: { text: "CT" },
      category: [{ coding: [{ code: "CT" }] }],
    },
  );
  const listed = async (kind?: ResultKind, page = 1) => {
    const view = await readSection(chart.ctx, { section: "results", kind, page, showHidden: false });
    return [view.items.length, view.total, view.pages];
  };
  expect(await listed()).toEqual([20, 26, 2]);
  expect(await listed("lab")).toEqual([20, 22, 2]);
  expect(await listed("lab", 9)).toEqual([2, 22, 2]);
  expect(await listed("imaging")).toEqual([2, 2, 1]);
  expect(await listed("measured")).toEqual([1, 1, 1]);
  expect(await listed("other")).toEqual([1, 1, 1]);
});
