import type { Browser, CDPSession } from "playwright-core";

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

/** Opens a page with nothing in the cache, unfolds something on it, and says how that went. */
export async function view(browser: Browser, url: string, cookie: string): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 360, height: 760 }, locale: "vi-VN" });
  try {
    await context.addCookies(cookie.split("; ").map((pair) => cookieOf(pair, url)));
    await context.addInitScript(WATCH);
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const bytes = await throttled(cdp);
    await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(1_000);
    await page.locator("main summary, header summary").first().click();
    await page.waitForTimeout(500);
    const seen = await page.evaluate<Omit<Seen, "scriptKb" | "allKb">>("window.seen");
    return { ...seen, scriptKb: bytes.script / 1024, allKb: bytes.all / 1024 };
  } finally {
    await context.close();
  }
}

function cookieOf(pair: string, url: string) {
  const [name = "", ...value] = pair.split("=");
  return { name, value: value.join("="), url: new URL(url).origin };
}

/** Slows the page down; counts what comes over the wire. */
async function throttled(cdp: CDPSession): Promise<{ script: number; all: number }> {
  const bytes = { script: 0, all: 0 };
  const scripts = new Set<string>();
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", SLOW_4G);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  cdp.on("Network.responseReceived", ({ requestId, type }) => type === "Script" && scripts.add(requestId));
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes.all += encodedDataLength;
    if (scripts.has(requestId)) bytes.script += encodedDataLength;
  });
  return bytes;
}
