import { describe, expect, it } from "vitest";
import { locales } from "#app/i18n/locale.ts";
import { vi } from "#app/i18n/vi.ts";
import { tagsOf } from "./markup.ts";
import { pages } from "./preview/pages.tsx";
import { bodyOf } from "./preview/render.tsx";

/** A key of the catalogue where its text should stand. */
const keyOnPage = new RegExp(`[>"](?:${Object.keys(vi).join("|")})\\.[\\w.-]+[<"]`);

const cases = pages.flatMap((page) => locales.map((locale) => ({ name: `${page.name} (${locale})`, page, locale })));

describe.each(cases)("$name", ({ page, locale }) => {
  const html = bodyOf(page, locale);
  const tags = tagsOf(html);

  it("has no style attribute and no inline event handler", () => {
    for (const tag of tags) {
      expect(
        [...tag.attributes.keys()].filter((name) => name === "style" || /^on/i.test(name)),
        tag.name,
      ).toEqual([]);
    }
    expect(/href="javascript:/i.test(html)).toBe(false);
  });

  it("has one first heading and skips no level", () => {
    const levels = tags.filter((tag) => /^h[1-6]$/.test(tag.name)).map((tag) => Number(tag.name[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    levels.reduce((before, level) => {
      expect(level - before).toBeLessThanOrEqual(1);
      return level;
    }, 0);
  });

  it("names every control and points only at what is there", () => {
    const ids = tags.flatMap((tag) => tag.attributes.get("id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const labelled = new Set(tags.flatMap((tag) => (tag.name === "label" ? (tag.attributes.get("for") ?? []) : [])));
    for (const { name, attributes } of tags) {
      const typed =
        name === "select" ||
        name === "textarea" ||
        (name === "input" && !["hidden", "checkbox"].includes(attributes.get("type") ?? ""));
      if (typed) expect(labelled).toContain(attributes.get("id"));
      for (const points of ["aria-labelledby", "aria-describedby"]) {
        for (const id of attributes.get(points)?.split(" ") ?? []) expect(ids).toContain(id);
      }
    }
  });

  it("leaves no placeholder, key or undefined on the page", () => {
    const left = html.match(/\{\w+\}|%[a-z]+%|undefined|\[object|NaN/)?.[0] ?? html.match(keyOnPage)?.[0];
    expect(left).toBeUndefined();
  });

  it("works without script: forms post somewhere, links lead somewhere", () => {
    for (const { name, attributes } of tags) {
      if (name === "form") expect(["post", "get"]).toContain(attributes.get("method"));
      if (name === "a") expect(attributes.get("href")).toBeTruthy();
    }
    expect(tags.some((tag) => tag.name === "script")).toBe(false);
  });
});
