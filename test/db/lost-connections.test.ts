import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { knownError } from "#app/shared/errors.ts";
import { connect, type Db } from "#db/client.ts";
import { freePort } from "#test/sandbox/ports.ts";
import { testDb } from "#test/support/test-db.ts";

const db = await testDb();
const superuser = db.raw("superuser", 1);
const pool = db.connect("portal", { max: 6 });

const ways: Record<string, (at: Db) => Promise<unknown>> = {
  "a statement": (at) => at.sql`select pg_sleep(0.001)`,
  "statements sent together": (at) => at.readAll({}, (sql) => [sql`select 1 as a`, sql`select pg_sleep(0.001)`]),
  "a transaction": (at) =>
    at.transaction({}, async ({ sql }) => {
      await sql`select 1`;
      await sleep(1);
      await Promise.all([sql`select 2`, sql`select pg_sleep(0.001)`]);
    }),
  "a transaction that goes on after an error": (at) =>
    at.transaction({ "app.facility": crypto.randomUUID() }, async ({ sql }) => {
      try {
        await sql`select pg_sleep(0.002)`;
      } catch {
        await sleep(2);
        await sql`select 1`;
      }
    }),
};

const cutAll = () =>
  superuser`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;

/** An error nobody catches would end this run: that it goes through is part of the test. */
describe.each(Object.entries(ways))("%s over connections that are cut all the while", (_, way) => {
  test("fails as unavailable or goes through, never hangs, and works again at once afterwards", async () => {
    const found = { done: 0, failed: new Set<string>() };
    let over = false;
    const workers = Array.from({ length: 8 }, async () => {
      while (!over) {
        try {
          await way(pool);
          found.done++;
        } catch (error) {
          found.failed.add(knownError(error)?.code ?? String(error));
        }
      }
    });
    for (let i = 0; i < 40; i++) {
      await cutAll();
      await sleep(20);
    }
    over = true;
    await Promise.all(workers);
    expect(found.done).toBeGreaterThan(0);
    expect([...found.failed]).toEqual(["database-unavailable"]);
    const start = performance.now();
    await Promise.all(Array.from({ length: 12 }, () => way(pool)));
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

test("a database that was away for seconds is used again as soon as it is back, however often it was asked", async () => {
  const target = new URL(db.url("portal"));
  const port = await freePort();
  const own = new URL(target);
  own.host = `127.0.0.1:${port}`;
  const away = connect(own.href, { applicationName: "test", max: 20 });
  // Each of them counts as one failure of the pool.
  const asked = await Promise.allSettled(Array.from({ length: 20 }, () => away.sql`select 1`));
  expect(asked.map((a) => a.status)).not.toContain("fulfilled");

  const relay = await relayTo(target, port);
  const start = performance.now();
  await Promise.all(Array.from({ length: 20 }, () => away.sql`select 1`));
  expect(performance.now() - start).toBeLessThan(5_000);
  await away.close();
  relay.close();
});

test("an answer holds nothing of the rows that came before an error", async () => {
  const one = db.connect("portal", { max: 1 });
  await expect(one.sql`select 100 / (n - 3) from generate_series(1, 5) n`).rejects.toThrow("division by zero");
  expect([...(await one.sql`select 1 as a`)]).toEqual([{ a: 1 }]);
});

/** As PostgreSQL says it to who is connected while it shuts down: 57P01. */
const SHUTDOWN = Buffer.from("E\0\0\0\x1dSFATAL\0C57P01\0Mshutdown\0\0", "latin1");

test.each([
  ["silently", Buffer.alloc(0)],
  ["saying why", SHUTDOWN],
])("nor of what a connection had begun to say that ended %s", async (_, last) => {
  const target = new URL(db.url("portal"));
  const own = new URL(target);
  own.host = `127.0.0.1:${await freePort()}`;
  // What comes first is the list of types: some hundred rows of 27 bytes.
  for (let end = 300; end < 5_000; end += 447) {
    const relay = await relayTo(target, Number(own.port), { end, last });
    const pool = connect(own.href, { applicationName: "test", max: 1 });
    for (let n = 1; n <= 3; n++) {
      const answer = await pool.sql`select ${n}::int as n`.catch((error) => knownError(error)?.code ?? String(error));
      const rows = typeof answer === "string" ? answer : JSON.stringify(answer);
      expect([end, rows]).toEqual([end, expect.stringMatching(`^(\\[{"n":${n}}\\]|database-unavailable)$`)]);
    }
    await pool.close();
    await new Promise((resolve) => relay.close(resolve));
  }
});

interface Ending {
  end: number;
  last: Buffer;
}

/** Stands before PostgreSQL. Its first connection ends with the message in which so many bytes of answers are reached. */
async function relayTo(target: URL, port: number, ending?: Ending): Promise<net.Server> {
  let connections = 0;
  const relay = net.createServer((client) => {
    const upstream = net.connect(Number(target.port), target.hostname);
    client.pipe(upstream);
    if (ending && connections++ === 0) endingAfter(upstream, client, ending);
    else upstream.pipe(client);
    upstream.on("close", () => client.end());
    client.on("close", () => upstream.destroy());
    client.on("error", () => upstream.destroy());
    upstream.on("error", () => client.destroy());
  });
  await new Promise<void>((resolve) => relay.listen(port, "127.0.0.1", resolve));
  return relay;
}

function endingAfter(upstream: net.Socket, client: net.Socket, { end, last }: Ending): void {
  let seen = Buffer.alloc(0);
  let sent = 0;
  upstream.on("data", (chunk) => {
    seen = Buffer.concat([seen, chunk]);
    while (sent + 5 <= seen.length && sent + 1 + seen.readUInt32BE(sent + 1) <= seen.length && sent < end) {
      const next = sent + 1 + seen.readUInt32BE(sent + 1);
      client.write(seen.subarray(sent, next));
      sent = next;
    }
    if (sent < end) return;
    client.end(last);
    upstream.destroy();
  });
}
