import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assuranceLevel } from "#app/adapters/digital-id/claims/assurance-level.ts";
import { birthDays } from "#app/adapters/digital-id/claims/birth-date.ts";
import { claimAt } from "#app/adapters/digital-id/claims/claim-at.ts";
import { personOf } from "#app/adapters/digital-id/claims/person.ts";
import { assuranceSettings } from "#app/adapters/digital-id/settings/assurance.ts";
import { birthFormats, claimSettings } from "#app/adapters/digital-id/settings/claims.ts";

const two = (n: number) => String(n).padStart(2, "0");
const day = fc.date({ min: new Date("1851-01-01"), max: new Date("2100-12-31"), noInvalidDate: true }).map((date) => {
  const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return { y: String(y), m: two(m), d: two(d), iso: `${y}-${two(m)}-${two(d)}` };
});

describe("birth dates", () => {
  test("every day is read alike in every form it is written in", () => {
    fc.assert(
      fc.property(day, ({ y, m, d, iso }) => {
        const written = [iso, `${y}/${m}/${d}`, `${y}${m}${d}`, `${d}/${m}/${y}`, `${Number(d)}/${Number(m)}/${y}`];
        for (const text of written) expect(birthDays(text, birthFormats)).toEqual({ low: iso, high: iso });
        expect(birthDays(y, birthFormats)).toEqual({ low: `${y}-01-01`, high: `${y}-12-31` });
      }),
    );
  });

  test("no text throws, and what is read is an interval of real days", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/.-]{4,10}$/)), (text) => {
        const read = birthDays(text, birthFormats);
        if (read) expect(read.low <= read.high && !Number.isNaN(Date.parse(read.low))).toBe(true);
      }),
    );
  });

  test.each([
    ["1984-02-30", undefined],
    ["0000-03-12", undefined],
    ["00/00/1984", { low: "1984-01-01", high: "1984-12-31" }],
    ["19840012", { low: "1984-01-01", high: "1984-12-31" }],
    ["1984-03", { low: "1984-03-01", high: "1984-03-31" }],
  ])("%s", (text, days) => expect(birthDays(text, birthFormats)).toEqual(days));

  test("01/01 is the year alone where the settings say so, and a day otherwise", () => {
    expect(birthDays("01/01/1950", birthFormats, "year")).toEqual({ low: "1950-01-01", high: "1950-12-31" });
    expect(birthDays("01/01/1950", birthFormats)).toEqual({ low: "1950-01-01", high: "1950-01-01" });
  });

  test("a form that is not named is not guessed", () => {
    expect(birthDays("12/03/1984", ["yyyyMMdd"])).toBeUndefined();
  });
});

describe("where a claim is", () => {
  const claims = {
    "urn:pvpgvat:oidc.bpk": "BF:1",
    "name#vie": "Lan",
    "sex#en": "x",
    a: { b: ["c", { d: 1 }] },
    toString: undefined,
  };
  test.each<[string | string[], unknown]>([
    ["urn:pvpgvat:oidc.bpk", "BF:1"],
    ["name", "Lan"],
    ["name#vie", "Lan"],
    ["sex", undefined],
    ["a.b.1.d", 1],
    [["a", "b", "0"], "c"],
    ["a.constructor", undefined],
    ["hasOwnProperty", undefined],
    ["__proto__", undefined],
  ])("%j", (path, value) => expect(claimAt(claims, path)).toBe(value));
});

describe("who somebody is", () => {
  const read = (claims: Record<string, unknown>, said: Record<string, unknown>) =>
    personOf(claims, claimSettings.parse(said));

  test("names of one or two fields come in Vietnamese order, composed, with single spaces", () => {
    const parts = { family_name: "Nguyễn ", given_name: " Thị  Lan".normalize("NFD") };
    expect(read(parts, { name: { from: ["family_name", "given_name"], parser: "family-first" } }).name).toBe(
      "Nguyễn Thị Lan",
    );
    expect(read(parts, { name: { from: ["given_name", "family_name"], parser: "given-first" } }).name).toBe(
      "Nguyễn Thị Lan",
    );
    expect(read({ HoVaTen: "Nguyễn Thị Lan" }, { name: { from: ["name", "HoVaTen"] } }).name).toBe("Nguyễn Thị Lan");
    expect(read({ name: "   " }, {}).name).toBeUndefined();
  });

  test.each([
    ["male", "male"],
    ["NAM", "male"],
    ["1", "male"],
    [1, "male"],
    ["Nữ", "female"],
    ["nữ".normalize("NFD"), "female"],
    ["2", "female"],
    ["3", "unknown"],
    ["other", "unknown"],
    [true, "unknown"],
  ])("sex %j is %s", (gender, sex) => expect(read({ gender }, {}).sex).toBe(sex));

  test("codes that mean something else somewhere are said in the settings", () => {
    expect(read({ gender: "0" }, { sex: { from: "gender", male: ["0"], female: ["1"] } }).sex).toBe("male");
    expect(read({ gender: "1" }, { sex: { from: "gender", male: ["0"], female: ["1"] } }).sex).toBe("female");
  });

  test("numbers: twelve digits however spaced; a prefix taken off where told; nothing else", () => {
    const from = "SoDinhDanh";
    expect(read({ SoDinhDanh: "027 184 001 234" }, { personalNumber: from }).personalNumber).toBe("027184001234");
    expect(read({}, { personalNumber: from }).personalNumber).toBeUndefined();
    expect(() => read({ SoDinhDanh: "2718400123" }, { personalNumber: from })).toThrow(
      expect.objectContaining({ code: "claims-number" }),
    );
    const estonian = { personalNumber: { from: "sub", stripPrefix: "EE", parser: "any" } };
    expect(read({ sub: "EE60001019906" }, estonian).personalNumber).toBe("60001019906");
  });

  test("no claims whatever make it throw anything but its own code", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom("name", "birthdate", "gender", "personal_number", "passport_number"),
          fc.anything(),
        ),
        (claims) => {
          try {
            read(claims, {});
          } catch (error) {
            expect(error).toMatchObject({ code: "claims-number" });
          }
        },
      ),
    );
  });
});

describe("assurance", () => {
  const now = new Date("2026-11-22T10:00:00Z");
  const seconds = now.getTime() / 1000;
  const rules = assuranceSettings.parse([
    { level: 1, when: { acr: ["password", "sms"] } },
    { level: 2, when: { vot: { parts: ["P9", "Cp"] } } },
    { level: 2, when: { account: "citizen", idp: "BCA" } },
    { level: 3, when: { acr: "high", amr: "face" }, withinSeconds: 300 },
  ]);

  test.each<[Record<string, unknown>, number]>([
    [{}, 0],
    [{ acr: "unheard-of" }, 0],
    [{ acr: "sms" }, 1],
    [{ vot: "P9.Cp.Cd" }, 2],
    [{ vot: "Cp.P9" }, 2],
    [{ vot: "P9.Cm" }, 0],
    [{ vot: "P99.Cp" }, 0],
    [{ account: "citizen" }, 0],
    [{ account: "citizen", idp: "BCA" }, 2],
    [{ acr: "high", amr: ["otp", "face"], auth_time: seconds - 60 }, 3],
    [{ acr: "high", amr: ["otp", "face"], auth_time: seconds - 400 }, 0],
    [{ acr: "high", amr: ["otp", "face"] }, 0],
    [{ acr: "high", amr: ["otp"], auth_time: seconds }, 0],
    [{ acr: "high", amr: ["face"], auth_time: seconds + 3_600 }, 0],
    [{ acr: ["sms"], vot: ["P9.Cp"] }, 2],
  ])("%j is level %d", (claims, level) => expect(assuranceLevel(claims, rules, now)).toBe(level));

  test("what is in no rule is level 0, and a claim more never lowers the level", () => {
    const some = fc.dictionary(
      fc.constantFrom("acr", "vot", "account", "idp", "amr", "x"),
      fc.oneof(fc.string(), fc.constantFrom("sms", "high", "P9.Cp", "citizen", "BCA"), fc.anything()),
    );
    fc.assert(
      fc.property(some, fc.anything(), (claims, more) => {
        const before = assuranceLevel(claims, rules, now);
        expect(assuranceLevel({ ...claims, more }, rules, now)).toBe(before);
        expect(assuranceLevel(claims, [], now)).toBe(0);
      }),
    );
  });

  test("the short form is what the values of acr mean", () => {
    const short = assuranceSettings.parse({ LoA0: 0, LoA1: 1, LoA2: 2 });
    expect(["LoA0", "LoA1", "LoA2", "toString"].map((acr) => assuranceLevel({ acr }, short, now))).toEqual([
      0, 1, 2, 0,
    ]);
  });
});
