import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import zlib from "node:zlib";
import postgres from "postgres";
import type { Ctx } from "#app/domain/access/context.ts";
import { readBook } from "#app/domain/health-book/read-book.ts";
import { feedGates } from "#app/http/feed-gates.ts";
import { type Spent, spent } from "./cpu.ts";
import { type Filled, fill } from "./fill.ts";
import { inventedPerson } from "./invented/person.ts";
import { inventedVisit, visitBundle } from "./invented/visit.ts";
import { makeSenders } from "./senders.ts";
import { type Bench, benchWorld, table } from "./support.ts";
import { takeAll } from "./take-all.ts";
import { withoutIndexes } from "./without-indexes.ts";

const SMALL = 2_000;
const DELIVERIES = Number(process.env.BENCH_DELIVERIES ?? 80);
const BOOKS = 200;

/** Fills the store, and measures ingest and the first page with 2,000 persons and with all of them; then its cold reads and its bytes. */
export async function benchLoad(): Promise<void> {
  const persons = Number(process.env.BENCH_PERSONS ?? (process.argv.includes("--full") ? 200_000 : 20_000));
  const bench = await benchWorld({ shared_buffers: "1GB", max_wal_size: "8GB" });
  const sql = postgres(bench.superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    const facilities = (await makeSenders(sql, 40)).map((s) => s.id);
    await sql`create extension pg_buffercache`;
    const rows = [
      [
        "persons",
        "entries",
        "filled rows/s",
        "ingest CPU ms/entry",
        "entries/s",
        "first page CPU ms",
        "page p50 ms",
        "rows of the page",
      ],
    ];
    const costs: number[][] = [];
    const all: Filled = { entries: 0, bytes: 0, of: new Map() };
    for (const to of [Math.min(SMALL, persons), persons]) {
      const start = performance.now();
      const before = all.entries;
      if (all.of.size < to) {
        const range = { from: all.of.size, to };
        const more = await withoutIndexes(sql, () => fill(sql, range, facilities));
        all.entries += more.entries;
        all.bytes += more.bytes;
        for (const [person, n] of more.of) all.of.set(person, n);
      }
      const rate = (all.entries - before) / ((performance.now() - start) / 1000);
      await sql.unsafe("vacuum (analyze)");
      const [ingest, entries] = await ingested(bench, to, facilities);
      const book = await booksRead(bench, all);
      const each = ((ingest.node + ingest.database) * 1000) / entries;
      const page = ((book.spent.node + book.spent.database) * 1000) / BOOKS;
      costs.push([each, page]);
      rows.push([
        String(to),
        String(all.entries),
        rate.toFixed(0),
        each.toFixed(2),
        (entries / ingest.seconds).toFixed(0),
        page.toFixed(1),
        book.p50.toFixed(1),
        String(BOOKS),
      ]);
    }
    table(rows);
    const [small = [], large = []] = costs;
    process.stdout.write(
      `\nratio to ${SMALL} persons: ingest ${ratio(large[0], small[0])}, first page ${ratio(large[1], small[1])} (goal ≤ 1.30)\n\n`,
    );
    await sayBytes(sql, all, facilities);
    await sayColdReads(bench, sql, all);
    process.stdout.write(`\n${os.cpus().length} cores, load ${os.loadavg()[0]?.toFixed(1)} at the end.\n`);
  } finally {
    await sql.end();
    await bench.close();
  }
}

const ratio = (a = 0, b = 1) => (a / b).toFixed(2);

/** New visits of persons nobody has sent yet, through the feed threads. */
async function ingested(bench: Bench, from: number, facilities: string[]): Promise<[Spent, number]> {
  const bodies = Array.from({ length: DELIVERIES * 2 }, (_, i) => {
    const person = inventedPerson(5_000_000 + from + i);
    const bytes = visitBundle(
      person,
      inventedVisit(person, `n-${from}-${i}`, new Date(Date.UTC(2026, 4, 1 + (i % 28)))),
    );
    return { facilityId: facilities[i % facilities.length] ?? "", bytes };
  });
  const gate = feedGates({
    thread: pathToFileURL(path.resolve("build/feed-thread.js")),
    databaseUrl: bench.url("feed"),
    keysDir: bench.keysDir,
    onFailure: (what) => process.stderr.write(`feed thread: ${what}\n`),
  });
  await takeAll(gate, bodies.slice(0, DELIVERIES));
  let entries = 0;
  const took = await spent(bench.postmaster, async () => {
    entries = await takeAll(gate, bodies.slice(DELIVERIES));
  });
  await gate.close();
  return [took, entries];
}

/** First pages of persons with 150 to 450 entries, as the portal reads them. */
async function booksRead(bench: Bench, filled: Filled): Promise<{ spent: Spent; p50: number }> {
  const persons = [...filled.of].filter(([, n]) => n > 150 && n < 450).map(([id]) => id);
  const db = bench.connect("portal", 2);
  const read = (personId: string) => readBook(citizen(bench, db, personId), { showHidden: false });
  for (let i = 0; i < BOOKS; i++) await read(persons[i % persons.length] ?? "");
  const waits: number[] = [];
  const took = await spent(bench.postmaster, async () => {
    for (let i = 0; i < BOOKS; i++) {
      const start = performance.now();
      await read(persons[(i * 7) % persons.length] ?? "");
      waits.push(performance.now() - start);
    }
  });
  waits.sort((a, b) => a - b);
  return { spent: took, p50: waits[Math.floor(waits.length / 2)] ?? 0 };
}

const citizen = (bench: Bench, db: ReturnType<Bench["connect"]>, personId: string): Ctx => ({
  db,
  keys: bench.keys,
  now: () => new Date(),
  requestId: "bench",
  actor: { kind: "citizen", personId, assuranceLevel: 2, authenticatedAt: new Date() },
});

async function sayBytes(sql: postgres.Sql, all: Filled, facilities: string[]): Promise<void> {
  const [size] = await sql<{ heap: string; indexes: string; toast: string; rows: number }[]>`
    select sum(pg_table_size(c.oid)) as heap, sum(pg_indexes_size(c.oid)) as indexes,
      coalesce(sum(pg_total_relation_size(nullif(c.reltoastrelid, 0))), 0) as toast, (select count(*)::int from entries) as rows
    from pg_class c where c.relname ~ '^entries_p[0-9]+$'`;
  const person = inventedPerson(7);
  const visits = facilities.map((_, i) => visitBundle(person, inventedVisit(person, `z${i}`, new Date())));
  const zipped =
    visits.reduce((sum, v) => sum + zlib.gzipSync(v).length, 0) / visits.reduce((sum, v) => sum + v.length, 0);
  const n = size?.rows ?? 1;
  const source = all.bytes / all.entries;
  const [heap, indexes] = [Number(size?.heap) / n, Number(size?.indexes) / n];
  table([
    [
      "bytes per entry",
      "table and TOAST",
      "indexes",
      "together",
      "source JSON",
      "source gzipped",
      "together / gzipped",
    ],
    [
      "",
      heap.toFixed(0),
      indexes.toFixed(0),
      (heap + indexes).toFixed(0),
      source.toFixed(0),
      (source * zipped).toFixed(0),
      ((heap + indexes) / (source * zipped)).toFixed(1),
    ],
  ]);
}

/** Blocks that the first page reads for the first time since the database started, for persons of about 300 entries. */
async function sayColdReads(bench: Bench, sql: postgres.Sql, all: Filled): Promise<void> {
  const persons = [...all.of]
    .filter(([, n]) => n >= 280 && n <= 330)
    .map(([id]) => id)
    .slice(0, 5);
  const blocks = async () => {
    await sql`select pg_stat_force_next_flush()`;
    const rows = await sql<{ relname: string; read: number }[]>`
      select relname, (heap_blks_read + coalesce(idx_blks_read, 0) + coalesce(toast_blks_read, 0) + coalesce(tidx_blks_read, 0))::int as read from pg_statio_user_tables`;
    return new Map(rows.map((r) => [r.relname, r.read]));
  };
  const rows = [["person of … entries", "blocks of entries", "other blocks", "together (goal ≤ 40)"]];
  // A portal that runs: its plans are made, the blocks are gone.
  const db = bench.connect("portal", 1);
  for (let i = 0; i < 3; i++) await readBook(citizen(bench, db, [...all.of.keys()][i] ?? ""), { showHidden: false });
  for (const personId of persons) {
    await sql`select pg_buffercache_evict_all()`;
    await db.sql`select pg_stat_force_next_flush()`;
    const before = await blocks();
    await readBook(citizen(bench, db, personId), { showHidden: false });
    await db.sql`select pg_stat_force_next_flush()`;
    const after = await blocks();
    let [entries, others] = [0, 0];
    for (const [name, read] of after) {
      const more = read - (before.get(name) ?? 0);
      if (name.startsWith("entries_p")) entries += more;
      else others += more;
    }
    rows.push([String(all.of.get(personId)), String(entries), String(others), String(entries + others)]);
  }
  process.stdout.write("\nA first page from a cold cache:\n");
  table(rows);
}
