import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normaliseIdentifier, personalNumber } from "#app/shared/identifiers.ts";

describe("a personal number is 12 digits and nothing more", () => {
  test.each([
    ["as written", "001099012345", "001099012345"],
    ["in groups", "001 099 012 345", "001099012345"],
    ["with dots", "001.099.012.345", "001099012345"],
    ["with no-break spaces and a line", "001\u00a0099012345\n", "001099012345"],
    ["leading zeros stay", "000000000000", "000000000000"],
    ["an old card", "012345678", undefined],
    ["11 digits", "00109901234", undefined],
    ["13 digits", "0010990123456", undefined],
    ["a passport", "C1234567", undefined],
    ["hyphens", "001-099-012-345", undefined],
    ["digits of another script", "٠٠١٠٩٩٠١٢٣٤٥", undefined],
    ["wide digits", "００１０９９０１２３４５", undefined],
    ["nothing", "", undefined],
  ])("%s", (_name, text, expected) => expect(personalNumber(text)).toBe(expected));

  test("spaces and dots anywhere do not matter", () => {
    const digits = fc.stringMatching(/^\d{12}$/);
    const gaps = fc.array(fc.constantFrom("", " ", ".", "\t"), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(digits, gaps, (number, between) => {
        const written = [...number].map((digit, i) => digit + between[i]).join("");
        expect(personalNumber(written)).toBe(number);
      }),
    );
  });
});

describe("identifiers are compared without spaces, dots and case", () => {
  test.each([
    ["gd 4 79 01.2345 6789", "GD479012345 6789".replace(" ", "")],
    ["bn-00012", "BN-00012"],
    ["Ca1234567 ", "CA1234567"],
    ["0012", "0012"],
  ])("%s", (written, expected) => expect(normaliseIdentifier(written)).toBe(expected));

  test("comparing twice is comparing once, and no digit is ever lost", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = normaliseIdentifier(text);
        expect(normaliseIdentifier(once)).toBe(once);
        expect(once.replace(/\D/g, "")).toBe(text.replace(/\D/g, ""));
      }),
    );
  });
});
