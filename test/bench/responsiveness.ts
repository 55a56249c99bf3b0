import { setTimeout as sleep } from "node:timers/promises";
import { persona } from "../sandbox/province/personas.ts";
import { signInAt } from "../support/sign-in.ts";
import { askProcess, type BenchPortal, withPortal } from "./portal.ts";
import { table } from "./support.ts";
import { importVito, vitoBundle } from "./vito.ts";

/** One after the other. */
const PDFS = 6;
const DELIVERIES = Number(process.env.BENCH_DELIVERIES ?? 10);

interface Delay {
  longest: number;
  p99: number;
}

/** How long the portal's event loop stands still, and others wait, while PDFs are made and while Bundles of 3.5 MB arrive; at rest beside it. */
export const benchResponsiveness = (): Promise<void> =>
  withPortal(async (portal) => {
    const rows = [["portal", "loop p99 ms", "loop longest", "requests", "p50 ms", "p99 ms", "longest ms"]];
    const bundles = Array.from({ length: DELIVERIES + 1 }, (_, i) => vitoBundle(`001${900_000_000 + i}`));
    await send(portal, bundles.shift());
    await watched(portal, "warm-up", () => sleep(1_000));
    rows.push(await watched(portal, "at rest", () => sleep(10_000)));
    const print = await printing(portal);
    await print();
    rows.push(
      await watched(portal, `${PDFS} PDFs of a list`, async () => {
        for (let i = 0; i < PDFS; i++) await print();
      }),
    );
    rows.push(
      await watched(portal, `taking ${DELIVERIES} × 3.5 MB`, async () => {
        for (const bundle of bundles) await send(portal, bundle);
      }),
    );
    table(rows);
  });

/** The medicine list of the person with 1,244 entries, as a file. */
async function printing({ bench, origin }: BenchPortal): Promise<() => Promise<void>> {
  const who = persona("yen");
  await importVito(bench, who.key, who.personalNumber ?? "");
  const cookie = await signInAt(origin, who.login);
  return async () => {
    const answer = await fetch(`${origin}/book/medicines.pdf`, { headers: { cookie } });
    const { byteLength } = await answer.arrayBuffer();
    if (answer.headers.get("content-type") !== "application/pdf")
      throw new Error(`No PDF: ${answer.status}, ${byteLength} bytes.`);
  };
}

async function send({ hospital }: BenchPortal, bundle = new Uint8Array()): Promise<void> {
  const { status, body } = await hospital.send(bundle);
  if (status !== 200) throw new Error(`The portal answered ${status}: ${JSON.stringify(body).slice(0, 500)}`);
}

/** Somebody else asks for a page every 5 ms all the while. */
async function watched({ real, origin }: BenchPortal, name: string, work: () => Promise<void>): Promise<string[]> {
  const waits: number[] = [];
  let over = false;
  const asking = (async () => {
    while (!over) {
      const start = performance.now();
      await (await fetch(`${origin}/ops/healthz`)).text();
      waits.push(performance.now() - start);
      await sleep(5);
    }
  })();
  await askProcess<Delay>(real, "delay");
  await work().finally(() => {
    over = true;
  });
  await asking;
  const loop = await askProcess<Delay>(real, "delay");
  waits.sort((a, b) => a - b);
  const at = (part: number) => (waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? 0).toFixed(1);
  return [name, loop.p99.toFixed(1), loop.longest.toFixed(1), String(waits.length), at(0.5), at(0.99), at(1)];
}
