import fs from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";

const require = createRequire(import.meta.url);
const read = (file: string) => fs.readFileSync(require.resolve(`@expo-google-fonts/be-vietnam-pro/${file}`));

export interface Fonts {
  plain: Buffer;
  strong: Buffer;
  /** Does the typeface hold this letter? */
  holds: (codePoint: number) => boolean;
}

let known: Fonts | undefined;

/** Be Vietnam Pro whole, for embedding: the web's files hold a part of the letters each. Read once. */
export function fonts(): Fonts {
  if (known) return known;
  const plain = read("400Regular/BeVietnamPro_400Regular.ttf");
  const font = create(plain) as Font;
  known = {
    plain,
    strong: read("600SemiBold/BeVietnamPro_600SemiBold.ttf"),
    holds: (codePoint) => font.hasGlyphForCodePoint(codePoint),
  };
  return known;
}
