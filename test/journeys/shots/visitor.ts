import type { BrowserContext, Page } from "playwright-core";
import type { Demo } from "./demo.ts";
import type { Variant } from "./scene.ts";
import { Watch } from "./watch.ts";

interface Found {
  href: string;
  text: string;
}

/** One person's browser, walking through the portal. */
export class Visitor {
  readonly demo: Demo;
  readonly page: Page;
  readonly watch: Watch;
  locale: Variant["locale"] = "vi";
  readonly #lists = new Map<string, Found[]>();

  constructor(demo: Demo, page: Page) {
    this.demo = demo;
    this.page = page;
    this.watch = new Watch(page, demo);
    page.setDefaultTimeout(20_000);
  }

  static async in(context: BrowserContext, demo: Demo): Promise<Visitor> {
    return new Visitor(demo, await context.newPage());
  }

  get path(): string {
    return new URL(this.page.url()).pathname;
  }

  /** Opens an address of the portal, or a whole one, in the language of the variant. */
  async go(path: string): Promise<void> {
    const url = new URL(path, this.demo.portal);
    url.searchParams.set("lang", this.locale);
    await this.page.goto(url.href);
  }

  /** Presses what sends a form or follows a link, and waits for the page that comes of it. */
  async press(selector: string): Promise<void> {
    const before = this.page.url();
    try {
      const button = this.page.locator(selector).first();
      await Promise.all([this.page.waitForEvent("domcontentloaded"), button.click()]);
    } catch (error) {
      throw new Error(`Pressing ${selector} on ${before} led nowhere: ${(error as Error).message.split("\n")[0]}`);
    }
  }

  /** Opens the entry of a list whose row says this. @throws when no row does. */
  async pick(list: string, words: RegExp, nth = 0): Promise<void> {
    const below = `${list.split("?")[0]}/`;
    const fits = (await this.#rows(list)).filter(({ href, text }) => href.startsWith(below) && words.test(text));
    const found = fits.at(nth);
    if (!found) throw new Error(`${list} has no row ${nth + 1} that says ${words}.`);
    await this.go(found.href);
  }

  /** The rows of a list with the address each leads to; in Vietnamese, read once. */
  async #rows(list: string): Promise<Found[]> {
    const known = this.#lists.get(list);
    if (known) return known;
    const url = new URL(list, this.demo.portal);
    url.searchParams.set("lang", "vi");
    await this.page.goto(url.href);
    const rows = await this.page.evaluate<Found[]>(`
      [...document.querySelectorAll("main :is(.item, .tbl tbody tr) a[href^='/']")].map((a) => ({
        href: a.getAttribute("href"), text: a.closest("li, tr").textContent.trim() }))`);
    this.#lists.set(list, rows);
    return rows;
  }
}
