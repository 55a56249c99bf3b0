import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FORM_831 } from "#app/adapters/record-store/form-831/context.ts";
import { diseasesOf, placeOf } from "#app/domain/health-book/history/place-of.ts";
import { historyParts, questions } from "#app/domain/health-book/history/questions.ts";
import { en } from "#app/i18n/en.ts";
import { vi } from "#app/i18n/vi.ts";

const LOINC = "http://loinc.org";
const SOCIAL = [{ coding: [{ code: "social-history" }] }];
const row = (resource: object, section = "history", type = "Observation") => ({
  section,
  type,
  resource: JSON.stringify({ resourceType: type, ...resource }),
});
const asked = (code: string, system = FORM_831) => row({ code: { coding: [{ system, code }] }, category: SOCIAL });

describe("where something told stands in the form", () => {
  test.each(historyParts.flatMap((part) => questions[part].map(({ id }) => [id, part] as const)))(
    "%s is asked in %s, and has its words in both languages",
    (id, part) => {
      expect(placeOf(asked(id))).toEqual({ part, question: id });
      const [field = "", kind] = id.split(".");
      for (const { history } of [vi, en]) {
        const words: Record<string, string> = kind === undefined ? history.question : history.kind;
        expect(words[kind ?? field]).toMatch(/\S/);
      }
    },
  );

  test.each([
    ["72166-2", { part: "risks", question: "hut_thuoc" }],
    ["8339-4", { part: "birth", question: "can_nang_luc_sinh" }],
    ["11996-6", { part: "reproduction", question: "so_lan_co_thai" }],
    ["82810-3", { part: "reproduction" }],
    ["76690-7", { part: "risks" }],
  ])("LOINC %s is %j", (code, place) => expect(placeOf(asked(code, LOINC))).toEqual(place));

  test("a condition stands where the form had its box, any other with the illnesses", () => {
    const condition = (code?: string) =>
      placeOf(row(code ? { category: [{ coding: [{ system: FORM_831, code }] }] } : {}, "conditions", "Condition"))
        .part;
    expect([condition("khuyet_tat"), condition("benh_phu_khoa"), condition("van_de_khac"), condition()]).toEqual([
      "disabilities",
      "reproduction",
      "other",
      "illnesses",
    ]);
  });

  test("an illness is the form's by its ICD-10 category, or by its box", () => {
    const of = (system: string, code: string) =>
      diseasesOf({ resource: JSON.stringify({ code: { coding: [{ system, code }] } }) });
    const ICD = "http://hl7.org/fhir/sid/icd-10";
    expect([
      of(ICD, "I10"),
      of(ICD, "e11.9"),
      of(ICD, "F84.0"),
      of(ICD, "Z00"),
      of(FORM_831, "lao"),
      of(LOINC, "I10"),
    ]).toEqual([["tang_huyet_ap"], ["dai_thao_duong"], ["tu_ky"], [], ["lao"], []]);
  });

  test("whatever is told has a place", () => {
    const codeable = fc.record({
      coding: fc.array(fc.record({ system: fc.constantFrom(FORM_831, LOINC, "x"), code: fc.string() })),
    });
    fc.assert(
      fc.property(codeable, fc.array(codeable), (code, category) => {
        expect(historyParts).toContain(placeOf(row({ code, category })).part);
      }),
    );
  });
});
