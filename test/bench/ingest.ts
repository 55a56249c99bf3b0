import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import type { FeedGate } from "#app/http/feed-gate.ts";
import { feedGates } from "#app/http/feed-gates.ts";
import { copyReference } from "./copy-reference.ts";
import { spent } from "./cpu.ts";
import { makeSenders } from "./senders.ts";
import { sources } from "./sources.ts";
import { type Bench, benchWorld, table } from "./support.ts";
import { AT_ONCE, type Sending, takeAll } from "./take-all.ts";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 6);
/** One kind of them alone, by a word of its name. */
const ONLY = process.env.BENCH_KIND ?? "";

/** The feed threads taking deliveries as the API hands them over, beside COPY of the same rows with the same indexes. */
export async function benchIngest(): Promise<void> {
  const bench = await benchWorld();
  const rows = [
    ["deliveries", "round", "entries", "entries/s", "CPU ms/entry: node", "database", "COPY rows/s", "ratio"],
  ];
  const gate = feedGates({
    thread: pathToFileURL(path.resolve("build/feed-thread.js")),
    databaseUrl: bench.url("feed"),
    keysDir: bench.keysDir,
    onFailure: (what) => process.stderr.write(`feed thread: ${what}\n`),
  });
  const superuser = postgres(bench.superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    const senders = await makeSenders(superuser, 8);
    for (let round = 0; round < ROUNDS; round++)
      for (const { name, sent } of sources)
        if (name.includes(ONLY))
          rows.push([name, String(round + 1), ...(await measured(bench, gate, superuser, sent(round, senders)))]);
    table(rows);
    process.stdout.write(
      `\n${os.cpus().length} cores, load ${os.loadavg()[0]?.toFixed(1)} at the end; ${AT_ONCE} deliveries at once.\n`,
    );
  } finally {
    await Promise.all([superuser.end(), gate.close()]);
    await bench.close();
  }
}

async function measured(bench: Bench, gate: FeedGate, superuser: postgres.Sql, sent: Sending[]): Promise<string[]> {
  const since = new Date();
  let entries = 0;
  const took = await spent(bench.postmaster, async () => {
    entries = await takeAll(gate, sent);
  });
  const copy = await copyReference(superuser, since);
  const [here, there] = [entries / took.seconds, copy.rows / copy.seconds];
  const each = (seconds: number) => ((seconds * 1000) / entries).toFixed(2);
  return [
    String(entries),
    here.toFixed(0),
    each(took.node),
    each(took.database),
    there.toFixed(0),
    (here / there).toFixed(2),
  ];
}
