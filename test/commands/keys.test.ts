import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "so-khoe-keys-command-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function keys(...args: string[]) {
  const run = spawnSync(process.execPath, ["app/launch.mjs", "app/commands/keys.ts", ...args], {
    env: { NODE_ENV: "test", PATH: process.env.PATH, KEYS_DIR: folder },
    encoding: "utf8",
  });
  return { status: run.status, said: run.stdout + run.stderr };
}

test("npm run keys makes, lists, rotates; what it says are ids and dates", () => {
  expect(keys()).toMatchObject({ status: 0 });
  const rotated = keys("rotate", "--purpose", "sign");
  expect(rotated.said).toMatch(/^ES256: key \S+ is published now and used from 2/);
  expect(rotated.said).toMatch(/sig {2}ES256 +\S+ {2}current .*kept until[\s\S]*sig {2}ES256 +\S+ {2}next /);
  const file = JSON.parse(fs.readFileSync(path.join(folder, "rp-keys.json"), "utf8"));
  expect(file.sandbox).toBe(false);
  expect(file.keys.map((key: { alg: string }) => key.alg)).toEqual(["ES256", "ECDH-ES+A256KW", "ES256"]);
  for (const { privateJwk } of file.keys) expect(rotated.said).not.toContain(privateJwk.d);
  expect(keys("rotate", "--purpose", "both")).toMatchObject({ status: 1, said: expect.stringMatching(/^usage: /) });
});
