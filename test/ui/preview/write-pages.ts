import fs from "node:fs";
import path from "node:path";
import { locales } from "#app/i18n/locale.ts";
import { buildCss } from "./build-css.ts";
import { pages } from "./pages.tsx";
import { documentOf } from "./render.tsx";

/** Where previews go: a folder of its own that is not kept. */
export const previewFolder = path.resolve(process.env.PREVIEW_DIR ?? "build/preview");

/** Writes every page in both languages with the built stylesheet; answers names without language. */
export async function writePages(): Promise<string[]> {
  const stylesheet = await buildCss(path.join(previewFolder, "assets"));
  for (const page of pages) {
    for (const locale of locales) {
      const html = documentOf(page, locale, `assets/${stylesheet}`);
      fs.writeFileSync(path.join(previewFolder, `${page.name}.${locale}.html`), html);
    }
  }
  return pages.map((page) => page.name);
}

export const fileOf = (name: string, locale: string): string =>
  `file://${path.join(previewFolder, `${name}.${locale}.html`)}`;
