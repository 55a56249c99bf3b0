export type Theme = Readonly<Record<string, string>>;

/** The colours of the first `:root` after a marker. */
function tokens(css: string, after: string): Theme {
  const from = css.indexOf(":root {", css.indexOf(after));
  const block = css.slice(from, css.indexOf("}", from));
  const found = [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)];
  return Object.fromEntries(found.map(([, name = "", value = ""]) => [name, value]));
}

export type Themes = Readonly<Record<"light" | "dark", Theme>>;

/** Both themes of the text of `tokens.css`. */
export const themesOf = (css: string): Themes => ({
  light: tokens(css, ":root"),
  dark: tokens(css, "@media screen and (prefers-color-scheme: dark)"),
});

function luminance(hex: string): number {
  const channel = (at: number) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** WCAG's contrast of two tokens in a theme, 1 to 21. */
export function contrast(theme: Theme, [a, b]: Pair): number {
  const [x, y] = [luminance(theme[a] ?? ""), luminance(theme[b] ?? "")];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** What stands on what, by the names of the tokens. */
export type Pair = readonly [on: string, ground: string];

const grounds = ["paper", "paper-soft", "go-soft", "needs-soft", "danger-soft", "info-soft"];
const onAll = (token: string, of = grounds): Pair[] => of.map((ground) => [token, ground]);

/** Text on its ground, as they meet on some page: 4.5:1. */
export const textPairs: readonly Pair[] = [
  ...onAll("ink"),
  ...onAll("ink-soft", ["paper", "paper-soft", "go-soft"]),
  ...onAll("go"),
  ...onAll("go-strong"),
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

/** Edges of controls, signs and marks: 3:1. */
export const shapePairs: readonly Pair[] = [
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
