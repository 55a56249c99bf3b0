import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast, type Pair, shapePairs, textPairs, themesOf } from "#app/ui/gallery/contrast.ts";

const themes = themesOf(fs.readFileSync("app/ui/styles/tokens.css", "utf8"));

describe.each(Object.entries(themes))("%s theme", (_, theme) => {
  const ratio = (pair: Pair) => contrast(theme, pair);
  it.each(textPairs)("%s on %s reads (4.5:1)", (...pair) => expect(ratio(pair)).toBeGreaterThanOrEqual(4.5));
  it.each(shapePairs)("%s on %s shows (3:1)", (...pair) => expect(ratio(pair)).toBeGreaterThanOrEqual(3));
});

describe("tokens", () => {
  it("defines every colour in the dark theme too", () => {
    expect(Object.keys(themes.dark).sort()).toEqual(Object.keys(themes.light).sort());
  });

  it("keeps colours out of every other stylesheet", () => {
    const others = fs
      .readdirSync("app/ui/styles")
      .filter((f) => f.endsWith(".css") && f !== "tokens.css" && f !== "print.css");
    for (const file of others) {
      const text = fs.readFileSync(`app/ui/styles/${file}`, "utf8");
      expect(text.match(/#[0-9a-f]{3,8}\b|rgba?\(/gi), file).toBeNull();
    }
  });
});
