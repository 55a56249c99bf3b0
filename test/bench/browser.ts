import type { Browser } from "playwright-core";
import { persona } from "../sandbox/province/personas.ts";
import { launchChromium } from "../support/chromium.ts";
import { signInAt } from "../support/sign-in.ts";
import { replay } from "./browser/replay.ts";
import { type Seen, signedIn, view } from "./browser/view.ts";
import { withPortal } from "./portal.ts";
import { table } from "./support.ts";
import { importVito } from "./vito.ts";

const RUNS = Number(process.env.BENCH_RUNS ?? 3);

/** What a cheap phone on a slow network meets on a 1,244-entry book, beside the same bytes from a server that only sends them. */
export const benchBrowser = (): Promise<void> =>
  withPortal(async ({ bench, origin }) => {
    const who = persona("yen");
    await importVito(bench, who.key, who.personalNumber ?? "");
    const cookie = await signInAt(origin, who.login);
    const still = await replay(origin, cookie);
    const browser = await launchChromium();
    const state = await signedIn(browser, origin, who.login);
    const rows = [["page", "largest paint ms", "same bytes ms", "ratio", "shift", "press ms", "script kB", "all kB"]];
    try {
      for (const [name, path] of await wanted(origin, cookie)) {
        // What comes first warms nothing for what comes second: each is opened once beforehand.
        await Promise.all([view(browser, origin + path, state), view(browser, still.origin + path, state)]);
        const real = await median(browser, origin + path, state);
        const bytes = await median(browser, still.origin + path, state);
        rows.push([
          name,
          real.largestPaint.toFixed(0),
          bytes.largestPaint.toFixed(0),
          (real.largestPaint / bytes.largestPaint).toFixed(2),
          real.shift.toFixed(3),
          real.interaction.toFixed(0),
          real.scriptKb.toFixed(1),
          real.allKb.toFixed(1),
        ]);
      }
    } finally {
      await browser.close();
      still.close();
    }
    table(rows);
  });

/** The first page, the list of results, a result and a visit of that book. */
async function wanted(origin: string, cookie: string): Promise<[name: string, path: string][]> {
  const first = async (list: string) => {
    const html = await (await fetch(origin + list, { headers: { cookie } })).text();
    const found = new RegExp(`href="(${list}/[0-9a-f-]{36})`).exec(html)?.[1];
    if (!found) throw new Error(`${list} leads to nothing.`);
    return found;
  };
  return [
    ["/book", "/book"],
    ["/book/results", "/book/results"],
    ["a result", await first("/book/results")],
    ["a visit", await first("/book/visits")],
  ];
}

/** The run whose largest paint lies in the middle; the worst shift and press of all. */
async function median(browser: Browser, url: string, state: Parameters<typeof view>[2]): Promise<Seen> {
  const runs: Seen[] = [];
  for (let i = 0; i < RUNS; i++) runs.push(await view(browser, url, state));
  const middle = runs.sort((a, b) => a.largestPaint - b.largestPaint)[Math.floor(runs.length / 2)];
  if (!middle) throw new Error("Nothing was measured.");
  const worst = (key: "shift" | "interaction") => Math.max(...runs.map((run) => run[key]));
  return { ...middle, shift: worst("shift"), interaction: worst("interaction") };
}
