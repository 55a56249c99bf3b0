import type { Page } from "playwright-core";

/** What has the focus: its words, and whether somebody looking can tell. */
export interface Focus {
  what: string;
  /** Words of it, or what labels it. */
  name: string;
  /** A ring is drawn around it. */
  ringed: boolean;
  /** It lies in the window, and nothing lies over it. */
  seen: boolean;
  inMain: boolean;
  top: number;
}

const READ = `(() => {
  const e = document.activeElement;
  if (!e || e === document.body) return { what: "nothing", name: "", ringed: false, seen: false, inMain: false, top: 0 };
  const box = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const name = e.getAttribute("aria-label") || e.labels?.[0]?.innerText || e.innerText || e.value || "";
  const line = e.getClientRects()[0] ?? box;
  const at = document.elementFromPoint(line.left + Math.min(line.width / 2, 12), line.top + Math.min(line.height / 2, 12));
  return {
    what: e.tagName.toLowerCase(),
    name: name.replace(/\\s+/g, " ").trim(),
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.bottom > 0 && box.top < innerHeight && box.width > 0 && !!at && (at === e || e.contains(at)),
    inMain: !!e.closest("main"),
    top: Math.round(box.top + scrollY),
  };
})()`;

export const focused = (page: Page): Promise<Focus> => page.evaluate<Focus>(READ);

const MANY = 150;

/** Somebody with a keyboard alone. What is wrong with the focus on the way is noted in `lost`. */
export class Keyboard {
  readonly lost: string[] = [];
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** One press of Tab; the focus must be somewhere, ringed, and in sight. */
  async tab(): Promise<Focus> {
    await this.page.keyboard.press("Tab");
    const now = await focused(this.page);
    const where = `${new URL(this.page.url()).pathname}: ${now.what} “${now.name.slice(0, 60)}”`;
    if (now.what !== "nothing" && !now.ringed) this.lost.push(`${where} has no ring`);
    if (now.what !== "nothing" && !now.seen) this.lost.push(`${where} is not in sight`);
    return now;
  }

  /** Tabs on until something of this name has the focus. @throws when the page's end comes first. */
  async to(name: RegExp): Promise<void> {
    const passed: string[] = [];
    for (let i = 0; i < MANY; i++) {
      const now = await this.tab();
      if (name.test(now.name)) return;
      if (now.what === "nothing" && i > 0) break;
      passed.push(now.name.slice(0, 30));
    }
    throw new Error(`No way by keyboard to ${name} on ${this.page.url()}: ${passed.join(" → ")}`);
  }

  /** Goes to it and presses Enter; waits for the page that comes of it. */
  async press(name: RegExp): Promise<void> {
    await this.to(name);
    await Promise.all([this.page.waitForEvent("load"), this.page.keyboard.press("Enter")]);
  }

  /** Past the header by the link that every page begins with. */
  async skip(): Promise<void> {
    const first = await this.tab();
    if (first.name !== "Đến nội dung chính") this.lost.push(`${this.page.url()} begins with “${first.name}”`);
    await this.page.keyboard.press("Enter");
    // The browser goes there by itself, a moment later; a person's next key comes after that.
    await this.page.waitForTimeout(250);
  }
}
