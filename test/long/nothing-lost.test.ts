import crypto from "node:crypto";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { makeKeys } from "#app/adapters/keys/key-ring.ts";
import { makeRelyingPartyKeys } from "#app/adapters/keys/relying-party/rotate.ts";
import { makeSigningKey } from "#app/adapters/signing/signing-key.ts";
import { openBody } from "#app/domain/feeds/internal/message-body.ts";
import { portalEnvironment } from "#test/sandbox/environment.ts";
import { freePort } from "#test/sandbox/ports.ts";
import { facilityId } from "#test/sandbox/province/load.ts";
import { halfWritten } from "#test/support/half-written.ts";
import { testKeys } from "#test/support/keys.ts";
import { keptUp } from "#test/support/long-run/kept-up.ts";
import { killableDatabase } from "#test/support/long-run/killable-database.ts";
import { type LoadMessage, marksThatHold, mixedLoad } from "#test/support/long-run/mixed-load.ts";
import { atOnce, hospitalSenders, type Said } from "#test/support/long-run/sender.ts";
import { registerProvince } from "#test/support/province.ts";
import { random } from "#test/support/random.ts";

const MESSAGES = Number(process.env.LONG_MESSAGES ?? 10_000);
const PERSONS = 500;
const SENDERS = 6;
/** So many are sent once only, as by a hospital that falls over itself and forgets. */
const FORGOTTEN = 0.1;

const dice = random("nothing is lost");
const database = await killableDatabase();
const keys = testKeys();
makeKeys(keys.folder, { sandbox: true });
await makeSigningKey(keys.folder, { sandbox: true });
await makeRelyingPartyKeys(keys.folder, { sandbox: true });
const port = await freePort();
const origin = `http://localhost:${port}`;
const issuer = "http://localhost:1/nobody-signs-in-here";
const province = await registerProvince(database, { origin, parts: { keys }, identityProvider: { issuer } });
const environment = portalEnvironment({
  origin,
  port,
  issuer,
  client: { id: "so-khoe-test", secret: "sandbox-test-secret" },
  databaseUrl: database.url("portal"),
  feedDatabaseUrl: database.url("feed"),
  keysDir: keys.folder,
});
const settings = { ...environment, CALLS_PER_MINUTE: "1000000", LOG_LEVEL: "silent" };
const portal = keptUp(path.resolve("build/server.js"), settings);
const worker = keptUp(path.resolve("build/worker.js"), { ...settings, WORKER_DATABASE_URL: database.url("worker") });
await Promise.all([portal.ready(), worker.ready()]);

const kinds = {
  portal: async () => {
    await portal.kill();
    await portal.ready();
  },
  worker: async () => {
    await worker.kill();
    await worker.ready();
  },
  database: async () => {
    await database.kill();
    await sleep(dice.below(1_500));
    await database.start();
    await Promise.all([portal.ready(), worker.ready()]);
  },
};

interface Kill {
  kind: keyof typeof kinds;
  upAgain: number;
}

/** Kills one after the other, each when all is up and something was taken again, until it is told to stop. */
async function killAtRandom(over: AbortSignal, kills: Kill[], answered: ReadonlyMap<unknown, Said>): Promise<void> {
  while (!over.aborted) {
    const before = answered.size;
    while (answered.size === before && !over.aborted) await sleep(20);
    await sleep(500 + dice.below(2_500), undefined, { signal: over }).catch(() => undefined);
    if (over.aborted) return;
    const kind = dice.of(["portal", "portal", "worker", "database", "database"] as const);
    await kinds[kind]();
    kills.push({ kind, upAgain: Date.now() });
  }
}

const nameOf = (m: LoadMessage) => {
  const digest = crypto.createHash("sha256").update(m.bytes).digest("hex");
  return `${facilityId(m.facilityKey)} ${digest}`;
};

/** Every delivery the store knows, by facility and digest; the bytes are opened and compared. */
async function keptMessages(load: readonly LoadMessage[]): Promise<Map<string, string>> {
  const sent = new Map(load.map((m) => [nameOf(m), m.bytes]));
  const kept = new Map<string, string>();
  const rows = database.superuser<
    { facilityId: string; id: string; digest: string; state: string; sealed: Buffer; packed: boolean }[]
  >`
    select m.facility_id as "facilityId", m.id, encode(m.digest, 'hex') as digest, m.state, b.sealed, b.packed
    from messages m join message_bodies b on b.facility_id = m.facility_id and b.message_id = m.id`;
  for await (const some of rows.cursor(200))
    for (const { facilityId: owner, id, digest, state, sealed, packed } of some) {
      const name = `${owner} ${digest}`;
      expect(kept.has(name), "a delivery is there once").toBe(false);
      const body = openBody(keys, { facilityId: owner, messageId: id }, { sealed, packed });
      expect(body.equals(sent.get(name) ?? Buffer.alloc(0)), "its bytes are those that were sent").toBe(true);
      kept.set(name, state);
    }
  const [all] = await database.superuser<{ n: number }[]>`select count(*)::int as n from messages`;
  expect(kept.size, "no delivery without its bytes").toBe(all?.n);
  return kept;
}

/** What the store holds is what these deliveries say, each fact once, and nothing by half. */
async function expectTheRecordOf(taken: readonly LoadMessage[]): Promise<void> {
  const rows = await database.superuser<{ mark: string }[]>`
    select substring(coalesce(source::text, resource::text) from 'mark-[0-9]+x[0-9]-') as mark
    from entries where current and withdrawn_at is null and coalesce(source::text, resource::text) like '%mark-%'`;
  expect(rows.map((r) => r.mark).sort()).toEqual(marksThatHold(taken));
  const [persons] = await database.superuser<{ n: number }[]>`select count(distinct person_id)::int as n from entries`;
  expect(persons?.n).toBe(new Set(taken.map((m) => m.person)).size);
  expect(await halfWritten(database.superuser)).toEqual([]);
}

const told = ({ body: { replay: _, ...rest } }: Said) => rest;

/** How often, and how long it took at most until something was taken again. */
function figuresOf(kind: string, kills: readonly Kill[], answers: readonly number[]) {
  const own = kills.filter((k) => k.kind === kind);
  const waits = own.map(({ upAgain }) => (answers.find((at) => at >= upAgain) ?? upAgain) - upAgain);
  return { times: own.length, longestUntilTakenAgainMs: Math.max(0, ...waits) };
}

test(`${MESSAGES} deliveries while the portal, the worker and the database are killed: what was answered is there once, with its bytes`, {
  timeout: 3_600_000,
}, async () => {
  const load = mixedLoad(MESSAGES, PERSONS, dice);
  const { send, seen } = hospitalSenders(province, port);
  const answered = new Map<LoadMessage, Said>();
  const kills: Kill[] = [];
  const over = new AbortController();
  const began = Date.now();
  const killing = killAtRandom(over.signal, kills, answered);
  try {
    await atOnce(SENDERS, load, async (message) => {
      const said = await send(message, dice.next() < FORGOTTEN ? 1 : undefined);
      if (said) answered.set(message, said);
    });
  } finally {
    over.abort();
    await killing;
  }
  const seconds = (Date.now() - began) / 1_000;
  const first = { ...seen };

  const kept = await keptMessages(load);
  const taken = load.filter((m) => kept.has(nameOf(m)));
  for (const [message, { status }] of answered)
    expect([status, kept.get(nameOf(message))], "answered 200, and kept").toEqual([200, "accepted"]);
  await expectTheRecordOf(taken);

  let alike = 0;
  await atOnce(SENDERS, load, async (message) => {
    const said = await send(message);
    expect(said?.status).toBe(200);
    if (message.target === "/feeds/qd3176")
      expect([said?.body.state, said?.body.replay]).toEqual(["accepted", kept.has(nameOf(message))]);
    const before = answered.get(message);
    if (before && said) expect(told(said)).toEqual(told(before));
    if (before) alike++;
  });
  expect([...(await keptMessages(load)).values()].filter((state) => state === "accepted")).toHaveLength(load.length);
  await expectTheRecordOf(load);

  const answers = [...answered.values()].map((a) => a.at).sort((a, b) => a - b);
  process.stdout.write(
    `${JSON.stringify({
      messages: load.length,
      seconds,
      kills: Object.fromEntries(Object.keys(kinds).map((kind) => [kind, figuresOf(kind, kills, answers)])),
      answers: first,
      answered: answered.size,
      keptWithoutAnswer: taken.length - answered.size,
      absent: load.length - taken.length,
      answeredAlikeAgain: alike,
      fellBesideKills: { portal: portal.fell.times, worker: worker.fell.times },
    })}\n`,
  );
});
