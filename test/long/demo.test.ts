import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { freePortFamily } from "#test/sandbox/ports.ts";
import { isRunning } from "#test/sandbox/running.ts";
import { signInAt } from "#test/support/sign-in.ts";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "so-khoe-demo-"));
fs.chmodSync(root, 0o755);
afterAll(() => fs.rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
const running: ChildProcess[] = [];
afterEach(async () => Promise.all(running.splice(0).map((child) => end(child, "SIGTERM"))));

interface Demo {
  child: ChildProcess;
  said(): string;
  /** Resolves when it has said this; rejects when it ends first. */
  until(words: string): Promise<void>;
  code: Promise<number | null>;
}

function start(data: string, port: number, ...more: string[]): Demo {
  const args = ["app/launch.mjs", "test/sandbox/demo.ts", "--port", String(port), "--data", data, ...more];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], detached: true });
  running.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const code = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const until = async (words: string) => {
    while (!said.includes(words)) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`It ended without "${words}":\n${said}`);
      await sleep(20);
    }
  };
  return { child, said: () => said, until, code };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await ended;
}

const READY = "Sổ Khỏe is ready.";
const newData = () => {
  const data = fs.mkdtempSync(path.join(root, "data-"));
  // Open to PostgreSQL's own user, or as root the demo keeps the database elsewhere.
  fs.chmodSync(data, 0o755);
  return data;
};
const postmaster = (data: string) =>
  Number(fs.readFileSync(path.join(data, "postgres/data/postmaster.pid"), "utf8").split("\n")[0]);
const bookOf = async (port: number, login: string) => {
  const origin = `http://localhost:${port}`;
  const page = await fetch(`${origin}/book`, { headers: { cookie: await signInAt(origin, login) } });
  return page.text();
};

describe("npm run demo", () => {
  test("starts, prints no control characters, refuses a second one, and Ctrl-C leaves nothing behind", async () => {
    const [data, port] = [newData(), await freePortFamily(6)];
    const demo = start(data, port);
    await demo.until(READY);
    expect([...demo.said()].filter((sign) => sign < " " && sign !== "\n")).toEqual([]);
    expect(await bookOf(port, "099161000101")).toContain("Nguyễn Thị Lan");

    const second = start(data, await freePortFamily(6));
    expect(await second.code).toBe(1);
    expect(second.said()).toContain(`already running at http://localhost:${port}`);

    const elsewhere = start(newData(), port);
    expect(await elsewhere.code).toBe(1);
    expect(elsewhere.said()).toContain(`${port} (for the portal)`);

    const postgres = postmaster(data);
    process.kill(-(demo.child.pid ?? 0), "SIGINT");
    expect(await demo.code).toBe(0);
    expect(isRunning(postgres, /postgres/)).toBe(false);
    expect(fs.existsSync(path.join(data, "demo.lock"))).toBe(false);
  });

  test.each(["PostgreSQL, with", "Worker", "facilities, systems, staff", READY])(
    "killed without warning after »%s«, it takes nothing with it, and the next start completes it",
    async (words) => {
      const [data, port] = [newData(), await freePortFamily(6)];
      const demo = start(data, port);
      await demo.until(words);
      const postgres = postmaster(data);
      await end(demo.child, "SIGKILL");
      for (let i = 0; i < 100 && isRunning(postgres, /postgres/); i++) await sleep(100);
      expect(isRunning(postgres, /postgres/)).toBe(false);

      const next = start(data, port);
      await next.until(READY);
      expect(await bookOf(port, "099161000101")).toContain("Nguyễn Thị Lan");
    },
  );

  test("killed inside initdb, the next start makes it anew", async () => {
    const [data, port] = [newData(), await freePortFamily(6)];
    const demo = start(data, port);
    const begun = () =>
      fs.existsSync(path.join(data, "postgres")) &&
      fs.readdirSync(path.join(data, "postgres")).some((name) => /partial-\w+$/.test(name));
    while (!begun()) await sleep(5);
    await end(demo.child, "SIGKILL");
    expect(fs.existsSync(path.join(data, "postgres/data"))).toBe(false);
    await start(data, port).until(READY);
    expect(fs.readdirSync(path.join(data, "postgres")).sort()).toEqual(["data", "province.loaded", "superuser.secret"]);
  });

  test("on another port the operator is still known", async () => {
    const [data, port, other] = [newData(), await freePortFamily(6), await freePortFamily(6)];
    const first = start(data, port);
    await first.until(READY);
    await end(first.child, "SIGTERM");
    await start(data, other).until(READY);
    const origin = `http://localhost:${other}`;
    const page = await fetch(`${origin}/operator`, {
      headers: { cookie: await signInAt(origin, "099083000115", "operator") },
    });
    expect(page.status).toBe(200);
  });

  test("without its keys, or with a foreign database, it says how to start over, and starting over helps", async () => {
    const [data, port] = [newData(), await freePortFamily(6)];
    const first = start(data, port);
    await first.until(READY);
    await end(first.child, "SIGTERM");
    fs.rmSync(path.join(data, "keys"), { recursive: true });
    const keyless = start(data, port);
    expect(await keyless.code).toBe(1);
    expect(keyless.said()).toMatch(/The keys in .* are gone.*\n.*--fresh/);
    fs.writeFileSync(path.join(data, "postgres/data/PG_VERSION"), "11\n");
    const foreign = start(data, port, "--fresh");
    await foreign.until(READY);
  });
});
