import { spawnSync } from "node:child_process";
import path from "node:path";
import postgres from "postgres";
import { receiveMessage } from "#app/domain/feeds/receive-message.ts";
import { newId } from "#app/shared/ids.ts";
import { testdataFiles, withPersonalNumber } from "../support/testdata.ts";
import { type Bench, benchWorld, table } from "./support.ts";

const ROUNDS = 5;

/** Synthea's patients against the same resources put into a bare table; the whole run on one core where that can be said. */
export async function benchIngest(): Promise<void> {
  if (process.env.ONE_CORE === undefined && onOneCore()) return;
  const bench = await benchWorld();
  const rows = [["round", "entries", "entries/s", "bare inserts/s", "ratio"]];
  try {
    const files = testdataFiles("synthea-r4").filter((f) => !path.basename(f).startsWith("practitioner"));
    const bare = postgres(bench.superuserUrl, { max: 1, onnotice: () => undefined });
    await bare`create table bare (id uuid primary key, resource jsonb not null)`;
    const feed = bench.connect("feed", 1);
    for (let round = 0; round < ROUNDS; round++) {
      const bodies = files.map((file, i) => withPersonalNumber(file, `001${900_000_000 + round * 100 + i}`));
      const entries = bodies.reduce((sum, bytes) => sum + resourcesOf(bytes).length, 0);
      const taken = await timed(() => take(bench, feed, bodies));
      const reference = await timed(() => insertBare(bare, bodies));
      const [a, b] = [entries / taken, entries / reference];
      rows.push([String(round + 1), String(entries), a.toFixed(0), b.toFixed(0), (a / b).toFixed(2)]);
    }
    await bare.end();
    table(rows);
  } finally {
    await bench.close();
  }
}

/** The same benchmark pinned to one core, database included; false where the machine has no `taskset`. */
function onOneCore(): boolean {
  const args = ["-c", "0", process.execPath, "app/launch.mjs", "test/bench/run.ts", "ingest"];
  const { error } = spawnSync("taskset", args, { stdio: "inherit", env: { ...process.env, ONE_CORE: "1" } });
  return error === undefined;
}

async function take(bench: Bench, db: ReturnType<Bench["connect"]>, bodies: Uint8Array[]): Promise<void> {
  for (const bytes of bodies) {
    const answer = await receiveMessage(
      { db, keys: bench.keys, now: () => new Date() },
      { facilityId: newId(), channel: "api", clientId: "bench", bytes, allowSingle: false },
    );
    if (answer.state !== "accepted") throw new Error(`Not taken: ${answer.reason}`);
  }
}

const resourcesOf = (bytes: Uint8Array): object[] =>
  (JSON.parse(new TextDecoder().decode(bytes)).entry as { resource: object }[]).map((e) => e.resource);

/** What any store has to do at least: read the Bundle and write each resource, a statement a Bundle. */
async function insertBare(sql: postgres.Sql, bodies: Uint8Array[]): Promise<void> {
  for (const bytes of bodies) {
    const rows = resourcesOf(bytes).map((resource) => ({ id: newId(), resource: JSON.stringify(resource) }));
    await sql`insert into bare select id, resource::jsonb from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r (id uuid, resource text)`;
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
