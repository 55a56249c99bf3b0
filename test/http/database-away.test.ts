import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { persona } from "../sandbox/province/personas.ts";
import { mainText } from "../support/page-text.ts";
import { testDb } from "../support/test-db.ts";
import { startWorld } from "../support/world.ts";

const db = await testDb();
const world = await startWorld(db);
const superuser = db.raw("superuser", 1);
const cut = () =>
  superuser`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
const limit = async (connections: number) => {
  const [row] = await superuser<{ name: string }[]>`select current_database() as name`;
  await superuser.unsafe(`alter database ${row?.name} connection limit ${connections}`);
};

test("connections that are cut under load cost a 503 at most, and nothing afterwards", async () => {
  const browser = await world.signIn(persona("hung").login);
  const headers = { cookie: browser.cookieHeader(world.origin) };
  const seen = new Set<number>();
  let over = false;
  const readers = Array.from({ length: 6 }, async () => {
    while (!over) {
      const answer = await fetch(`${world.origin}/book`, { headers, redirect: "manual" });
      seen.add(answer.status);
      await answer.text();
    }
  });
  for (let i = 0; i < 25; i++) {
    await cut();
    await sleep(30);
  }
  over = true;
  await Promise.all(readers);
  expect([...seen].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect((await fetch(`${world.origin}/book`, { headers, redirect: "manual" })).status).toBe(200);
});

test("while it is away people are told so in words, what needs none goes on, and it is back at once", async () => {
  const browser = await world.signIn(persona("hung").login);
  await limit(0);
  await cut();
  const book = await browser.open(`${world.origin}/book`);
  expect([book.status, book.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(mainText(book)).not.toMatch(/CONNECT|Error|53300/);
  expect((await browser.open(`${world.origin}/`)).status).toBe(200);
  expect((await fetch(`${world.origin}/ops/healthz`)).status).toBe(200);
  expect((await fetch(`${world.origin}/ops/readyz`)).status).toBe(503);
  await limit(-1);
  expect((await browser.open(`${world.origin}/book`)).status).toBe(200);
});
