import { spawnSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backOff } from "#app/feed-agent/back-off.ts";
import { readAgentConfig } from "#app/feed-agent/config.ts";
import { decodeFile, fieldsOf } from "#app/feed-agent/gateway/dialect.ts";
import { inspect } from "#app/feed-agent/inspect.ts";
import { accepted, hospitalSite, portalDouble, xmlPackage } from "./support.ts";

const portal = await portalDouble(() => accepted);

describe("the configuration", () => {
  test("a key that others on the machine can read is refused, and it is said what to do", () => {
    const site = hospitalSite(portal.url);
    fs.chmodSync(site.at("key.json"), 0o644);
    expect(() => readAgentConfig(site.configFile)).toThrow(/other users.*chmod 600/);
    fs.chmodSync(site.at("key.json"), 0o600);
    expect(readAgentConfig(site.configFile)).toMatchObject({ key: { kty: "EC" } });
  });

  test.each([
    ["an unknown setting", { wacth: [] }, /wacth/],
    ["a portal without TLS elsewhere", { portal: "http://so-khoe.example" }, /https/],
    [
      "a password instead of its MD5",
      { gateway: { port: 0, username: "u", passwordMd5: "secret" } },
      /gateway\.passwordMd5/,
    ],
    ["a key that is not there", { keyFile: "none.json" }, /keyFile.*not there/],
    ["a public key", { keyFile: "agent.json" }, /keyFile/],
  ])("%s is named", (_name, changes, words) => {
    const site = hospitalSite(portal.url, changes);
    fs.chmodSync(site.configFile, 0o600);
    expect(() => readAgentConfig(site.configFile)).toThrow(words);
  });

  const { privateKey: weak } = crypto.generateKeyPairSync("rsa", { modulusLength: 1_024 });
  const { privateKey: rsa } = crypto.generateKeyPairSync("rsa", { modulusLength: 2_048 });
  const { privateKey: okp } = crypto.generateKeyPairSync("ed25519");
  const { privateKey: ec521 } = crypto.generateKeyPairSync("ec", { namedCurve: "P-521" });
  const { privateKey: ec384 } = crypto.generateKeyPairSync("ec", { namedCurve: "P-384" });
  const jwk = (key: crypto.KeyObject, more: object = {}) => ({ ...key.export({ format: "jwk" }), kid: "k", ...more });

  test.each<[string, object, RegExp | undefined]>([
    ["RSA", jwk(rsa), undefined],
    ["RSA for RS384", jwk(rsa, { alg: "RS384" }), undefined],
    ["EC P-384", jwk(ec384), undefined],
    ["RSA for RS256", jwk(rsa, { alg: "RS256" }), /RS384/],
    ["EC P-384 for ES256", jwk(ec384, { alg: "ES256" }), /ES384/],
    ["short RSA", jwk(weak), /2048/],
    ["OKP", jwk(okp), /OKP Ed25519.*EC P-256/],
    ["EC P-521", jwk(ec521), /EC P-521/],
    ["broken", { ...jwk(rsa), n: "AQAB" }, /private key|2048/],
  ])("a key of the kind %s is taken, or it is said why not before anything starts", (_name, key, fault) => {
    const site = hospitalSite(portal.url, {}, { clientId: "c", jwk: key });
    if (fault) expect(() => readAgentConfig(site.configFile)).toThrow(fault);
    else expect(readAgentConfig(site.configFile).clientId).toBe("c");
  });

  test("a second agent in the same data folder is refused; after the first has ended it may start", async () => {
    const site = hospitalSite(portal.url);
    const first = await site.start();
    await expect(site.start()).rejects.toThrow(site.at("data"));
    await first.stop();
    await (await site.start()).stop();
  });
});

describe("one file and Node", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [lonely, ...args], {
      encoding: "utf8",
      env: { NODE_ENV: "production" },
      cwd: path.dirname(lonely),
    });
  const alone = hospitalSite(portal.url);
  const lonely = alone.at("feed-agent.js");
  fs.copyFileSync(path.resolve("build/feed-agent.js"), lonely);

  test("it runs away from everything else, and says how it is used", () => {
    expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining("feed-agent --config agent.json") });
    expect(run("--config", "none.json")).toMatchObject({ status: 2, stderr: expect.stringContaining("is not there") });
  });

  test("status says in words that it does not run", () => {
    alone.write({ status: { port: 9 } });
    const told = run("status", "--config", alone.configFile);
    expect(told).toMatchObject({ status: 3, stderr: expect.stringContaining("không chạy") });
  });
});

describe("pure parts", () => {
  test("pauses grow, stay below five minutes, and are never shorter than was asked for", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 0, max: 3_600_000 }), (n, least) => {
        const pause = backOff(n, { least });
        expect(pause).toBeGreaterThanOrEqual(least);
        expect(pause).toBeLessThanOrEqual(Math.max(least, 300_000));
        expect(backOff(n, { random: () => 0 })).toBeLessThanOrEqual(backOff(n + 1, { random: () => 0 }));
      }),
    );
  });

  test("the case is found as base64, inline and in CDATA; other bytes never throw", () => {
    const lk = fc.stringMatching(/^[A-Za-z0-9._/-]{1,40}$/);
    fc.assert(
      fc.property(lk, (maLk) => {
        for (const text of [
          xmlPackage(maLk),
          `<A><MA_LK> ${maLk} </MA_LK></A>`,
          `<A>&lt;MA_LK&gt;${maLk}&lt;/MA_LK&gt;</A>`,
          `<A><MA_LK><![CDATA[${maLk}]]></MA_LK></A>`,
        ])
          expect(inspect(Buffer.from(text))).toEqual({ ok: true, kind: "qd3176", maLk, caseKey: `lk:${maLk}` });
      }),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void inspect(bytes)));
    fc.assert(fc.property(fc.string(), (text) => void inspect(Buffer.from(`<${text}`))));
    fc.assert(fc.property(fc.json(), (text) => void inspect(Buffer.from(`{"a":${text}}`))));
  });

  test("base64 comes back as it went, plus signs lost or not; calls of any form never throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) => {
        const text = Buffer.from(bytes).toString("base64");
        expect(decodeFile(text)).toEqual(Buffer.from(bytes));
        expect(decodeFile(text.replaceAll("+", " "))).toEqual(Buffer.from(bytes));
      }),
    );
    fc.assert(fc.property(fc.string(), fc.uint8Array(), (type, body) => void fieldsOf(type, Buffer.from(body))));
  });
});
