import { expect, test } from "vitest";
import { feedGate } from "#app/http/feed-gate.ts";
import { codesOf, feedWorld } from "#test/support/feed-world.ts";
import { patientOf, someNumber, transaction } from "#test/support/record-store.ts";

const { world, superuser, deliver, rowCounts } = await feedWorld();

test("more than may wait is sent away with the time to wait, keeps nothing, and is taken later", async () => {
  const bodies = ["b-1", "b-2", "b-3"].map((id) => transaction(patientOf(id, someNumber())));
  const [first, second, third] = bodies as [object, object, object];
  const feed = feedGate({
    thread: new URL("../../support/typescript-thread.mjs", import.meta.url),
    databaseUrl: world.config.feedDatabaseUrl,
    keysDir: world.config.keysDir,
    onFailure: () => undefined,
    maxWaitingBytes: JSON.stringify(first).length * 2,
  });
  const { port: at } = await world.another({ feed });
  expect((await deliver(transaction(patientOf("b-0", someNumber())), { at })).status).toBe(200);
  const before = await rowCounts();

  const held = await superuser.reserve();
  await held`begin`;
  await held`lock table messages in exclusive mode`;
  const taken = [deliver(first, { at }), deliver(second, { at })];
  const waits = async () =>
    (await held<{ n: number }[]>`select count(*)::int as n from pg_locks where not granted`)[0]?.n ?? 0;
  while ((await waits()) < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  const refused = await deliver(third, { at });
  expect([refused.status, codesOf(refused.body)]).toEqual([503, ["feed-busy"]]);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  await held`commit`;
  held.release();

  expect((await Promise.all(taken)).map((a) => a.status)).toEqual([200, 200]);
  expect((await rowCounts()).messages).toBe((before.messages ?? 0) + 2);
  expect((await deliver(third, { at })).status).toBe(200);
  await feed.close();
});
