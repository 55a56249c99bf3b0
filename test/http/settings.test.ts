import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { expect, test } from "vitest";
import { readConfig, readWorkerConfig } from "#app/config.ts";

/** `.env.example` with every "…" filled in, as an installation would. */
const example = Object.fromEntries(
  fs
    .readFileSync(".env.example", "utf8")
    .split("\n")
    .filter((line) => /^[A-Z_]+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
);
const filled: Record<string, string> = Object.fromEntries(
  Object.entries(example).map(([name, value]) => [name, value.replaceAll("…", "x7Kq2mWz9RtB4vLc8NpH1sYd")]),
);

test("the example, filled in, is enough for portal and worker", () => {
  expect(readConfig({ ...filled, NODE_ENV: "production" }).publicOrigin).toBe("https://sokhoe.example.gov.vn");
  expect(readWorkerConfig(filled).databaseUrl).toContain("so_khoe_worker");
});

test.each(
  ["PUBLIC_ORIGIN", "DATABASE_URL", "FEED_DATABASE_URL", "KEYS_DIR", "OIDC_ISSUER", "OIDC_CLIENT_ID"].concat([
    "OIDC_CLIENT_SECRET",
    "OIDC_ASSURANCE",
    "DEPARTMENT_NAME",
    "DEPARTMENT_ADDRESS",
    "HELP_PHONE",
  ]),
)("%s is named when it is missing or empty, and nothing else is", (name) => {
  const { [name]: _gone, ...rest } = filled;
  const said = `The settings are incomplete or wrong (see .env.example):\n  ${name}: is missing`;
  expect(() => readConfig(rest)).toThrow(new Error(said));
  expect(() => readConfig({ ...rest, [name]: "" })).toThrow(new RegExp(`\\n  ${name}: is missing$`));
});

test.each([
  ["a value of the example", { OIDC_CLIENT_SECRET: "…" }, /^OIDC_CLIENT_SECRET still holds the "…"/],
  ["the sandbox's secret", { OIDC_CLIENT_SECRET: "sandbox1" }, /^Provider "default", clientSecret: is the sandbox's/],
  ["http", { PUBLIC_ORIGIN: "http://sokhoe.example" }, /^PUBLIC_ORIGIN must begin with https/],
  ["a provider over http", { OIDC_ISSUER: "http://id.example" }, /^Provider "default", issuer: must begin with https/],
  ["a secret that can be guessed", { OIDC_CLIENT_SECRET: "mat-khau" }, /clientSecret: can be guessed/],
  ["an unknown profile", { OIDC_PROFILE: "google" }, /OIDC_PROFILE: /],
  ["an algorithm nobody may believe", { OIDC_ID_TOKEN_ALG: "none" }, /idToken.algs.0: /],
  ["an assurance without level 2", { OIDC_ASSURANCE: '{"low":1}' }, /assurance: gives nobody level 2/],
  ["a sandbox in public", { SANDBOX: "1" }, /^SANDBOX=1 is for this machine alone/],
  ["a broken map", { OIDC_ASSURANCE: "{" }, /OIDC_ASSURANCE: is not JSON/],
])("%s is refused", (_what, change, why) => {
  expect(() => readConfig({ ...filled, ...change })).toThrow(why);
});

test("the built processes say so in one line or list, and end with 1", () => {
  for (const [file, name] of [
    ["build/server.js", "PUBLIC_ORIGIN"],
    ["build/worker.js", "WORKER_DATABASE_URL"],
  ] as const) {
    const { [name]: _gone, ...env } = filled;
    const run = spawnSync(process.execPath, [file], {
      env: { ...env, NODE_ENV: "production", PATH: process.env.PATH },
      encoding: "utf8",
    });
    expect([run.status, run.stderr]).toEqual([
      1,
      `The settings are incomplete or wrong (see .env.example):\n  ${name}: is missing\n`,
    ]);
  }
});
