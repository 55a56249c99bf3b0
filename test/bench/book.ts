import zlib from "node:zlib";
import type { Ctx } from "#app/domain/access/context.ts";
import { readBook } from "#app/domain/health-book/read-book.ts";
import { readSection } from "#app/domain/health-book/read-section.ts";
import { newId } from "#app/shared/ids.ts";
import { personIdOf } from "../sandbox/province/load.ts";
import { persona } from "../sandbox/province/personas.ts";
import { signInAt } from "../support/sign-in.ts";
import { best, type Measured, measure } from "./load.ts";
import { withPortal } from "./portal.ts";
import { type Bench, table } from "./support.ts";
import { importVito } from "./vito.ts";

const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 1_500);

/** /book and /book/results of the 1,244-entry person against the same routes with their view models frozen. */
export const benchBook = (): Promise<void> =>
  withPortal(async ({ bench, origin, real, another }) => {
    const who = persona("yen");
    await importVito(bench, who.key, who.personalNumber ?? "");
    const cookie = await signInAt(origin, who.login);
    const frozen = await another({ FROZEN: JSON.stringify(await frozenViews(bench, who.key)) });
    const rows = [["page", "requests/CPU-s", "frozen", "ratio", "p50 ms", "p99 ms", "HTML", "compressed"]];
    for (const at of ["/book", "/book/results"]) {
      const runs: { real: Measured[]; frozen: Measured[] } = { real: [], frozen: [] };
      await measure(real, origin + at, { cookie }, 300);
      await measure(frozen.child, frozen.origin + at, {}, 300);
      for (let i = 0; i < 3; i++) {
        runs.real.push(await measure(real, origin + at, { cookie }, REQUESTS));
        runs.frozen.push(await measure(frozen.child, frozen.origin + at, {}, REQUESTS));
      }
      const [a, b] = [best(runs.real), best(runs.frozen)];
      const html = await (await fetch(origin + at, { headers: { cookie } })).text();
      rows.push([
        at,
        a.requestsPerCpuSecond.toFixed(0),
        b.requestsPerCpuSecond.toFixed(0),
        (a.requestsPerCpuSecond / b.requestsPerCpuSecond).toFixed(2),
        String(a.p50),
        String(a.p99),
        `${(html.length / 1024).toFixed(0)} kB`,
        `${(zlib.gzipSync(html).length / 1024).toFixed(1)} kB`,
      ]);
    }
    table(rows);
  });

async function frozenViews(bench: Bench, key: string): Promise<Record<string, unknown>> {
  const db = bench.connect("portal");
  const personId = await personIdOf({ portal: db, keys: bench.keys }, key);
  const ctx: Ctx = {
    db,
    keys: bench.keys,
    now: () => new Date(),
    requestId: newId(),
    actor: { kind: "citizen", personId, assuranceLevel: 2, authenticatedAt: new Date() },
  };
  return {
    root: {
      path: "/book",
      requestId: newId(),
      now: new Date().toISOString(),
      account: { name: persona(key).name, operator: false },
    },
    "routes/citizen/book": await readBook(ctx, { showHidden: false }),
    "routes/citizen/section": await readSection(ctx, { section: "results", page: 1, showHidden: false }),
  };
}
