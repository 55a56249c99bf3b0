import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { feedGates } from "#app/http/feed-gates.ts";
import { copyReference } from "./copy-reference.ts";
import { spent } from "./cpu.ts";
import { makeSenders } from "./senders.ts";
import { sources } from "./sources.ts";
import { StoredBytes } from "./stored-bytes.ts";
import { type Bench, benchWorld, table } from "./support.ts";
import { AT_ONCE, takeAll } from "./take-all.ts";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 10);
/** One kind of them alone, by a word of its name. */
const ONLY = process.env.BENCH_KIND ?? "";

/** Rounds that warm the compiler and the caches, and are left out of the sums. */
const WARM_UP = 3;

interface Round {
  kind: string;
  entries: number;
  perSecond: number;
  node: number;
  database: number;
  copied: number;
}

/** The feed threads taking deliveries as the API hands them over, beside COPY of the same rows with the same indexes. */
export async function benchIngest(): Promise<void> {
  const bench = await benchWorld();
  const gate = feedGates({
    thread: pathToFileURL(path.resolve("build/feed-thread.js")),
    databaseUrl: bench.url("feed"),
    keysDir: bench.keysDir,
    onFailure: (what) => process.stderr.write(`feed thread: ${what}\n`),
  });
  const superuser = postgres(bench.superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    const senders = await makeSenders(superuser, 8);
    const kinds = sources.filter(({ name }) => name.includes(ONLY));
    const stored = new StoredBytes(superuser);
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round++)
      for (const { name, sent } of kinds) {
        const sending = sent(round, senders);
        await stored.during(name, sending, async () => {
          const measured = await measure(bench, superuser, name, () => takeAll(gate, sending));
          rounds.push(measured);
          return measured.entries;
        });
      }
    table([HEAD, ...rounds.map((r) => cells(r, `${r.entries} entries`))]);
    process.stdout.write("\nMedians:\n");
    table([HEAD, ...kinds.map(({ name }) => medians(rounds.filter((r) => r.kind === name)))]);
    process.stdout.write("\n");
    table(stored.rows());
    process.stdout.write(
      `\n${os.cpus().length} cores, load ${os.loadavg()[0]?.toFixed(1)} at the end; ${AT_ONCE} deliveries at once.\n`,
    );
  } finally {
    await Promise.all([superuser.end(), gate.close()]);
    await bench.close();
  }
}

async function measure(
  bench: Bench,
  superuser: postgres.Sql,
  kind: string,
  take: () => Promise<number>,
): Promise<Round> {
  const since = new Date();
  let entries = 0;
  const took = await spent(bench.postmaster, async () => {
    entries = await take();
  });
  const copy = await copyReference(superuser, since);
  const each = (seconds: number) => (seconds * 1000) / entries;
  return {
    kind,
    entries,
    perSecond: entries / took.seconds,
    node: each(took.node),
    database: each(took.database),
    copied: copy.rows / copy.seconds,
  };
}

const HEAD = ["deliveries", "", "entries/s", "CPU ms/entry", "node", "database", "COPY rows/s", "ratio"];

const cells = ({ kind, perSecond, node, database, copied }: Omit<Round, "entries">, what: string): string[] => [
  kind,
  what,
  perSecond.toFixed(0),
  (node + database).toFixed(2),
  node.toFixed(2),
  database.toFixed(2),
  copied.toFixed(0),
  (perSecond / copied).toFixed(2),
];

function medians(rounds: Round[]): string[] {
  const counted = rounds.length > WARM_UP ? rounds.slice(WARM_UP) : rounds;
  const of = (value: (r: Round) => number) => {
    const sorted = counted.map(value).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  const { kind = "" } = rounds[0] ?? {};
  const figures = { perSecond: of((r) => r.perSecond), node: of((r) => r.node), database: of((r) => r.database) };
  return cells({ kind, ...figures, copied: of((r) => r.copied) }, `${counted.length} rounds`);
}
