import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LOINC } from "#app/adapters/record-store/fhir-r4/systems.ts";
import { findTest } from "#app/domain/health-book/glossary/find-test.ts";
import { testGroups } from "#app/domain/health-book/glossary/index.ts";
import { searchTests } from "#app/domain/health-book/glossary/search-tests.ts";
import { sourceIds } from "#app/domain/health-book/glossary/sources.ts";

const all = testGroups.flatMap((group) => group.tests);
const found = (name: string, more: { beside?: string[]; figure?: boolean } = {}) =>
  findTest({ codings: [], names: [name], figure: true, ...more })?.id;
const coded = (...codes: string[]) =>
  findTest({ codings: codes.map((code) => ({ system: LOINC, code })), names: ["Glucose"], figure: true })?.id;

describe("the glossary", () => {
  test("explains at least 150 tests, each once, whole in both languages, with its sources and no range", () => {
    expect(all.length).toBeGreaterThanOrEqual(150);
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
    for (const one of all) {
      expect(one.sources.every((source) => sourceIds.includes(source.id)) && one.sources.length === 2).toBe(true);
      for (const language of [one.vi, one.en])
        for (const [part, text] of Object.entries(language)) {
          expect([one.id, part, text.trim()]).toEqual([one.id, part, text]);
          expect([one.id, part, text.length > 1]).toEqual([one.id, part, true]);
          if (part !== "name") expect([one.id, part, text.at(-1)]).toEqual([one.id, part, "."]);
          expect([one.id, part, /\d+(?:[.,]\d+)?\s*(?:mmol|mg|g\/|U\/L|µ|ng|pg|G\/L|%)(?!\p{L})/u.test(text)]).toEqual([
            one.id,
            part,
            false,
          ]);
        }
      expect([one.id, one.en.what]).not.toEqual([one.id, one.vi.what]);
    }
  });

  test("has no LOINC code twice, and each is one (its last digit proves it)", () => {
    const codes = all.flatMap((one) => one.loinc);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => checkDigit(code) !== Number(code.split("-")[1]))).toEqual([]);
  });

  test("finds every test by each of its names, but those that two tests go by", () => {
    const lost = all.flatMap((one) =>
      one.names.filter((name) => found(name) !== one.id).map((name) => `${one.id}: ${name}`),
    );
    expect(lost).toEqual([
      "plateletcrit: PCT",
      "triglycerides: TG",
      "calcium: Ca",
      "ionised-calcium: Ca++",
      "procalcitonin: PCT",
      "thyroglobulin: Tg",
    ]);
  });
});

/** Modulus 10, as LOINC computes it. */
function checkDigit(code: string): number {
  const digits = [...(code.split("-")[0] ?? "")].reverse().map(Number);
  const odd = digits.filter((_, at) => at % 2 === 0).join("");
  const even = digits.filter((_, at) => at % 2 === 1).join("");
  const sum = [...`${even}${Number(odd) * 2}`].reduce((total, digit) => total + Number(digit), 0);
  return (10 - (sum % 10)) % 10;
}

describe("which test a result is of", () => {
  test.each([
    ["Glucose", "glucose"],
    ["GLU", "glucose"],
    ["Định lượng Glucose [Máu]", "glucose"],
    ["Định lượng Creatinin [Máu]", "creatinine"],
    ["Định lượng Creatinin [niệu]", "urine-creatinine"],
    ["SGOT (AST)", "ast"],
    ["Đo hoạt độ AST (GOT) [Máu]", "ast"],
    ["Định lượng HDL-C (High density lipoprotein Cholesterol) [Máu]", "hdl"],
    ["Định lượng FT4 (Free Thyroxine) [Máu]", "ft4"],
    ["TG (Triglyceride)", "triglycerides"],
    ["Protein niệu", "urine-protein"],
    ["Glucose sau ăn 2 giờ", "glucose-after"],
    ["đường huyết lúc đói", "fasting-glucose"],
    ["Bạch cầu (WBC)", "wbc"],
    ["Canxi ion hóa", "ionised-calcium"],
  ])("%s is %s", (name, id) => expect(found(name)).toBe(id));

  test.each([
    "Canxi (ion hóa kiểu mới)",
    "PCT",
    "Kháng thể (HIV)",
    "Định lượng Glucose [dịch não tủy]",
    "Xét nghiệm",
    "Máu",
    "MAU",
    "",
  ])("%s is none of them: it never guesses", (name) => expect(found(name)).toBeUndefined());

  test("a bare name on a urine sheet is of urine; a word for a value without a specimen is of nothing", () => {
    expect(found("GLU", { beside: ["Tổng phân tích nước tiểu"], figure: false })).toBe("urine-glucose");
    expect(found("Bạch cầu", { beside: ["Tổng phân tích nước tiểu (10 thông số)"] })).toBe("urine-leukocytes");
    expect(found("GLU", { figure: false })).toBeUndefined();
    expect(found("HBsAg", { figure: false })).toBe("hbsag");
  });

  test("a code decides before the name; a code nobody knows, or two that disagree, give none", () => {
    expect(coded("4548-4")).toBe("hba1c");
    expect(coded("2345-7", "1558-6")).toBeUndefined();
    expect(coded("2342-4")).toBeUndefined();
  });

  test("marks, case and spaces do not count", () => {
    const written = fc.constantFrom(...all.flatMap((one) => one.names));
    fc.assert(
      fc.property(written, fc.constantFrom("NFC", "NFD"), fc.boolean(), (name, form, upper) => {
        const other = ` ${(upper ? name.toUpperCase() : name.toLowerCase()).normalize(form)}  `;
        expect(found(other)).toBe(found(name));
      }),
    );
  });

  test("any text at all is read without an error", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void found(text)));
  });
});

test("the list is searched by words in any order, without marks", () => {
  const ids = (words: string) => searchTests(words).flatMap((group) => group.tests.map((one) => one.id));
  expect(ids("")).toHaveLength(all.length);
  expect(ids("duong huyet doi")).toContain("fasting-glucose");
  expect(ids("kidney")).toEqual([]);
  expect(ids("SGPT")).toEqual(["alt"]);
  expect(ids("xyz khong co")).toEqual([]);
});
