import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { profileNames, profiles } from "#app/adapters/digital-id/profiles.ts";
import { readProvider, readProviders } from "#app/adapters/digital-id/read-settings.ts";
import { unsafeInProvider } from "#app/adapters/digital-id/refuse-unsafe.ts";

const SECRET = "p4Zk9QwT2xVb7NmR5sJc8LyD";
const secrets = {
  env: { OUR_SECRET: SECRET },
  readFile: (file: string) => {
    if (file.startsWith("/etc/")) return `${SECRET}\n`;
    throw new Error("ENOENT");
  },
};
const right = {
  id: "one",
  issuer: "https://id.example",
  clientId: "so-khoe",
  clientSecret: SECRET,
  assurance: { a: 2 },
};
const read = (entry: object) => readProvider(entry, "the file", secrets);

describe("an entry", () => {
  test.each(profileNames)("of the profile %s needs little", (profile) => {
    const { clientAuthentication } = profiles[profile];
    const { clientSecret, ...keyed } = right;
    const entry = clientAuthentication === "private_key_jwt" ? keyed : { ...keyed, clientSecret };
    expect(read({ ...entry, profile })).toMatchObject({ profile, id: "one" });
  });

  test("joins groups with the profile's and replaces everything else", () => {
    const { request, claims, idToken, assurance } = read({
      ...right,
      profile: "national-portal",
      request: { acr_values: null, prompt: "login" },
      claims: { personalNumber: "pid" },
    });
    expect(request).toEqual({ acr_values: null, prompt: "login" });
    expect([claims.name.from, claims.personalNumber.from]).toEqual([["HoVaTen"], ["pid"]]);
    expect(idToken.algs).toEqual(["RS256"]);
    expect(assurance).toEqual([{ level: 2, when: { acr: "a" } }]);
  });

  test("takes its secret from a file or a variable", () => {
    const { clientSecret: _, ...rest } = right;
    expect(read({ ...rest, clientSecretFile: "/etc/secret" }).clientSecret).toBe(SECRET);
    expect(read({ ...rest, clientSecretEnv: "OUR_SECRET" }).clientSecret).toBe(SECRET);
  });

  test.each<[object, RegExp]>([
    [{ clientID: "x" }, /^the file, provider "one", clientID: is no setting\.$/],
    [{ idToken: { alg: "RS256" } }, /idToken\.alg: is no setting/],
    [{ idToken: { algs: ["none"] } }, /idToken\.algs\.0: /],
    [{ idToken: { algs: ["HS256"] } }, /idToken\.algs\.0: /],
    [{ encryption: { algs: ["RSA1_5"] } }, /encryption\.algs\.0: /],
    [{ issuer: "javascript:alert(1)" }, /issuer: /],
    [{ clientId: undefined }, /clientId: is missing/],
    [{ request: { nonce: "x" } }, /request: sets nonce, which the portal sets itself/],
    [{ request: { redirect_uri: "https://x.example" } }, /request: sets redirect_uri/],
    [{ profile: "google" }, /profile: is none of national-portal, vneid/],
    [{ assurance: { a: 1 } }, /assurance: gives nobody level 2/],
    [{ assurance: { a: 4 } }, /assurance/],
    [{ scope: "profile" }, /scope: needs "openid"/],
    [{ discovery: false }, /endpoints\.token: is needed because discovery is off/],
    [{ idToken: { use: "none" } }, /userinfo\.format: is needed/],
    [{ discovery: false, idToken: { use: "none" } }, /pkcePromised: must be true .* provider checks code_verifier/],
    [{ logout: { kind: "claim" } }, /logout\.allowedHosts: is needed/],
    [{ clientSecret: undefined }, /clientSecret: is needed/],
    [{ clientSecretFile: "/etc/secret" }, /clientSecret and clientSecretFile cannot both be said/],
    [{ clientSecret: undefined, clientSecretFile: "/gone" }, /clientSecretFile: \/gone cannot be read/],
    [{ clientSecret: undefined, clientSecretEnv: "GONE" }, /clientSecretEnv: the environment has no GONE/],
  ])("%j is refused in words, and no secret is told", (change, why) => {
    expect(() => read({ ...right, ...change })).toThrow(why);
    try {
      read({ ...right, ...change });
    } catch (error) {
      expect(String(error)).not.toContain(SECRET);
    }
  });
});

describe("a file", () => {
  test.each([
    ["no JSON", "{"],
    ["no list", "{}"],
    ["an empty list", "[]"],
  ])("that is %s is refused", (_what, text) =>
    expect(() => readProviders(text, "f.json", secrets)).toThrow(/^f\.json is not a JSON list/),
  );

  test("with an address that several share is refused unless its answers name it", () => {
    const at = "https://id.example";
    const endpoints = { authorization: `${at}/a`, token: `${at}/t`, jwks: `${at}/j` };
    const shared = { ...right, discovery: false, endpoints, redirectUri: "shared" };
    const file = (...entries: object[]) => readProviders(JSON.stringify(entries), "f.json", secrets);
    const other = { ...right, id: "two", clientId: "other" };
    expect(() => file(shared, other)).toThrow(/^f\.json, provider "one", redirectUri: .*"issInAnswer": "required"/);
    expect(file({ ...shared, issInAnswer: "required" }, other)).toHaveLength(2);
    expect(file({ ...shared, discovery: true }, other)).toHaveLength(2);
    expect(file(shared)).toHaveLength(1);
  });

  test("with two of the same is refused", () => {
    const all =
      (...entries: object[]) =>
      () =>
        readProviders(JSON.stringify(entries), "f.json", secrets);
    expect(all(right, { ...right, issuer: "https://other.example" })).toThrow(
      'f.json: two providers have the id "one".',
    );
    expect(all(right, { ...right, id: "two" })).toThrow("f.json: two providers have the same issuer and clientId.");
    expect(all(right, { ...right, id: "two", clientId: "other" })).not.toThrow();
    expect(all(right, { clientId: "x" })).toThrow(/^f\.json, entry 2, /);
  });
});

test.each<[object, string]>([
  [{ issuer: "http://id.example" }, "issuer"],
  [{ endpoints: { token: "http://id.example/token" } }, "endpoints.token"],
  [{ discovery: "http://id.example/d" }, "discovery"],
  [{ clientSecret: "sandbox-p4Zk9QwT2xVb7NmR5sJc8LyD" }, "clientSecret"],
  [{ clientSecret: "short" }, "clientSecret"],
  [{ clientSecret: "a".repeat(64) }, "clientSecret"],
  [{ pkce: "off", idToken: { use: "none" }, userinfo: { format: "json" } }, "pkce"],
])("outside a sandbox %j is refused", (change, field) => {
  expect(unsafeInProvider(read(right))).toEqual([]);
  expect(unsafeInProvider(read({ ...right, ...change })).map(([name]) => name)).toEqual([field]);
});

describe("docs/connect-your-provider.md", () => {
  const page = fs.readFileSync("docs/connect-your-provider.md", "utf8");
  const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = ""]) => JSON.parse(text) as unknown);
  const entries = blocks.flat().filter((one) => typeof one === "object" && one !== null && "id" in one) as {
    id: string;
  }[];

  test.each(entries.map((entry) => [entry.id, entry] as const))("its example %s is a whole entry", (_id, entry) => {
    const everySecret = { env: { KEYCLOAK_SECRET: SECRET }, readFile: () => SECRET };
    const settings = readProvider(entry, "the page", everySecret);
    expect(unsafeInProvider(settings)).toEqual([]);
  });

  test("has an example of every profile, and a row for every code the adapter gives", () => {
    const named = new Set(entries.map((entry) => ("profile" in entry ? entry.profile : "plain")));
    expect([...named].sort()).toEqual([...profileNames].sort());
    const folder = "app/adapters/digital-id";
    const sources = fs
      .readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"));
    const text = sources.map((file) => fs.readFileSync(`${folder}/${file}`, "utf8")).join("\n");
    const codes = [
      ...text.matchAll(/(?:DomainError\(\s*"\w+",\s*|\["(?:invalid|unavailable|forbidden)", )"([a-z_-]+)"/g),
    ].map(([, code]) => code);
    const ours = codes.filter((code) => code !== "token-claims");
    expect(new Set(ours).size).toBeGreaterThan(20);
    for (const code of ours)
      expect(page, `the page explains ${code}`).toMatch(new RegExp(`\`${code}\`|\`logout-token-…\`[^\n]*${code}`));
  });
});
