import { fork } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import type { Ctx } from "#app/domain/access/context.ts";
import { receiveMessage } from "#app/domain/feeds/receive-message.ts";
import { readBook } from "#app/domain/health-book/read-book.ts";
import { readSection } from "#app/domain/health-book/read-section.ts";
import { newId } from "#app/shared/ids.ts";
import { portalEnvironment } from "../sandbox/environment.ts";
import { startIdentityProvider } from "../sandbox/identity-provider/index.ts";
import { freePort } from "../sandbox/ports.ts";
import { loadRegisters, personIdOf } from "../sandbox/province/load.ts";
import { persona, personas } from "../sandbox/province/personas.ts";
import { signInAt } from "../support/sign-in.ts";
import { testdataFolder, withPersonalNumber } from "../support/testdata.ts";
import { best, type Measured, measure } from "./book/load.ts";
import { type Bench, benchWorld, table } from "./support.ts";

const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 1_500);
const CLIENT = { id: "bench", secret: "sandboxbench" };

/** /book and /book/results of the 1,244-entry person against the same routes with their view models frozen. */
export async function benchBook(): Promise<void> {
  const bench = await benchWorld();
  try {
    const portalDb = bench.connect("portal");
    const [port, frozenPort] = [await freePort(), await freePort()];
    const origin = `http://localhost:${port}`;
    const identityProvider = await startIdentityProvider({
      port: 0,
      portalOrigin: origin,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      personas,
      fixtures: () => ({}),
    });
    await loadRegisters(
      {
        portal: portalDb,
        feed: bench.connect("feed"),
        owner: bench.connect("owner"),
        keys: bench.keys,
        issuer: identityProvider.issuer,
      },
      {},
    );
    const who = persona("yen");
    await importVito(bench, who.personalNumber ?? "");
    const environment = (at: number) =>
      portalEnvironment({
        origin: `http://localhost:${at}`,
        port: at,
        issuer: identityProvider.issuer,
        client: CLIENT,
        databaseUrl: bench.url("portal"),
        feedDatabaseUrl: bench.url("feed"),
        keysDir: bench.keysDir,
      });

    const real = await start({ ...environment(port), LOG_LEVEL: "silent", PAGES_PER_MINUTE: "1000000" });
    const cookie = await signInAt(origin, who.login);
    const views = await frozenViews(bench, portalDb, who.key);
    const frozen = await start({
      ...environment(frozenPort),
      LOG_LEVEL: "silent",
      PAGES_PER_MINUTE: "1000000",
      FROZEN: JSON.stringify(views),
    });

    const rows = [["page", "requests/CPU-s", "frozen", "ratio", "p50 ms", "p99 ms", "HTML", "compressed"]];
    for (const at of ["/book", "/book/results"]) {
      const runs: { real: Measured[]; frozen: Measured[] } = { real: [], frozen: [] };
      await measure(real, origin + at, { cookie }, 300);
      await measure(frozen, `http://localhost:${frozenPort}${at}`, {}, 300);
      for (let i = 0; i < 3; i++) {
        runs.real.push(await measure(real, origin + at, { cookie }, REQUESTS));
        runs.frozen.push(await measure(frozen, `http://localhost:${frozenPort}${at}`, {}, REQUESTS));
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
    real.disconnect();
    frozen.disconnect();
    await identityProvider.close();
  } finally {
    await bench.close();
  }
}

async function importVito(bench: Bench, number: string): Promise<void> {
  const folder = path.join(testdataFolder, "synthea-r4");
  const file = fs.readdirSync(folder).find((name) => name.startsWith("Vito"));
  if (!file) throw new Error("Vito's Bundle is not there; set TESTDATA_DIR.");
  const bundle = JSON.parse(new TextDecoder().decode(withPersonalNumber(path.join(folder, file), number)));
  // The persona has another name than Vito: this is a measurement, so it is bound.
  const boundTo = await personIdOf({ portal: bench.connect("portal", 1), keys: bench.keys }, "yen");
  const answer = await receiveMessage(
    { db: bench.connect("feed"), keys: bench.keys, now: () => new Date() },
    {
      facilityId: newId(),
      channel: "command",
      clientId: undefined,
      bytes: new TextEncoder().encode(JSON.stringify(bundle)),
      boundTo,
      allowSingle: false,
    },
  );
  if (answer.state !== "accepted") throw new Error(`Vito was not taken: ${answer.reason}`);
}

async function frozenViews(bench: Bench, db: Ctx["db"], key: string): Promise<Record<string, unknown>> {
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

async function start(env: Record<string, string>) {
  const child = fork("test/bench/book/portal-process.ts", [], {
    env: { NODE_ENV: "production", PATH: process.env.PATH ?? "", ...env },
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`The portal ended at start (${code}).`)));
  });
  return child;
}
