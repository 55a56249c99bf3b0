import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadKeyRing, makeKeys } from "#app/adapters/keys/key-ring.ts";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "so-khoe-key-ring-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const file = (name: string) => path.join(folder, name);
const change = (name: string, text: string) => fs.writeFileSync(file(name), text);
const bytes = (from: number) => Buffer.from(Array.from({ length: 32 }, (_, i) => from + i));
const good = { sandbox: false, current: "p1", keys: { p1: bytes(1).toString("base64url") } };

describe("keys that are made", () => {
  test("are two files that only their owner may read, in a folder only their owner may open", () => {
    const keysDir = file("keys");
    makeKeys(keysDir, { sandbox: false });
    expect(fs.readdirSync(keysDir).sort()).toEqual(["person-hash.json", "sealing.json"]);
    expect(fs.statSync(keysDir).mode & 0o777).toBe(0o700);
    for (const name of fs.readdirSync(keysDir)) expect(fs.statSync(path.join(keysDir, name)).mode & 0o777).toBe(0o600);
    const ring = loadKeyRing(keysDir);
    expect(ring.sandbox).toBe(false);
    for (const purpose of [ring.personHash, ring.sealing]) expect(purpose.keys.get(purpose.current)).toHaveLength(32);
  });

  test("are other keys in another folder", () => {
    makeKeys(file("a"), { sandbox: true });
    makeKeys(file("b"), { sandbox: true });
    expect(loadKeyRing(file("a")).sealing.keys.get("s1")).not.toEqual(loadKeyRing(file("b")).sealing.keys.get("s1"));
  });

  test("are kept when they are made again; only what is missing is added", () => {
    makeKeys(folder, { sandbox: false });
    const before = fs.readFileSync(file("person-hash.json"), "utf8");
    const sealing = fs.readFileSync(file("sealing.json"), "utf8");
    fs.rmSync(file("sealing.json"));
    makeKeys(folder, { sandbox: true });
    expect(fs.readFileSync(file("person-hash.json"), "utf8")).toBe(before);
    expect(fs.readFileSync(file("sealing.json"), "utf8")).not.toBe(sealing);
    expect(fs.readdirSync(folder).filter((name) => name.includes("partial"))).toEqual([]);
  });

  test("say so when any of them is a sandbox's", () => {
    makeKeys(folder, { sandbox: false });
    fs.rmSync(file("sealing.json"));
    makeKeys(folder, { sandbox: true });
    expect(loadKeyRing(folder).sandbox).toBe(true);
  });
});

describe("a key file that cannot be used is named, and its secrets are not", () => {
  test("when it is missing", () => {
    expect(() => loadKeyRing(folder)).toThrow(`The key file ${file("person-hash.json")} cannot be read`);
  });

  test.each([
    ["not JSON", "so secret"],
    ["empty", ""],
    ["cut short", JSON.stringify(good).slice(0, -4)],
    ["a list", "[]"],
    ["null", "null"],
    ["without keys", JSON.stringify({ current: "p1" })],
    ["without a current key", JSON.stringify({ keys: good.keys })],
    ["with a current key that is not there", JSON.stringify({ ...good, current: "p2" })],
    ["with a current key that every object has", JSON.stringify({ ...good, current: "toString" })],
    ["with a short key", JSON.stringify({ ...good, keys: { p1: "c28gc2VjcmV0" } })],
    ["with a key in another form", JSON.stringify({ ...good, keys: { p1: `${"so secret ".repeat(5)}` } })],
    [
      "with a key id that does not fit the envelope",
      JSON.stringify({ ...good, keys: { ...good.keys, Ừ: good.keys.p1 } }),
    ],
  ])("when it is %s", (_name, text) => {
    makeKeys(folder, { sandbox: false });
    change("person-hash.json", text);
    expect(() => loadKeyRing(folder)).toThrow(`The key file ${file("person-hash.json")} is malformed`);
    expect(() => loadKeyRing(folder)).not.toThrow("secret");
  });

  test("that somebody typed are refused", () => {
    makeKeys(folder, { sandbox: false });
    change(
      "person-hash.json",
      JSON.stringify({ ...good, keys: { p1: Buffer.alloc(32, "secret").toString("base64url") } }),
    );
    expect(() => loadKeyRing(folder)).toThrow(`The key file ${file("person-hash.json")} is malformed`);
  });

  test("but a second key for reading is welcome", () => {
    makeKeys(folder, { sandbox: false });
    const p2 = bytes(2);
    change("person-hash.json", JSON.stringify({ current: "p2", keys: { ...good.keys, p2: p2.toString("base64url") } }));
    const { personHash } = loadKeyRing(folder);
    expect([...personHash.keys.keys()]).toEqual(["p1", "p2"]);
    expect(personHash.keys.get(personHash.current)).toEqual(p2);
  });
});
