import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { CompactEncrypt, compactDecrypt, importJWK } from "jose";
import { describe, expect, test } from "vitest";
import type { RelyingPartyKey } from "#app/adapters/keys/relying-party/key-file.ts";
import { loadRelyingPartyKeys } from "#app/adapters/keys/relying-party/relying-party-keys.ts";
import { addKey, rotateKeys } from "#app/adapters/keys/relying-party/rotate.ts";
import { KEPT_AFTERWARDS_HOURS, withStates } from "#app/adapters/keys/relying-party/states.ts";
import { keysFolder } from "../digital-id/sign-in.ts";

const HOUR = 3_600_000;
const PRIVATE = ["d", "p", "q", "dp", "dq", "qi", "k", "oth"];
const algorithms = ["ES256", "ECDH-ES+A256KW"] as const;

test("what is published has no private member, and names purpose and algorithm", async () => {
  const folder = await keysFolder(["ES256", "RS256", "EdDSA", "ECDH-ES+A256KW", "RSA-OAEP-256"]);
  const { keys } = loadRelyingPartyKeys(folder).publicKeys();
  expect(keys.map(({ use, alg }) => `${use} ${alg}`)).toEqual([
    "sig ES256",
    "sig RS256",
    "sig EdDSA",
    "enc ECDH-ES+A256KW",
    "enc RSA-OAEP-256",
  ]);
  for (const key of keys) for (const member of PRIVATE) expect(key).not.toHaveProperty(member);
  expect(fs.statSync(path.join(folder, "rp-keys.json")).mode & 0o777).toBe(0o600);
});

test("a rotation is noticed without restart, and overlaps", async () => {
  const folder = await keysFolder();
  let now = new Date();
  const keys = loadRelyingPartyKeys(folder, () => now);
  const kid = async () => (await keys.signingKey("ES256")).kid;
  const published = () => keys.publicKeys().keys.map((key) => key.kid);
  const first = await kid();
  const [oldEnc] = keys.publicKeys().keys.filter(({ use }) => use === "enc");
  const made = await rotateKeys(folder, { algorithms, now });
  const next = made.find(({ use }) => use === "sig")?.kid;
  expect(await kid()).toBe(first);
  expect(published()).toEqual(expect.arrayContaining([first, next]));
  expect(await rotateKeys(folder, { algorithms, now })).toEqual([]);

  now = new Date(now.getTime() + 25 * HOUR);
  expect(await kid()).toBe(next);
  // The old signature may still be checked, but nobody is told to encrypt for the old key any more.
  expect(published()).toContain(first);
  expect(published()).not.toContain(oldEnc?.kid);
  const late = await new CompactEncrypt(Buffer.from("late"))
    .setProtectedHeader({ alg: "ECDH-ES+A256KW", enc: "A256GCM" })
    .encrypt(await importJWK(oldEnc ?? {}, "ECDH-ES+A256KW"));
  const opened = await Promise.allSettled((await keys.decryptionKeys()).map(({ key }) => compactDecrypt(late, key)));
  expect(opened.filter(({ status }) => status === "fulfilled")).toHaveLength(1);

  now = new Date(now.getTime() + KEPT_AFTERWARDS_HOURS * HOUR);
  expect(published()).not.toContain(first);
  expect(await keys.decryptionKeys()).toHaveLength(1);
});

test("a lost key is gone at once; a first key of another algorithm is used at once; a broken file changes nothing", async () => {
  const folder = await keysFolder();
  const keys = loadRelyingPartyKeys(folder);
  const { kid } = await keys.signingKey("ES256");
  await rotateKeys(folder, { algorithms: ["ES256"], now: new Date(), drop: true });
  const fresh = (await keys.signingKey("ES256")).kid;
  expect([fresh === kid, keys.publicKeys().keys.some((key) => key.kid === kid)]).toEqual([false, false]);
  await addKey(folder, "EdDSA", new Date());
  expect(keys.has("EdDSA")).toBe(true);
  await expect(addKey(folder, "EdDSA", new Date())).rejects.toThrow(/rotate it instead/);
  fs.writeFileSync(path.join(folder, "rp-keys.json"), "{");
  expect((await keys.signingKey("ES256")).kid).toBe(fresh);
  expect(() => loadRelyingPartyKeys(folder)).toThrow(/is malformed/);
});

test("weak keys are refused, and the refusal tells nothing of them", async () => {
  const folder = await keysFolder(["RS256"]);
  const file = path.join(folder, "rp-keys.json");
  const content = JSON.parse(fs.readFileSync(file, "utf8"));
  content.keys[0].privateJwk.n = content.keys[0].privateJwk.n.slice(0, 171);
  fs.writeFileSync(file, JSON.stringify(content));
  expect(() => loadRelyingPartyKeys(folder)).toThrow(/has 10\d\d bits; RSA needs at least 2048/);
  content.keys[0] = { ...content.keys[0], alg: "ES256", privateJwk: { kty: "EC", crv: "P-384", d: "secret" } };
  fs.writeFileSync(file, JSON.stringify(content));
  expect(() => loadRelyingPartyKeys(folder)).toThrow(/is not on the curve P-256/);
  expect(() => loadRelyingPartyKeys(folder)).not.toThrow(/secret/);
});

describe("states", () => {
  const key = (kid: string, alg: "ES256" | "RS256", usedFrom: number): RelyingPartyKey => ({
    ...{ kid, alg, use: "sig", madeAt: new Date(0).toISOString(), usedFrom: new Date(usedFrom).toISOString() },
    privateJwk: { kty: "EC" },
  });

  test("whatever was rotated when, each algorithm that was ever in use has one current key at every moment", () => {
    const keys = fc.array(
      fc.record({ alg: fc.constantFrom("ES256" as const, "RS256" as const), at: fc.integer({ min: 0, max: 50 }) }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(keys, fc.integer({ min: 0, max: 400 }), (some, hour) => {
        const all = some.map(({ alg, at }, i) => key(String(i), alg, at * HOUR));
        const states = withStates(all, new Date(hour * HOUR));
        for (const alg of ["ES256", "RS256"]) {
          const own = states.filter((one) => one.key.alg === alg);
          const begun = own.some((one) => Date.parse(one.key.usedFrom) <= hour * HOUR);
          expect(own.filter(({ state }) => state === "current")).toHaveLength(begun ? 1 : 0);
        }
      }),
    );
  });
});
