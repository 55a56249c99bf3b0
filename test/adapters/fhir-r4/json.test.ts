import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_DEPTH, parseFhirJson, readStored, stringifyFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { type DomainError, isDomainError } from "#app/shared/errors.ts";

const value = (digits: string) => `{"value":${digits}}`;
const refusal = (text: string): DomainError => {
  try {
    parseFhirJson(text);
  } catch (error) {
    if (isDomainError(error)) return error;
    throw error;
  }
  throw new Error("It was taken.");
};

describe("no digit of a number is lost", () => {
  test.each([
    "5.40",
    "0.0",
    "100",
    "-1.10",
    "1e3",
    "1E+3",
    "1.0e-2",
    "12345678901234567890",
    "9007199254740993",
    "-9007199254740993",
    "0.1234567890123456789",
    "123456789012345.6",
    "0.0000001",
    "0.00000012",
    "-0.0000001",
    "0.00000000000000000001",
    "-0",
    "-0.0",
    "7",
    "37.5",
  ])("%s", (digits) => {
    expect(stringifyFhirJson(parseFhirJson(value(digits)))).toBe(value(digits));
    expect(stringifyFhirJson(readStored(value(digits)))).toBe(value(digits));
    expect(String((parseFhirJson(value(digits)) as { value: unknown }).value)).toBe(digits);
  });

  test("wherever it stands", () => {
    for (const text of ['{"a":[1,5.40,2]}', '{"a":[[5.40]]}', '{"a":[5.40,5.40]}', '{"a":{"b":1.0},"c":"x"}'])
      expect(stringifyFhirJson(parseFhirJson(text))).toBe(text);
    expect(stringifyFhirJson(parseFhirJson('{ "a" :\n5.40\n}'))).toBe('{"a":5.40}');
  });

  test("any number in any form comes back as it was written", () => {
    const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,24})(\.\d{1,24})?([eE][+-]?\d{1,3})?$/);
    fc.assert(
      fc.property(digits, (text) => {
        expect(stringifyFhirJson(parseFhirJson(value(text)))).toBe(value(text));
      }),
      { numRuns: 3_000 },
    );
  });

  test("a text that looks like a number stays a text", () => {
    const text = '{"value":"5.40","note":"was [5.40, 6.10]"}';
    expect(parseFhirJson(text)).toEqual({ value: "5.40", note: "was [5.40, 6.10]" });
    expect(stringifyFhirJson(parseFhirJson('{"a":5.40,"b":"{\\"c\\":5.40}"}'))).toBe('{"a":5.40,"b":"{\\"c\\":5.40}"}');
  });

  test("an object that calls itself a number stays an object", () => {
    const text = '{"a":5.40,"b":{"isLosslessNumber":true,"value":"1},\\"c\\":{\\"d\\":2"}}';
    expect(stringifyFhirJson(parseFhirJson(text))).toBe(text);
  });
});

describe("every JSON value comes back as it was", () => {
  test("with and without numbers that need care", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => {
        const text = JSON.stringify(json);
        expect(stringifyFhirJson(parseFhirJson(text))).toBe(text);
        expect(JSON.parse(stringifyFhirJson(parseFhirJson(`{"n":5.40,"rest":${text}}`))).rest).toEqual(
          JSON.parse(text),
        );
      }),
    );
  });

  test("__proto__ is a name like any other and changes no prototype, in both parsers", () => {
    for (const text of ['{"__proto__":{"status":"final"}}', '{"__proto__":{"status":"final"},"n":5.40}']) {
      const read = parseFhirJson(text) as Record<string, unknown>;
      expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
      expect(read.status).toBeUndefined();
      expect(Object.hasOwn(read, "__proto__")).toBe(true);
      expect(stringifyFhirJson(read)).toBe(text);
    }
    expect(({} as Record<string, unknown>).status).toBeUndefined();
  });
});

describe("nesting is limited before anything is parsed", () => {
  const nested = (depth: number, open = "[", close = "]") => open.repeat(depth) + close.repeat(depth);

  test("100 levels pass, 101 do not", () => {
    expect(MAX_DEPTH).toBe(100);
    expect(() => parseFhirJson(nested(100))).not.toThrow();
    expect(refusal(nested(101)).code).toBe("too-deep");
    const objects = (n: number) => `${'{"a":'.repeat(n)}1${"}".repeat(n)}`;
    expect(() => parseFhirJson(objects(100))).not.toThrow();
    expect(refusal(objects(101)).code).toBe("too-deep");
  });

  test("brackets in a text do not count, whatever is escaped there", () => {
    for (const inside of ["[".repeat(500), '\\"'.repeat(3) + "{".repeat(500), `\\\\\\"${"[".repeat(500)}\\\\`])
      expect(() => parseFhirJson(`{"a":"${inside}"}`)).not.toThrow();
    expect(refusal(`{"a":"\\\\",${'"b":['.repeat(101)}`).code).toBe("too-deep");
  });

  test("levels side by side do not add up", () => {
    expect(() => parseFhirJson(`[${Array.from({ length: 1_000 }, () => nested(50)).join(",")}]`)).not.toThrow();
  });

  test("a million levels are refused at once and without a RangeError", () => {
    const started = performance.now();
    for (const deep of ["[".repeat(1_000_000), '{"a":'.repeat(1_000_000), nested(1_000_000)])
      expect(refusal(deep).code).toBe("too-deep");
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test("looking for levels takes time in proportion to the text, also in one full of backslashes", () => {
    const started = performance.now();
    parseFhirJson(`{"a":"${"\\\\".repeat(1_000_000)}","b":"${'\\"'.repeat(1_000_000)}"}`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("what is not JSON is refused with its place and without its text", () => {
  test.each([
    ["nothing", ""],
    ["words", "xin chào"],
    ["a body cut short", '{"resourceType":"Bundle","entry":[{"resource":'],
    ["a text cut short", '{"a":"b'],
    ["a comma too many", '{"a":1,}'],
    ["single quotes", "{'a':1}"],
    ["a comment", '{"a":1 /* b */}'],
    ["NaN", '{"a":NaN}'],
    ["a leading zero", '{"a":01}'],
    ["a leading zero beside a number that needs care", '{"a":01,"b":5.40}'],
    ["a bare point", '{"a":.50}'],
    ["two values", "{}{}"],
    ["a tab in a text", '{"a":"b\tc"}'],
    ["XML", '<?xml version="1.0"?><Bundle/>'],
  ])("%s", (_name, text) => {
    const error = refusal(text);
    expect([error.kind, error.code]).toEqual(["invalid", "not-json"]);
    expect(error.message).toMatch(/^The body is not JSON( near character \d+| at its end)\.$/);
  });

  test("any text gives a value or a DomainError, nothing else", () => {
    const scraps = fc.constantFrom(
      '{"a":',
      "[",
      "]",
      "}",
      ",",
      ":",
      '"',
      "\\",
      "1e",
      "5.40",
      "-",
      "null",
      "\u0000",
      " ",
      "é",
    );
    const broken = fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join(""));
    const cut = fc
      .tuple(fc.jsonValue(), fc.nat())
      .map(([json, at]) => JSON.stringify(json).slice(0, at % (JSON.stringify(json).length + 1)));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), broken, cut), (text) => {
        try {
          parseFhirJson(text);
        } catch (error) {
          expect(isDomainError(error)).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("both parsers take and refuse the same texts", () => {
    const scraps = fc.constantFrom('{"a":', '"b":', "[", "]", "}", ",", '"c"', "1", "5.40", "-1", "null", "true", " ");
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        const taken = (t: string) => {
          try {
            parseFhirJson(t);
            return true;
          } catch {
            return false;
          }
        };
        expect(taken(`[${text},5.40]`)).toBe(taken(`[${text},1]`));
      }),
      { numRuns: 2_000 },
    );
  });
});
