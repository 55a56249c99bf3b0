import type { Browser, BrowserContext, Page } from "playwright-core";

/** What somebody with a cheap phone meets on a page opened for the first time. */
export interface Seen {
  /** Milliseconds to the largest paint. */
  largestPaint: number;
  /** Sum of unexpected shifts. */
  shift: number;
  /** Milliseconds from a press to the next frame. */
  interaction: number;
  scriptKb: number;
  allKb: number;
}

/** A phone a quarter as fast as this machine on slow 4G, as Chrome's own presets have them. */
const SLOWER = 4;
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1_600_000 / 8) * 0.9,
  uploadThroughput: (750_000 / 8) * 0.9,
};

const WATCH = `(() => {
  const seen = (window.seen = { largestPaint: 0, shift: 0, interaction: 0 });
  const watch = (type, take, more = {}) => new PerformanceObserver((l) => l.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  watch("largest-contentful-paint", (e) => { seen.largestPaint = e.startTime; });
  watch("layout-shift", (e) => { if (!e.hadRecentInput) seen.shift += e.value; });
  watch("event", (e) => { if (e.interactionId) seen.interaction = Math.max(seen.interaction, e.duration); }, { durationThreshold: 16 });
})()`;

/** Bytes as they came over the wire, whichever cache they may have come from since. */
const READ = `(() => {
  const came = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const kb = (of) => of.reduce((sum, one) => sum + one.encodedBodySize, 0) / 1024;
  const scripts = came.filter(({ initiatorType, name }) => initiatorType === "script" || name.endsWith(".js"));
  return { ...window.seen, scriptKb: kb(scripts), allKb: kb(came) };
})()`;

/** Opens a page with nothing in the cache, unfolds something on it, and says how that went. */
export async function view(browser: Browser, url: string, storageState: State): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 360, height: 760 }, locale: "vi-VN", storageState });
  try {
    await context.addInitScript(WATCH);
    const page = await context.newPage();
    await slowDown(context, page);
    await page.goto(url, { waitUntil: "load" });
    if (page.url() !== url) throw new Error(`${url} led to ${page.url()}.`);
    await page.waitForTimeout(1_000);
    await page.locator("main summary, header summary").first().click();
    await page.waitForTimeout(500);
    return await page.evaluate<Seen>(READ);
  } finally {
    await context.close();
  }
}

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** What a browser keeps of somebody who has signed in by the real pages. */
export async function signedIn(browser: Browser, origin: string, login: string): Promise<State> {
  const context = await browser.newContext({ locale: "vi-VN" });
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.locator("main form[action='/sign-in'] button").first().click();
  await page.locator("input[name=login]").fill(login);
  await page.locator("form:has(input[name=login]) button").first().click();
  const accept = page.locator("form[action='/privacy/notice'] button");
  await accept.or(page.locator("header .menu")).first().waitFor();
  if (await accept.count()) await accept.click();
  const state = await context.storageState();
  await context.close();
  return state;
}

/** A slower phone on a slower line. */
async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", SLOW_4G);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
}
