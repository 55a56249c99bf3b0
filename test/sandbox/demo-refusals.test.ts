import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { explain } from "./demo/explain.ts";
import { takeLock } from "./demo/lock.ts";
import { demoOptions } from "./demo/options.ts";
import { refuseTakenPorts } from "./demo/ports.ts";
import { demoSecrets } from "./demo/secrets.ts";
import { welcome } from "./demo/welcome.ts";
import { listenOnLoopback } from "./http/loopback.ts";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "so-khoe-refusals-"));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));
const folder = () => fs.mkdtempSync(path.join(root, "data-"));

describe("options", () => {
  test.each([
    [["--prot", "1"], /Unknown option '--prot'/],
    [["4000"], /Unexpected argument '4000'/],
    [["--port", "80"], /from 1024 to 65530/],
    [["--port", "abc"], /from 1024 to 65530/],
    [["--port", "3e3"], /from 1024 to 65530/],
    [["--port", ""], /from 1024 to 65530/],
  ])("%j is refused with the usage", (args, why) => {
    expect(() => demoOptions(args, "/x")).toThrow(why);
    expect(() => demoOptions(args, "/x")).toThrow(/usage: npm run demo -- /);
  });

  test("without any, port and folder are the usual ones", () => {
    expect(demoOptions([], "/x")).toMatchObject({ port: 3000, data: "/x", fresh: false, dev: false });
  });
});

describe("the lock", () => {
  test("held by a running demo, it names its address", async () => {
    const data = folder();
    const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)", "sandbox/demo.ts"]);
    fs.writeFileSync(path.join(data, "demo.lock"), JSON.stringify({ pid: other.pid, origin: "http://localhost:4444" }));
    try {
      await expect(takeLock(data, "http://localhost:3000")).rejects.toThrow(
        /already running at http:\/\/localhost:4444/,
      );
      fs.writeFileSync(
        path.join(data, "demo.lock"),
        JSON.stringify({ pid: other.pid, origin: "http://localhost:4444", stopping: true }),
      );
      const waiting = takeLock(data, "http://localhost:3000");
      other.kill("SIGKILL");
      (await waiting).release();
    } finally {
      other.kill("SIGKILL");
    }
  });

  test.each([
    ["of a process that is gone", JSON.stringify({ pid: 2 ** 22 + 1, origin: "x" })],
    ["of a process that is now another program", JSON.stringify({ pid: 1, origin: "x" })],
    ["half written", '{"pid":'],
  ])("left by a crash (%s), it is nobody's", async (_what, left) => {
    const data = folder();
    fs.writeFileSync(path.join(data, "demo.lock"), left);
    (await takeLock(data, "http://localhost:3000")).release();
    expect(fs.readdirSync(data)).toEqual([]);
  });
});

test("each taken port is named, with what it is for and where to go instead", async () => {
  for (const offset of [0, 1, 2, 3, 4]) {
    const taken = await listenOnLoopback((_req, res) => res.end(), 0);
    const refused = refuseTakenPorts(taken.port - offset);
    await expect(refused).rejects.toThrow(
      new RegExp(`${taken.port} \\(for the [a-z ]+\\)[^]*--port ${taken.port - offset + 100}`),
    );
    await taken.close();
  }
});

describe("what an earlier version kept", () => {
  test("is completed, and what was there stays", async () => {
    const data = folder();
    const made = await demoSecrets(data);
    const { gatewaySecret, ...older } = made;
    fs.writeFileSync(path.join(data, "sandbox.json"), JSON.stringify(older));
    const completed = await demoSecrets(data);
    expect(completed).toEqual({ ...made, gatewaySecret: completed.gatewaySecret });
    expect(completed.gatewaySecret).not.toBe(gatewaySecret);
    expect(await demoSecrets(data)).toEqual(completed);
  });

  test.each(["", "{", '{"today":5}', '{"clients":{"a":{"key":"a","alg":"ES256","jwk":{}}}}'])(
    "is refused when it is damaged (%s), saying how to start over, quoting nothing",
    async (text) => {
      const data = folder();
      fs.writeFileSync(path.join(data, "sandbox.json"), text);
      await expect(demoSecrets(data)).rejects.toThrow(
        /^\S+sandbox.json is damaged or of another version\.\n.*--fresh$/,
      );
    },
  );
});

test.each([
  ["EACCES", /\/x\/y cannot be written by this user \(.+\)/],
  ["EROFS", /\/x\/y is on a disk that is read-only/],
  ["ENOSPC", /The disk is full/],
  ["ENOTDIR", /\/x\/y is not a folder/],
])("%s is said in words that help", (code, words) => {
  expect(explain(Object.assign(new Error(`${code}: x`), { code, path: "/x/y" }))).toMatch(words);
});

test("the last words fit the terminal, in columns", () => {
  const lines = welcome(3000, "/x", 80).split("\n");
  expect(
    Math.max(
      ...lines
        .slice(9)
        .filter((line) => line.startsWith("  "))
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(80);
  expect(lines.join("\n")).toContain("099161000101     Nguyễn Thị Lan   Farmer");
});
