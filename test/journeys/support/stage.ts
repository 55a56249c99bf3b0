import fs from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, expect } from "vitest";
import { insurerSettings, startInsurer } from "../../sandbox/insurer/server.ts";
import { launchChromium } from "../../support/chromium.ts";
import { startProvince } from "../../support/province.ts";
import { testDb } from "../../support/test-db.ts";
import { startWorld, type World } from "../../support/world.ts";

export interface Look {
  width: number;
  script: boolean;
  dark?: boolean;
}

/** The four looks every journey should survive, fewest first: a cheap phone without script, a desk with it. */
export const PHONE: Look = { width: 360, script: false };
export const DESK: Look = { width: 1280, script: true };

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export type Stage = Awaited<ReturnType<typeof startStage>>;

/** The invented province in a running portal, and a real browser. What the browser complains of fails the test. */
export async function startStage() {
  const db = await testDb();
  const insurer = await startInsurer({ port: 0 });
  const world = await startWorld(db, {}, insurerSettings(insurer));
  const province = await startProvince(db, world);
  const browser = await launchChromium();
  const complaints: string[] = [];
  const open: BrowserContext[] = [];
  afterEach(async () => {
    for (const context of open.splice(0)) await context.close();
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(() => Promise.all([browser.close(), insurer.close()]));

  /** Somebody at a device of their own. */
  async function guest(look: Look): Promise<Page> {
    const context = await contextOf(browser, look);
    open.push(context);
    listen(context, world, complaints);
    return context.newPage();
  }

  return {
    world,
    db,
    province,
    guest,
    at: (path: string) => `${world.origin}${path}`,
    /** Signed in by the real pages, the notice read, and back at the page that was asked for. */
    async signedIn(login: string, look: Look, path = "/book"): Promise<Page> {
      const page = await guest(look);
      await page.goto(`${world.origin}${path}`);
      await signIn(page, login);
      if (page.url().includes("/sign-in/confirm")) await confirmIdentity(page, login);
      return page;
    },
  };
}

function contextOf(browser: Browser, { width, script, dark }: Look): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height: 760 },
    javaScriptEnabled: script,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    colorScheme: dark ? "dark" : "light",
    bypassCSP: false,
  });
}

/** Script errors, refused contents, servers that fail, and whoever else is asked for something. */
function listen(context: BrowserContext, world: World, complaints: string[]): void {
  const known = [world.origin, new URL(world.identityProvider.issuer).origin];
  context.on("console", (message) => {
    // A page that answers 404 is reported here too; what a page must answer is the test's own affair.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      complaints.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => complaints.push(`script: ${error.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && !known.includes(url.origin)) complaints.push(`asked ${url.origin}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
    if (response.status() === 404 && response.request().resourceType() !== "document")
      complaints.push(`missing ${response.url()}`);
  });
}

/** From the portal's sign-in page through the provider's, and past the notice if it comes. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.locator("main form[action='/sign-in'] button").click();
  await page.locator("input[name=login]").fill(login);
  await page.locator("form:has(input[name=login]) button").first().click();
  const accept = page.locator("form[action='/privacy/notice'] button");
  if (await accept.count()) await accept.click();
}

/** From the page that asks whether it is really them through the provider's two steps, and back. */
export async function confirmIdentity(page: Page, login: string): Promise<void> {
  await page.locator("main form:has(input[name=stepUp]) button").click();
  await page.locator("input[name=login]").fill(login);
  await page.locator("form:has(input[name=login]) button").first().click();
  await page.locator("form[action*='/confirm'] button").click();
}

/** What axe finds wrong with the page as it stands, one line each. Needs a page with script. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  await page.evaluate("document.querySelectorAll('details:not(.menu)').forEach((d) => { d.open = true; })");
  const run = `axe.run(document, { runOnly: ${JSON.stringify(STANDARDS)} })`;
  const { violations } = await page.evaluate<AxeResults>(run);
  const path = new URL(page.url()).pathname;
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${path} ${id}: ${node.html.slice(0, 160)}`));
}

/** How much wider than its window the page is, in CSS pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);

/** The same in a window of 1280 by 1024 at 400 %, which is 320 by 256; the page is given back as it was. */
export async function overflowZoomed(page: Page, letters: "usual" | "large", width: number): Promise<number> {
  await page.setViewportSize({ width: 320, height: 256 });
  if (letters === "large") await page.evaluate("document.documentElement.dataset.text = 'large'");
  const wide = await overflow(page);
  await page.setViewportSize({ width, height: 760 });
  return wide;
}
