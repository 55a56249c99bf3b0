import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldName, givenName, namesContradict } from "#app/shared/names.ts";

describe("names are compared without what systems write differently", () => {
  test.each([
    ["marks", "Nguyễn Thị Đào", "nguyen thi dao"],
    ["the tone on the other vowel", "Trần Thị Hoà", "tran thi hoa"],
    ["the tone where the reform put it", "Trần Thị Hòa", "tran thi hoa"],
    ["uý and úy", "Lê Thuý", "le thuy"],
    ["Đ and đ", "ĐẶNG Đình Đức", "dang dinh duc"],
    ["the Icelandic letter that looks like Đ, which stays itself", "Ðặng", "ðang"],
    ["capitals", "PHẠM VĂN ƯỚC", "pham van uoc"],
    ["spaces, tabs and no-break spaces", "  Lê \t Văn\u00a0An ", "le van an"],
    ["dots and hyphens", "H'Hen Niê-Kđăm.", "h hen nie kdam"],
    ["digits stay", "Vito638 Feeney44", "vito638 feeney44"],
    ["another script", "Иван Петров", "иван петров"],
    ["nothing", "", ""],
  ])("%s", (_name, written, folded) => expect(foldName(written)).toBe(folded));

  test("composed and decomposed letters fold alike, and folding twice changes nothing", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."aăâbcdđeêghiklmnoôơpqrstuưvxyÀẮẦÉẾÌÓỐỚÙỨÝỶỸẠẶẬ ĐƯƠ") });
    fc.assert(
      fc.property(letters, (name) => {
        expect(foldName(name.normalize("NFD"))).toBe(foldName(name.normalize("NFC")));
        expect(foldName(foldName(name))).toBe(foldName(name));
        expect(foldName(name)).toMatch(/^[a-z]*( [a-z]+)*$/);
      }),
    );
  });
});

describe("two names contradict when they are not the same words", () => {
  test.each([
    ["the same name", "Nguyễn Văn An", "Nguyễn Văn An", false],
    ["family name last", "Nguyễn Văn An", "An Văn Nguyễn", false],
    ["without marks", "Nguyễn Văn An", "NGUYEN VAN AN", false],
    ["hoà and hòa", "Lê Hoà", "Lê Hòa", false],
    ["decomposed letters", "Lê Hoà".normalize("NFD"), "Lê Hoà".normalize("NFC"), false],
    ["another given name", "Nguyễn Văn An", "Nguyễn Văn Ân Bình", true],
    ["the middle name left out", "Nguyễn Văn An", "Nguyễn An", true],
    ["a word twice", "Trần Trần Bình", "Trần Bình", true],
    ["words run together", "Nguyễn Văn An", "Nguyễn Vănan", true],
  ])("%s", (_name, a, b, contradicts) => {
    expect(namesContradict(a, b)).toBe(contradicts);
    expect(namesContradict(b, a)).toBe(contradicts);
  });

  test("the order of the words never matters", () => {
    const words = fc.array(fc.constantFrom("Nguyễn", "Văn", "Thị", "Hòa", "Đào", "An"), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        words.chain((w) => fc.tuple(fc.constant(w), fc.shuffledSubarray(w, { minLength: w.length }))),
        ([a, b]) => {
          expect(namesContradict(a.join(" "), b.join("  "))).toBe(false);
        },
      ),
    );
  });
});

test("the given name is the last word", () => {
  expect(givenName("Nguyễn Thị Đào")).toBe("Đào");
  expect(givenName("  Nguyễn   Văn An ")).toBe("An");
  expect(givenName("An")).toBe("An");
  expect(givenName("")).toBe("");
});
