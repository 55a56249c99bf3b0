import fs from "node:fs";
import { describe, expect, it } from "vitest";
import type { English } from "#app/i18n/catalogue.ts";
import { en } from "#app/i18n/en.ts";
import { makeI18n } from "#app/i18n/t.tsx";
import { vi } from "#app/i18n/vi.ts";

import { catalogues, site } from "./preview/site.ts";

type Tree = string | { [key: string]: Tree };

/** Every text by its path; the forms of a count are texts of their own. */
function texts(tree: Tree, path = ""): [string, string][] {
  if (typeof tree === "string") return [[path, tree]];
  return Object.entries(tree).flatMap(([key, child]) => texts(child, path ? `${path}.${key}` : key));
}

const counts = (paths: string[]) => paths.filter((path) => path.endsWith(".many")).map((path) => path.slice(0, -5));
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

const vietnamese = new Map(texts(vi));
const english = new Map(texts(en as unknown as Tree));

describe("catalogues", () => {
  it("have the same keys; English has a singular for every count", () => {
    const expected = [...vietnamese.keys(), ...counts([...vietnamese.keys()]).map((path) => `${path}.one`)].sort();
    expect([...english.keys()].sort()).toEqual(expected);
  });

  it("have the same placeholders", () => {
    for (const [path, text] of vietnamese)
      expect([path, placeholders(english.get(path) ?? "")]).toEqual([path, placeholders(text)]);
  });

  it("have no empty text, no stray space and no doubled space", () => {
    for (const [path, text] of [...vietnamese, ...english]) {
      expect(text.length, path).toBeGreaterThan(0);
      expect(text, path).toBe(text.trim());
      expect(text, path).not.toMatch(/ {2}/);
    }
  });

  it("are written in composed letters, so that searching and fonts work", () => {
    for (const [path, text] of vietnamese) expect(text, path).toBe(text.normalize("NFC"));
  });

  it("do not beg twice nor speak in codes", () => {
    for (const [path, text] of vietnamese) expect(text, path).not.toMatch(/vui lòng|lỗi hệ thống|error/i);
  });

  it("name the national app only where it is meant; what one signs in with is the settings' to name", () => {
    const naming = [...vietnamese, ...english].filter(([, text]) => /VNeID/i.test(text)).map(([path]) => path);
    // Where a card may be shown or looked up is the law's to name (Decree 188/2025): that app among others.
    expect([...new Set(naming)].sort()).toEqual([
      ...["insurance.closed.no-gateway", "insurance.do.valid"],
      ...["papers.noneHelp", "papers.ruleCard", "papers.rulePapers", "papers.vneid", "papers.vneidWhere"],
      "shell.vneid",
      ...["none", "said", "sent", "unknown"].map((word) => `status.topic.signature-${word}.todo`),
    ]);
    expect(catalogues.vi.landing.signIn).toBe(`Đăng nhập bằng ${site.provider.vi}`);
    expect(catalogues.en.help.text.lost).toContain(`(${site.provider.en})`);
  });

  it("give English no Vietnamese but names and addresses", () => {
    const allowed = /^(common\.brand|notice\.contactText|example\.)|^shell\.(signIn)$/;
    for (const [path, text] of english) {
      const rest = text
        .replaceAll("Sổ Khỏe", "")
        .replaceAll("NĐ-CP", "")
        .replaceAll("QĐ-BYT", "")
        .replaceAll("BTTTT", "");
      if (!allowed.test(path)) expect(rest, path).not.toMatch(/[\u1ea0-\u1ef9\u0103\u0111\u01a1\u01b0]/i);
    }
  });
});

/** Everything that may name a message. */
const sources = fs
  .readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/i18n\/(vi|en)/.test(file))
  .map((file) => fs.readFileSync(`app/${file}`, "utf8"))
  .join("\n");

describe("every message", () => {
  const built = [...sources.matchAll(/`([a-zA-Z.]+)\.\$\{/g), ...sources.matchAll(/maybe\(\s*"([a-zA-Z.]+)"/g)];
  const groups = built.map(([, group]) => `${group}.`);
  it("is used somewhere", () => {
    const messages = [...vietnamese.keys()].map((path) => path.replace(/\.many$/, ""));
    const unused = messages.filter(
      (path) =>
        !sources.includes(`"${path}"`) &&
        !sources.includes(`words(${path})`) &&
        !groups.some((group) => path.startsWith(group)),
    );
    expect(unused).toEqual([]);
  });
});

describe("translating", () => {
  const t = makeI18n(vi, "vi").t;
  const te = makeI18n(en, "en").t;

  it("fills placeholders and groups the digits of counts", () => {
    expect(t("book.seeAll", { n: 1244 })).toBe("Xem tất cả (1.244)");
    expect(te("book.seeAll", { n: 1244 })).toBe("See all (1,244)");
    expect(t("book.of", { name: "Nguyễn Thị Lan" })).toBe("Sổ sức khỏe của Nguyễn Thị Lan");
  });

  it("counts in English", () => {
    expect(te("section.count.visits", { n: 1 })).toBe("1 visit");
    expect(te("section.count.visits", { n: 2 })).toBe("2 visits");
    expect(te("dose.every.d", { n: 1 })).toBe("once a day");
    expect(te("dose.every.d", { n: "2–3" })).toBe("2–3 times a day");
  });

  it("leaves a value that looks like a placeholder alone", () => {
    expect(t("book.of", { name: "{n} {name}" })).toBe("Sổ sức khỏe của {n} {name}");
  });

  it("does not know codes it was not taught", () => {
    for (const code of [undefined, "", "xyz", "__proto__", "constructor", "toString", "active.x"]) {
      expect(t.maybe("medicine.status", code)).toBeUndefined();
    }
    expect(t.maybe("dose.moment", "MORN.early")).toBe("sáng sớm");
  });

  it("is checked by the compiler", () => {
    // @ts-expect-error a key that does not exist
    expect(t("book.nonsense")).toBe("book.nonsense");
    // @ts-expect-error a placeholder left out
    expect(t("book.of", {})).toContain("{name}");
    // @ts-expect-error a key missing in English
    const missing: English["privacy"] = { title: "Privacy" };
    // @ts-expect-error a key too many in English
    const extra: English["privacy"] = { title: "Privacy", noticeLink: "Read", more: "x" };
    expect([missing, extra]).toHaveLength(2);
  });
});
