import fs from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "../../support/chromium.ts";
import { fileOf, previewFolder, writePages } from "./write-pages.ts";

/** Pictures of every page: `tsx test/ui/preview/shots.ts [part of a name]`. */
interface Look {
  width: number;
  locale: "vi" | "en";
  scheme: "light" | "dark";
}

const looks: Look[] = [
  { width: 360, locale: "vi", scheme: "light" },
  { width: 1280, locale: "vi", scheme: "light" },
  { width: 360, locale: "en", scheme: "light" },
  { width: 1280, locale: "en", scheme: "light" },
];
const dark = new Set(["landing", "book", "book-proxy", "result", "operator-messages", "operator-facilities-wrong"]);

const folder = path.join(previewFolder, "shots");

async function shoot(browser: Browser, names: string[], { width, locale, scheme }: Look): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 760 }, colorScheme: scheme });
  const page = await context.newPage();
  for (const name of names) {
    await page.goto(fileOf(name, locale));
    await page.evaluate("document.fonts.ready.then(() => 0)");
    const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
    if (wide > width) process.stdout.write(`too wide: ${name} ${locale} ${wide} > ${width}\n`);
    await page.screenshot({ path: path.join(folder, `${name}.${locale}.${width}.${scheme}.png`), fullPage: true });
  }
  await context.close();
}

async function print(browser: Browser, names: string[]): Promise<void> {
  const page = await browser.newPage();
  for (const name of names) {
    await page.goto(fileOf(name, "vi"));
    await page.pdf({ path: path.join(folder, `${name}.vi.pdf`), format: "A4", preferCSSPageSize: true });
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 680, height: 960 });
    await page.screenshot({ path: path.join(folder, `${name}.vi.print.png`), fullPage: true });
    await page.emulateMedia({ media: null });
  }
  await page.close();
}

const wanted = process.argv[2] ?? "";
const all = await writePages();
const names = all.filter((name) => name.includes(wanted));
fs.mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
for (const look of looks) await shoot(browser, names, look);
for (const width of [360, 1280]) {
  const some = names.filter((name) => dark.has(name));
  await shoot(browser, some, { width, locale: "vi", scheme: "dark" });
}
await print(
  browser,
  names.filter((name) => name === "book" || name === "result" || name === "book-proxy"),
);
await browser.close();
process.stdout.write(`${names.length} pages in ${folder}\n`);
