import { describe, expect, test } from "vitest";
import { readHistory } from "#app/domain/health-book/history/read-history.ts";
import type { HistoryView } from "#app/domain/health-book/history/view.ts";
import { chartOf } from "#test/support/chart.ts";
import { formOf, jsonOf } from "#test/support/feed-files/samples.ts";
import { type Json, recordStore, someNumber } from "#test/support/record-store.ts";

const store = await recordStore();
const SHOWN = { showHidden: false };
const part = (view: HistoryView, name: string) => view.parts.find((one) => one.part === name);
const answers = (view: HistoryView, name: string) =>
  part(view, name)?.answers.map(({ question, answer }) => [question, answer.value]) ?? [];
const text = (words: string) => ({ kind: "text", text: words });
const no = { kind: "boolean", value: false };

/** What a commune station's form becomes in its person's book. */
async function formRead(parts: Record<string, unknown> = {}) {
  const number = someNumber();
  const answer = await store.send(jsonOf(formOf({ so_dinh_danh: number }, parts)), { format: "form-831-json" });
  if (answer.state !== "accepted") throw new Error(JSON.stringify(answer.body));
  const ctx = store.citizen(await store.personOf(number));
  return { ctx, view: await readHistory(ctx, SHOWN) };
}

describe("a form of the commune station", () => {
  test("is read in its own order, with no said apart from nothing said", async () => {
    const { view } = await formRead({
      benh_ban_than: [
        { benh: "tang_huyet_ap", nam: 2015 },
        { benh: "lao", khong: true },
      ],
      khuyet_tat: "không",
      phau_thuat: "Không có",
      di_ung: [
        { loai: "thuoc", ten: "Thuốc nhóm sulfa" },
        { loai: "hoa_chat_my_pham", khong: true },
      ],
      gia_dinh: [{ benh: "dai_thao_duong", nguoi: "Mẹ" }],
      benh_phu_khoa: [{ ten: "U xơ tử cung" }],
    });
    expect(view.parts.map((one) => one.part)).toEqual([
      ...["blood", "birth", "risks", "allergies", "illnesses", "disabilities", "surgery", "family", "reproduction"],
      "other",
    ]);
    expect(answers(view, "risks")).toEqual([
      ["hut_thuoc", text("Không")],
      ["ruou_bia", text("Có; 1 ly mỗi ngày")],
      ["ma_tuy", text("Không")],
      ["hoat_dong_the_luc", text("Có; thường xuyên")],
      ["loai_ho_xi", text("Xả nước")],
    ]);
    expect(part(view, "risks")?.unsaid).toEqual(["tiep_xuc"]);
    expect(part(view, "illnesses")?.items.map(({ title }) => title)).toEqual(["Tăng huyết áp"]);
    expect(answers(view, "illnesses")).toEqual([["benh_ban_than.lao", no]]);
    expect(part(view, "illnesses")?.unsaid).toContain("benh_ban_than.hen");
    expect(part(view, "illnesses")?.unsaid).not.toContain("benh_ban_than.tang_huyet_ap");
    expect(answers(view, "disabilities")).toEqual([["khuyet_tat", no]]);
    expect(part(view, "disabilities")?.unsaid).toEqual([]);
    expect(answers(view, "surgery")).toEqual([["phau_thuat", no]]);
    expect(answers(view, "allergies")).toEqual([["di_ung.hoa_chat_my_pham", no]]);
    expect(part(view, "allergies")?.unsaid).toEqual(["di_ung.thuc_pham", "di_ung.khac"]);
    const [mother] = part(view, "family")?.answers ?? [];
    expect([mother?.answer.form, mother?.answer.title, mother?.answer.value]).toEqual([
      "family",
      "Mẹ",
      text("Đái tháo đường"),
    ]);
    expect(part(view, "reproduction")?.items.map(({ title }) => title)).toEqual(["U xơ tử cung"]);
    // Birth was not filled in at all: nothing is listed as asked.
    expect(part(view, "birth")).toMatchObject({ answers: [], items: [], unsaid: [] });
  });

  test("shows who acts for her neither contraception nor an ended pregnancy, and nobody else anything", async () => {
    const { ctx, view } = await formRead();
    const own = answers(view, "reproduction").map(([question]) => question);
    expect(own).toEqual(["bien_phap_tranh_thai", "so_lan_co_thai", "so_lan_pha_thai", "so_con_hien_song"]);
    const personId = ctx.actor.kind === "citizen" ? ctx.actor.personId : "";
    const proxy = (legalKind: "guardian" | "helper") =>
      store.reader({
        kind: "proxy",
        personId: "0190b8a0-0000-7000-8000-000000000001",
        assuranceLevel: 2,
        authenticatedAt: new Date(),
        represented: { personId, scope: "see", legalKind, endsAt: new Date(Date.now() + 1e6) },
      });
    const theirs = answers(await readHistory(proxy("guardian"), SHOWN), "reproduction").map(([question]) => question);
    expect(theirs).toEqual(["so_lan_co_thai", "so_con_hien_song"]);
    await expect(readHistory(proxy("helper"), SHOWN)).rejects.toMatchObject({ code: "proxy-scope" });
  });
});

describe("what came as FHIR", () => {
  const told = (id: string, code: string, value: string, day: string, more: Json = {}): Json => ({
    resourceType: "Observation",
    id,
    status: "final",
    category: [{ coding: [{ code: "social-history" }] }],
    code: { text: "Tobacco", coding: [{ system: "http://loinc.org", code }] },
    subject: { reference: "Patient/p" },
    effectiveDateTime: day,
    valueCodeableConcept: { text: value },
    ...more,
  });
  const mother: Json = {
    resourceType: "FamilyMemberHistory",
    id: "f-1",
    status: "completed",
    patient: { reference: "Patient/p" },
    date: "2020-05",
    relationship: { text: "Mother" },
    condition: [{ code: { text: "Breast cancer" }, outcome: { text: "survived" } }],
  };

  test("stands with its question, the newest answer first and every other within reach", async () => {
    const chart = await chartOf(
      store,
      told("t-1", "72166-2", "Smoker", "2015-01-01"),
      told("t-2", "72166-2", "Ex-smoker", "2021-01-01"),
      told("t-3", "72166-2", "Never", "2022-01-01", { status: "entered-in-error" }),
      told("t-4", "63586-2", "Poor", "2020-01-01", { code: { text: "Income" } }),
      mother,
      told("t-5", "82810-3", "Pregnant", "2020-03-01", {
        category: [],
        code: { coding: [{ system: "http://loinc.org", code: "82810-3" }] },
      }),
    );
    const view = await readHistory(chart.ctx, SHOWN);
    const [smoking, income] = part(view, "risks")?.answers ?? [];
    expect([
      smoking?.question,
      smoking?.answer.value,
      smoking?.earlier.map((one) => [one.value, one.withdrawn]),
    ]).toEqual([
      "hut_thuoc",
      text("Ex-smoker"),
      [
        [text("Smoker"), false],
        [text("Never"), true],
      ],
    ]);
    expect([income?.question, income?.answer.title]).toEqual([undefined, "Income"]);
    expect(answers(view, "family")).toEqual([[undefined, text("Breast cancer, survived")]]);
    expect(answers(view, "reproduction").map(([, value]) => value)).toEqual([text("Pregnant")]);
    // A condition that is only a visit's code stays with the visit.
    expect(view.total).toBe(5);
  });
});
