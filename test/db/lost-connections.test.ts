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

  const relay = net.createServer((client) => {
    const upstream = net.connect(Number(target.port), target.hostname);
    client.pipe(upstream).pipe(client);
    client.on("error", () => upstream.destroy());
    upstream.on("error", () => client.destroy());
  });
  await new Promise<void>((resolve) => relay.listen(port, "127.0.0.1", resolve));
  const start = performance.now();
  await Promise.all(Array.from({ length: 20 }, () => away.sql`select 1`));
  expect(performance.now() - start).toBeLessThan(5_000);
  await away.close();
  relay.close();
});
