import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { portalEnvironment } from "#test/sandbox/environment.ts";
import { freePort } from "#test/sandbox/ports.ts";
import { bundleText, storyMessages } from "#test/sandbox/province/stories/index.ts";
import { feedWorld } from "#test/support/feed-world.ts";
import { halfWritten } from "#test/support/half-written.ts";
import { random } from "#test/support/random.ts";
import { observationOf, patientOf, someNumber } from "#test/support/record-store.ts";

const KILLS = Number(process.env.LONG_KILLS ?? 12);
const dice = random("killed in the middle");
const { world, db, superuser, deliver, rowCounts } = await feedWorld();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "so-khoe-killed-"));
const children = new Set<ChildProcess>();
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Starts a process of the portal's and gives it back at once. */
function start(args: string[], env: Record<string, string>, ipc = false): ChildProcess {
  const child = spawn(process.execPath, args, {
    env: { NODE_ENV: "production", PATH: process.env.PATH ?? "", ...env },
    stdio: ["ignore", "pipe", "pipe", ...(ipc ? (["ipc"] as const) : [])],
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) =>
    child.exitCode !== null || child.signalCode !== null ? resolve(child.exitCode) : child.once("exit", resolve),
  );

const where = {
  DATABASE_URL: db.url("portal"),
  FEED_DATABASE_URL: db.url("feed"),
  KEYS_DIR: world.config.keysDir,
  SANDBOX: "1",
};

describe("the import command, killed", () => {
  const PERSONS = 40;
  const EACH = 200;

  test(`${KILLS} times at any moment leaves nothing by half, and what is left is taken the next time`, async () => {
    for (let i = 0; i < PERSONS; i++) {
      const entry = [
        patientOf(`k-${i}`, someNumber()),
        ...Array.from({ length: EACH }, (_, n) => observationOf(`k-${i}-o-${n}`, `k-${i}`)),
      ].map((resource) => ({
        resource,
        request: { method: "PUT", url: `${resource.resourceType}/${resource.id}` },
      }));
      fs.writeFileSync(
        path.join(folder, `${String(i).padStart(3, "0")}.json`),
        JSON.stringify({ resourceType: "Bundle", type: "transaction", entry }),
      );
    }
    const command = [path.resolve("build/commands/feed.js"), "import", folder, "--facility", "99001"];
    const taken: number[] = [];
    for (let n = 0; n < KILLS; n++) {
      const child = start(command, where);
      await sleep(400 + dice.below(1_200));
      child.kill("SIGKILL");
      await ended(child);
      await noSessions("so-khoe-import");
      expect(await halfWritten(superuser)).toEqual([]);
      const whole = await superuser<{ n: number }[]>`select count(*)::int as n from entries group by person_id`;
      for (const person of whole) expect(person.n).toBe(EACH + 1);
      taken.push(whole.length);
    }
    process.stdout.write(`persons taken after each kill: ${taken.join(" ")}\n`);
    const last = start(command, where);
    expect(await ended(last)).toBe(0);
    expect(await rowCounts()).toMatchObject({
      entries: PERSONS * (EACH + 1),
      messages: PERSONS,
      message_bodies: PERSONS,
    });
    const before = await rowCounts();
    expect(await ended(start(command, where))).toBe(0);
    expect(await rowCounts()).toEqual(before);
  });
});

/** The database notices a dead client when it next talks to it. */
async function noSessions(application: string): Promise<void> {
  await expect
    .poll(
      async () =>
        (
          await superuser`select from pg_stat_activity where datname = current_database() and application_name = ${application}`
        ).length,
      { timeout: 30_000 },
    )
    .toBe(0);
}

describe("the portal, killed", () => {
  const [provider = { issuer: "", clientId: "", clientSecret: "" }] = world.config.providers;
  const messages = storyMessages(new Date()).map((m) => ({ text: bundleText(m.bundle), from: m.facilityKey }));

  async function portalProcess(): Promise<{ child: ChildProcess; port: number }> {
    const port = await freePort();
    const env = portalEnvironment({
      origin: world.origin,
      port,
      issuer: provider.issuer,
      client: { id: provider.clientId, secret: provider.clientSecret ?? "" },
      databaseUrl: where.DATABASE_URL,
      feedDatabaseUrl: where.FEED_DATABASE_URL,
      keysDir: where.KEYS_DIR,
    });
    const child = start([path.resolve("build/server.js")], { ...env, LOG_LEVEL: "silent" }, true);
    await new Promise<void>((resolve, reject) => {
      let said = "";
      child.stderr?.on("data", (chunk: Buffer) => {
        said += chunk;
      });
      child.once("message", () => resolve());
      child.once("exit", (code) => reject(new Error(`The portal ended at start (code ${code}): ${said}`)));
    });
    return { child, port };
  }

  test(`${KILLS} times while deliveries arrive: what was answered 200 is there, the rest not at all, and sent again all is`, async () => {
    const answered = new Set<string>();
    for (let n = 0; n < KILLS; n++) {
      const { child, port } = await portalProcess();
      const until = 500 + dice.below(3_000);
      const sending = Promise.all(
        messages.map(async ({ text, from }) => {
          const answer = await deliver(text, { at: port, from }).catch(() => undefined);
          if (answer?.status === 200) answered.add(text);
        }),
      );
      await sleep(until);
      child.kill("SIGKILL");
      await Promise.all([sending, ended(child)]);
      await expect
        .poll(
          () =>
            superuser`select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
          { timeout: 30_000 },
        )
        .toEqual([]);
      expect(await halfWritten(superuser)).toEqual([]);
    }
    process.stdout.write(`answered before a kill: ${answered.size} of ${messages.length}\n`);
    const before = await rowCounts();
    for (const { text, from } of messages.filter((m) => answered.has(m.text)))
      expect((await deliver(text, { from })).status).toBe(200);
    expect((await rowCounts()).entries).toBe(before.entries);
    for (const { text, from } of messages) expect((await deliver(text, { from })).status).toBe(200);
    expect(await halfWritten(superuser)).toEqual([]);
    const [row] = await superuser<{ n: number }[]>`select count(*)::int as n from messages where channel = 'api'`;
    expect(row?.n).toBe(messages.length);
  });
});
