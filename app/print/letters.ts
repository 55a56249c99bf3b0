/** Letters of tests and units that the typeface lacks, as people write them without it. */
const SPELLED: Readonly<Record<string, string>> = {
  μ: "µ",
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  Δ: "Delta",
  ε: "epsilon",
  κ: "kappa",
  λ: "lambda",
  ω: "omega",
  Ω: "Ohm",
  "→": "->",
  "←": "<-",
  "↑": "(+)",
  "↓": "(-)",
  "✓": "v",
  "●": "•",
  "\u2009": " ",
  "\u202f": "\u00a0",
  "\u200b": "",
  "\ufeff": "",
};

export const UNPRINTABLE = "[?]";

/** A text in letters that can be printed: composed, spelled where the typeface lacks one, else marked. */
export const printableText = (text: string, holds: (codePoint: number) => boolean): string =>
  [...text.normalize("NFC")]
    .map((letter) => (letter === "\n" || holds(letter.codePointAt(0) ?? 0) ? letter : (SPELLED[letter] ?? UNPRINTABLE)))
    .join("");
