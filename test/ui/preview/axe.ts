import fs from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser } from "playwright-core";
import { launchChromium } from "../../support/chromium.ts";
import { fileOf, writePages } from "./write-pages.ts";

/**
 * axe over every preview page: `tsx test/ui/preview/axe.ts [part of a name]`. Menus and folded parts
 * are opened first, as what is closed is not checked.
 */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Look {
  width: number;
  colorScheme: "light" | "dark";
  locale: "vi" | "en";
  forcedColors?: "active";
}

/** Every pair of two properties occurs. */
const looks: Look[] = [
  { width: 360, colorScheme: "light", locale: "vi" },
  { width: 360, colorScheme: "dark", locale: "en" },
  { width: 1280, colorScheme: "light", locale: "en" },
  { width: 1280, colorScheme: "dark", locale: "vi" },
  { width: 360, colorScheme: "light", locale: "vi", forcedColors: "active" },
];

/** First the page with everything unfolded but the menu, which covers what is below it; then the menu. */
const parts = [
  ["details:not(.menu)", "html"],
  ["details.menu", "details.menu"],
] as const;

/** What is wrong on all pages in one look, one line per finding. */
async function check(browser: Browser, names: string[], look: Look): Promise<string[]> {
  const { width, locale, ...rest } = look;
  const context = await browser.newContext({ viewport: { width, height: 760 }, ...rest });
  const page = await context.newPage();
  const found: string[] = [];
  for (const name of names) {
    await page.goto(fileOf(name, locale));
    await page.evaluate(axe);
    for (const [opened, within] of parts) {
      await page.evaluate(`document.querySelectorAll("${opened}").forEach((d) => { d.open = true; })`);
      const run = `document.querySelector("${within}") ? axe.run("${within}", { runOnly: ${JSON.stringify(tags)} }) : { violations: [] }`;
      const { violations } = await page.evaluate<AxeResults>(run);
      for (const { id, nodes } of violations) {
        for (const node of nodes) found.push(`${name} ${JSON.stringify(look)} ${id}: ${node.html.slice(0, 160)}`);
      }
    }
  }
  await context.close();
  return found;
}

const wanted = process.argv[2] ?? "";
const names = (await writePages()).filter((name) => name.includes(wanted));
const browser = await launchChromium();
const found: string[] = [];
for (const look of looks) found.push(...(await check(browser, names, look)));
await browser.close();
process.stdout.write(
  [...found, `${names.length} pages, ${looks.length} looks, ${found.length} violations`, ""].join("\n"),
);
process.exitCode = found.length === 0 ? 0 : 1;
