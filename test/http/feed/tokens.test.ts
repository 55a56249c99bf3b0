import crypto from "node:crypto";
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { clientAssertion } from "#test/sandbox/hospital-systems/client.ts";
import { clientIdOf } from "#test/sandbox/province/load.ts";
import { feedWorld } from "#test/support/feed-world.ts";
import { ask } from "#test/support/raw-http.ts";

const { world, province, port, superuser } = await feedWorld();
const endpoint = `${world.origin}/oauth/token`;
const clinic = { clientId: clientIdOf("clinic"), portal: world.origin, ...key("clinic") };
const now = () => Math.floor(Date.now() / 1000);
let strange: JWK;

function key(name: string): { alg: string; jwk: JWK } {
  const client = province.clients[name];
  if (!client) throw new Error(`${name} has no system here.`);
  return client;
}

beforeAll(async () => {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  strange = { ...(await exportJWK(privateKey)), kid: clinic.jwk.kid ?? "", alg: "ES256" };
});

interface Made {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  jwk?: JWK;
}

/** A client assertion as the clinic's system makes it, with something changed. */
async function assertion({ claims = {}, header = {}, jwk = clinic.jwk }: Made = {}): Promise<string> {
  const whole = {
    iss: clinic.clientId,
    sub: clinic.clientId,
    aud: endpoint,
    jti: crypto.randomUUID(),
    iat: now(),
    exp: now() + 60,
  };
  return new SignJWT(Object.fromEntries(Object.entries({ ...whole, ...claims }).filter(([, v]) => v !== undefined)))
    .setProtectedHeader({ alg: "ES256", kid: clinic.jwk.kid ?? "", ...header })
    .sign(await importJWK(jwk, "ES256"));
}

/** The same claims under a signature that is none, or one made with what everybody knows. */
function unsigned(alg: "none" | "HS256"): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = {
    iss: clinic.clientId,
    sub: clinic.clientId,
    aud: endpoint,
    jti: crypto.randomUUID(),
    iat: now(),
    exp: now() + 60,
  };
  const text = `${part({ alg, kid: clinic.jwk.kid })}.${part(claims)}`;
  const { d, ...known } = clinic.jwk;
  const mac = crypto.createHmac("sha256", JSON.stringify(known)).update(text).digest("base64url");
  return `${text}.${alg === "none" ? "" : mac}`;
}

async function exchange(signed: string, changes: Record<string, string | undefined> = {}) {
  const fields = {
    grant_type: "client_credentials",
    scope: "system/*.cud",
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: signed,
    ...changes,
  };
  const body = new URLSearchParams(Object.entries(fields).filter((f): f is [string, string] => f[1] !== undefined));
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await ask(port, { method: "POST", target: "/oauth/token", headers, body: body.toString() });
  return { status: answer.status, cache: answer.headers["cache-control"], ...(JSON.parse(answer.text) as Answer) };
}

interface Answer {
  access_token?: string;
  error?: string;
  [name: string]: unknown;
}

const refused = (answer: Awaited<ReturnType<typeof exchange>>) => [answer.status, answer.error, answer.access_token];

describe("an assertion", () => {
  test("that is good gives a token for five minutes, of the scope asked for, kept by nobody", async () => {
    const answer = await exchange(await assertion());
    expect(answer).toMatchObject({
      status: 200,
      cache: "no-store",
      token_type: "Bearer",
      expires_in: 300,
      scope: "system/*.cud",
    });
  });

  test("may name the issuer as its audience", async () => {
    expect((await exchange(await assertion({ claims: { aud: `${world.origin}/oauth` } }))).status).toBe(200);
  });

  test.each<[string, Made | (() => Made)]>([
    ["that has expired", { claims: { iat: now() - 120, exp: now() - 60 } }],
    ["that never expires", { claims: { exp: undefined } }],
    ["that lives too long", { claims: { exp: now() + 3_600 } }],
    ["that was made long ago and lives too long", { claims: { iat: now() - 600, exp: now() + 60 } }],
    ["that is not yet valid", { claims: { nbf: now() + 120 } }],
    ["for another audience", { claims: { aud: "https://elsewhere.example/oauth/token" } }],
    ["for the FHIR endpoint", { claims: { aud: `${world.origin}/fhir` } }],
    ["for two audiences", { claims: { aud: [endpoint, "https://elsewhere.example"] } }],
    ["for nobody", { claims: { aud: undefined } }],
    ["without an id", { claims: { jti: undefined } }],
    ["with an id that is too long", { claims: { jti: "x".repeat(300) } }],
    ["about another client", { claims: { sub: clientIdOf("general-hospital") } }],
    ["by another client", { claims: { iss: clientIdOf("general-hospital") } }],
    [
      "of another client, with this one's key",
      { claims: { iss: clientIdOf("general-hospital"), sub: clientIdOf("general-hospital") } },
    ],
    ["of a client nobody knows", { claims: { iss: "so-khoe-nobody", sub: "so-khoe-nobody" } }],
    ["of a client with an odd name", { claims: { iss: "' or true --", sub: "' or true --" } }],
    ["signed with another key of the same name", () => ({ jwk: strange })],
    ["signed with a key of another name", { header: { kid: "none-of-ours" } }],
    ["that brings its own key", () => ({ jwk: strange, header: { jwk: publicOf(strange) } })],
  ])("%s is refused", async (_name, made) => {
    const answer = await exchange(await assertion(typeof made === "function" ? made() : made));
    expect(refused(answer)).toEqual([401, "invalid_client", undefined]);
  });

  test.each(["none", "HS256"] as const)("signed with %s is refused", async (alg) => {
    expect(refused(await exchange(unsigned(alg)))).toEqual([401, "invalid_client", undefined]);
  });

  test("is used once: one of ten at once, and never again", async () => {
    const signed = await assertion();
    const answers = await Promise.all(Array.from({ length: 10 }, () => exchange(signed)));
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1);
    expect(answers.filter((a) => a.error === "invalid_client")).toHaveLength(9);
    expect(refused(await exchange(signed))).toEqual([401, "invalid_client", undefined]);
  });

  test("of a suspended client is refused until it is let in again", async () => {
    const of = { clientId: clientIdOf("commune-station"), portal: world.origin, ...key("commune-station") };
    await superuser`update machine_clients set suspended_at = now() where client_id = ${of.clientId}`;
    expect(refused(await exchange(await clientAssertion(of)))).toEqual([401, "invalid_client", undefined]);
    await superuser`update machine_clients set suspended_at = null where client_id = ${of.clientId}`;
    expect((await exchange(await clientAssertion(of))).status).toBe(200);
  });

  test.each([
    ["no scope", { scope: undefined }, 400, "invalid_scope"],
    ["another scope", { scope: "system/*.rs" }, 400, "invalid_scope"],
    ["a scope more", { scope: "system/*.cud openid" }, 400, "invalid_scope"],
    ["another grant", { grant_type: "password" }, 400, "unsupported_grant_type"],
    ["an authorization code", { grant_type: "authorization_code" }, 400, "unsupported_grant_type"],
    ["a token for elsewhere", { resource: "https://elsewhere.example" }, 400, "invalid_target"],
    ["no assertion", { client_assertion: undefined }, 400, "invalid_request"],
    ["another kind of assertion", { client_assertion_type: "urn:x" }, 400, "invalid_request"],
    ["another client's name beside it", { client_id: clientIdOf("general-hospital") }, 400, "invalid_request"],
  ])("with %s is refused", async (_name, changes, status, error) => {
    expect(refused(await exchange(await assertion(), changes))).toEqual([status, error, undefined]);
  });

  test("is taken from the body of a POST alone, and /oauth offers nothing else", async () => {
    const query = new URLSearchParams({ grant_type: "client_credentials", client_assertion: await assertion() });
    for (const [method, target] of [
      ["GET", `/oauth/token?${query}`],
      ["GET", "/oauth/auth"],
      ["GET", "/oauth/.well-known/openid-configuration"],
      ["POST", "/oauth/token/introspection"],
      ["POST", "/oauth/reg"],
    ] as const)
      expect([target, (await ask(port, { method, target })).status]).toEqual([target, 404]);
  });
});

const publicOf = ({ d, ...known }: JWK): JWK => known;

test("the log names what was refused, and holds no token, assertion or client key", () => {
  const lines = world.log.lines.join("\n");
  expect(world.log.of("token refused").length).toBeGreaterThan(20);
  expect(lines).not.toMatch(/eyJ|client_assertion|so-khoe-nobody/);
});
