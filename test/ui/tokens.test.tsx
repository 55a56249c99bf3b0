import fs from "node:fs";
import { describe, expect, it } from "vitest";

const css = fs.readFileSync("app/ui/styles/tokens.css", "utf8");

/** The custom properties of the first `:root` after a marker. */
function tokens(after: string): Record<string, string> {
  const from = css.indexOf(":root {", css.indexOf(after));
  const block = css.slice(from, css.indexOf("}", from));
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

const light = tokens(":root");
const themes = { light, dark: { ...light, ...tokens("@media screen and (prefers-color-scheme: dark)") } };

function luminance(hex: string): number {
  const channel = (at: number) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** Text on its ground, as they meet on some page. */
const texts: [string, string][] = [
  ...["paper", "paper-soft", "go-soft", "needs-soft", "danger-soft", "info-soft"].map(
    (on) => ["ink", on] as [string, string],
  ),
  ...["paper", "paper-soft", "go-soft"].map((on) => ["ink-soft", on] as [string, string]),
  ...["paper", "paper-soft", "go-soft", "needs-soft", "danger-soft", "info-soft"].map(
    (on) => ["go", on] as [string, string],
  ),
  ...["paper", "paper-soft", "go-soft", "needs-soft", "danger-soft", "info-soft"].map(
    (on) => ["go-strong", on] as [string, string],
  ),
  ["on-go", "go"],
  ["on-go", "go-strong"],
  ["needs", "needs-soft"],
  ["on-needs", "needs"],
  ["danger", "danger-soft"],
  ["danger", "paper"],
  ["on-danger", "danger"],
  ["info", "info-soft"],
  ["on-acting", "acting"],
  ["on-duty", "duty"],
];

/** Edges of controls, signs and marks. */
const shapes: [string, string][] = [
  ["edge", "paper"],
  ["edge", "paper-soft"],
  ["focus", "paper"],
  ["focus", "paper-soft"],
  ["acting", "paper"],
  ["duty", "paper"],
  ["on-acting", "acting"],
  ["needs", "needs-soft"],
  ["danger", "danger-soft"],
  ["info", "info-soft"],
  ["ink", "band"],
  ["ink", "line"],
];

describe.each(Object.entries(themes))("%s theme", (_, theme) => {
  const ratio = ([a, b]: [string, string]) => contrast(theme[a] ?? "", theme[b] ?? "");
  it.each(texts)("%s on %s reads (4.5:1)", (...pair) => expect(ratio(pair)).toBeGreaterThanOrEqual(4.5));
  it.each(shapes)("%s on %s shows (3:1)", (...pair) => expect(ratio(pair)).toBeGreaterThanOrEqual(3));
});

describe("tokens", () => {
  it("defines every colour in the dark theme too", () => {
    const dark = tokens("@media screen and (prefers-color-scheme: dark)");
    expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
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
