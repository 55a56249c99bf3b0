import crypto from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findClient } from "#app/domain/clients/find-client.ts";
import { fetchKeys, publishedKeys } from "#app/domain/clients/published-keys.ts";
import { clientIdOf, facilityId } from "#test/sandbox/province/load.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import type { Browserless, Visit } from "#test/support/browser-less.ts";
import { feedWorld } from "#test/support/feed-world.ts";
import { ask } from "#test/support/raw-http.ts";

const { world, province, port, superuser, bearer } = await feedWorld({ TOKENS_PER_MINUTE: "200" });
const endpoint = `${world.origin}/oauth/token`;
const at = (path: string) => `${world.origin}${path}`;
const now = () => Math.floor(Date.now() / 1000);
const jwkOf = (name: string): JWK => province.clients[name]?.jwk ?? {};
let second: { port: number };
let operator: Browserless;

interface Made {
  of?: string;
  jwk?: JWK;
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
}

async function assertion({ of = clientIdOf("clinic"), jwk = jwkOf("clinic"), claims = {}, header = {} }: Made = {}) {
  const whole = { iss: of, sub: of, aud: endpoint, jti: crypto.randomUUID(), iat: now(), exp: now() + 60, ...claims };
  return new SignJWT(Object.fromEntries(Object.entries(whole).filter(([, v]) => v !== undefined)))
    .setProtectedHeader({ alg: "ES256", kid: jwk.kid ?? "", ...header })
    .sign(await importJWK(jwk, "ES256"));
}

async function exchange(signed: string, to = port) {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    scope: "system/*.cud",
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: signed,
  });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await ask(to, { method: "POST", target: "/oauth/token", headers, body: body.toString() });
  return { status: answer.status, headers: answer.headers, ...(JSON.parse(answer.text) as { error?: string }) };
}

async function newKey(kid: string): Promise<{ jwk: JWK; known: JWK }> {
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  const named = { kid, alg: "ES256", use: "sig" };
  return { jwk: { ...(await exportJWK(privateKey)), ...named }, known: { ...(await exportJWK(publicKey)), ...named } };
}

/** Sends one of the forms of a client's page. */
async function press(clientId: string, intent: string, values: Record<string, string> = {}, nth = 0): Promise<Visit> {
  const page = await operator.open(at(`/operator/clients/${clientId}`));
  const forms = page.forms.filter((form) => form.fields.some(([n, v]) => n === "intent" && v === intent));
  return operator.submit(page, forms[nth], values);
}

const failuresOf = (clientId: string) => superuser<{ code: string; count: number }[]>`
  select code, count from client_failures where client_id = ${clientId} order by code`;

beforeAll(async () => {
  second = await world.another();
  operator = await world.signIn(persona("bao-so").login, "operator");
});

describe("an assertion that is refused", () => {
  const stranger = newKey(jwkOf("clinic").kid ?? "");

  test.each<[string, () => Promise<Made> | Made]>([
    ["assertion-expired", () => ({ claims: { iat: now() - 120, exp: now() - 60 } })],
    ["assertion-too-long", () => ({ claims: { exp: now() + 3_600 } })],
    ["assertion-early", () => ({ claims: { nbf: now() + 120 } })],
    ["assertion-audience", () => ({ claims: { aud: "https://elsewhere.example/oauth/token" } })],
    ["assertion-id", () => ({ claims: { jti: undefined } })],
    ["assertion-issuer", () => ({ claims: { iss: clientIdOf("general-hospital") } })],
    ["assertion-key", async () => ({ jwk: (await stranger).jwk })],
    ["assertion-key", () => ({ header: { kid: "none-of-ours" } })],
  ])("says why in the log, and in the client's counts: %s", async (code, made) => {
    world.log.clear();
    expect(await exchange(await assertion(await made()))).toMatchObject({ status: 401, error: "invalid_client" });
    expect(world.log.of("token refused").map((line) => line.code)).toEqual([code]);
    await expect.poll(async () => (await failuresOf(clientIdOf("clinic"))).map((row) => row.code)).toContain(code);
  });

  test("by another algorithm, or of a client nobody knows, says so; of that one nothing is kept", async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = { iss: clientIdOf("clinic"), sub: clientIdOf("clinic"), aud: endpoint, jti: "x", exp: now() + 60 };
    world.log.clear();
    await exchange(`${part({ alg: "none" })}.${part(claims)}.`);
    const mac = `${part({ alg: "HS256", kid: jwkOf("clinic").kid })}.${part(claims)}`;
    await exchange(
      `${mac}.${crypto
        .createHmac("sha256", JSON.stringify(jwkOf("clinic")))
        .update(mac)
        .digest("base64url")}`,
    );
    await exchange(await assertion({ of: "so-khoe-nobody" }));
    expect(world.log.of("token refused").map((line) => line.code)).toEqual([
      "assertion-algorithm",
      "assertion-algorithm",
      "client-unknown",
    ]);
    expect(await failuresOf("so-khoe-nobody")).toEqual([]);
  });
});

test("one assertion at two processes at once is one token, and the rest is a replay", async () => {
  const signed = await assertion();
  world.log.clear();
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => exchange(signed, i % 2 ? port : second.port)));
  expect(answers.filter((a) => a.status === 200)).toHaveLength(1);
  expect(new Set(world.log.of("token refused").map((line) => line.code))).toEqual(new Set(["assertion-replayed"]));
});

test("a flood of one client, or of somebody with its name, takes nothing from the others", async () => {
  const small = await world.another({
    config: { ...world.config, limits: { ...world.config.limits, tokens: 3 }, trustedProxies: 1 },
  });
  const from = (address: string) => async (signed: string) => {
    const body = new URLSearchParams({
      grant_type: "client_credentials",
      scope: "system/*.cud",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: signed,
    });
    const headers = { "content-type": "application/x-www-form-urlencoded", "x-forwarded-for": address };
    return (await ask(small.port, { method: "POST", target: "/oauth/token", headers, body: body.toString() })).status;
  };
  const flood = from("203.0.113.9");
  const forged = await assertion({ jwk: (await newKey("x")).jwk });
  expect([await flood(forged), await flood(forged), await flood(forged), await flood(forged)]).toEqual([
    401, 401, 401, 429,
  ]);
  // The same client elsewhere has lost nothing by it…
  const own = [from("198.51.100.1"), from("198.51.100.2")];
  const answers: number[] = [];
  for (const i of [0, 1, 0, 1]) answers.push((await own[i]?.(await assertion())) ?? 0);
  // …and what it takes itself is its own, whatever the address; another client goes on.
  expect(answers).toEqual([200, 200, 200, 429]);
  const of = clientIdOf("general-hospital");
  const other = province.clients["general-hospital"];
  const signed = await new SignJWT({ iss: of, sub: of, aud: endpoint, jti: crypto.randomUUID(), exp: now() + 60 })
    .setProtectedHeader({ alg: other?.alg ?? "", kid: other?.jwk.kid ?? "" })
    .sign(await importJWK(other?.jwk ?? {}, other?.alg ?? ""));
  expect(await own[0]?.(signed)).toBe(200);
});

describe("an operator", () => {
  const clientId = clientIdOf("clinic");

  test("rotates a key without a gap: both are valid, it is seen which is used, the old one is refused when retired", async () => {
    const { jwk, known } = await newKey("clinic-2");
    expect((await press(clientId, "add-keys", { jwks: "{" })).text).toContain("không phải JSON");
    const added = await press(clientId, "add-keys", { jwks: JSON.stringify({ keys: [known] }) });
    expect(added.text).toContain("clinic-2");
    await press(clientId, "add-keys", { jwks: JSON.stringify({ keys: [known] }) });
    const other = (await newKey("clinic-2")).known;
    expect((await press(clientId, "add-keys", { jwks: JSON.stringify({ keys: [other] }) })).text).toContain(
      "nội dung khác",
    );
    expect((await exchange(await assertion())).status).toBe(200);
    expect((await exchange(await assertion({ jwk }), second.port)).status).toBe(200);
    const used = () =>
      superuser`select kid from client_keys where client_id = ${clientId} and last_used_at is not null order by kid`;
    await expect
      .poll(used)
      .toEqual(
        [{ kid: jwkOf("clinic").kid }, { kid: "clinic-2" }].sort((a, b) => ((a.kid ?? "") < (b.kid ?? "") ? -1 : 1)),
      );
    await press(clientId, "retire", { kid: "clinic-2" });
    expect((await exchange(await assertion({ jwk }), second.port)).status).toBe(401);
    expect((await exchange(await assertion())).status).toBe(200);
    const acts = await superuser<
      { act: string }[]
    >`select act from acts where about_id = ${clientId} and act like 'client.key%' order by occurred_at`;
    expect(acts.map((one) => one.act)).toEqual(["client.keys-added", "client.key-retired"]);
  });

  test("cannot take the last key", async () => {
    const page = await operator.open(at(`/operator/clients/${clientId}`));
    expect(page.forms.some((form) => form.fields.some(([, v]) => v === "retire"))).toBe(false);
    const forged = { action: new URL(page.url).pathname, method: "post" as const, fields: [], buttons: [] };
    const answer = await operator.submit(page, forged, { intent: "retire", kid: jwkOf("clinic").kid ?? "" });
    expect(answer.text).toContain("ít nhất một khóa");
    expect((await exchange(await assertion())).status).toBe(200);
  });

  test("suspends: a token in hand is refused on its next call in every process, and lets it in again", async () => {
    const headers = { ...(await bearer("clinic")), "content-type": "application/fhir+json" };
    const call = async (to: number) => (await ask(to, { method: "POST", target: "/fhir", headers, body: "{}" })).status;
    expect([await call(port), await call(second.port)]).toEqual([422, 422].map(() => expect.any(Number)));
    await press(clientId, "suspend");
    expect([await call(port), await call(second.port)]).toEqual([401, 401]);
    world.log.clear();
    expect((await exchange(await assertion(), second.port)).status).toBe(401);
    expect(world.log.of("token refused").map((line) => line.code)).toEqual(["client-suspended"]);
    const page = await press(clientId, "resume");
    expect(page.text).toContain("Đang hoạt động");
    expect(page.text).toContain("client-suspended");
    expect((await exchange(await assertion())).status).toBe(200);
  });

  test("is refused nothing of this to others: to a citizen the page does not exist", async () => {
    const lan = await world.signIn(persona("lan").login);
    expect((await lan.open(at(`/operator/clients/${clientId}`))).status).toBe(404);
    expect((await operator.open(at("/operator/clients/so-khoe-nobody"))).status).toBe(404);
  });
});

describe("keys that a system publishes", () => {
  let served: JWK[] = [];
  let answers: () => number = () => 200;
  let asked = 0;
  const server = http.createServer((_req, res) => {
    asked++;
    // Each request is a connection of its own, so that where it leads is judged anew.
    res
      .writeHead(answers(), { "content-type": "application/json", connection: "close" })
      .end(JSON.stringify({ keys: served }));
  });
  let uri = "";
  let clientId = "";
  const ctx = (privateNetworks = world.config.privateNetworks, later = 0) => ({
    db: world.parts.db,
    now: () => new Date(Date.now() + later),
    privateNetworks,
  });
  const client = async () => {
    const found = await findClient(ctx(), clientId);
    if (!found) throw new Error("There is no such client.");
    return found;
  };

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    uri = `http://localhost:${(server.address() as AddressInfo).port}/jwks`;
    const page = await operator.open(at("/operator/clients"));
    const form = page.forms.find((one) => one.fields.some(([, v]) => v === "register"));
    const values = { facilityId: facilityId("clinic"), name: "Hệ thống đăng khóa", scopes: "system/*.cud" };
    const wrong = await operator.submit(page, form, { ...values, jwks: "", jwksUri: "http://10.0.0.1/jwks" });
    expect(wrong.text).toContain("bắt đầu bằng https");
    await operator.submit(page, form, { ...values, jwks: "", jwksUri: uri });
    const [row] = await superuser<
      { id: string }[]
    >`select client_id as id from machine_clients where jwks_uri = ${uri}`;
    clientId = row?.id ?? "";
  });
  afterAll(() => void server.close());

  test("are fetched when first needed, and again at once for a new one, but once a minute", async () => {
    const [first, next, none] = [await newKey("p-1"), await newKey("p-2"), await newKey("p-3")];
    served = [first.known];
    expect((await exchange(await assertion({ of: clientId, jwk: first.jwk }))).status).toBe(200);
    expect((await exchange(await assertion({ of: clientId, jwk: first.jwk }), second.port)).status).toBe(200);
    expect(asked).toBe(1);
    served = [first.known, next.known];
    expect((await exchange(await assertion({ of: clientId, jwk: next.jwk }))).status).toBe(401);
    await superuser`update machine_clients set jwks_tried_at = now() - interval '61 seconds' where client_id = ${clientId}`;
    const flood = await Promise.all(
      [port, second.port, port].map(async (to) => exchange(await assertion({ of: clientId, jwk: next.jwk }), to)),
    );
    expect(flood.some((a) => a.status === 200)).toBe(true);
    expect((await exchange(await assertion({ of: clientId, jwk: next.jwk }))).status).toBe(200);
    await Promise.all([1, 2, 3].map(async () => exchange(await assertion({ of: clientId, jwk: none.jwk }))));
    expect(asked).toBe(2);
  });

  test("hold on in an outage, which the system and the operators are told of, and go when they are published no more", async () => {
    const { jwk, known } = await newKey("p-9");
    served = [known];
    await superuser`update machine_clients set jwks_tried_at = null where client_id = ${clientId}`;
    expect((await exchange(await assertion({ of: clientId, jwk }))).status).toBe(200);
    expect((await exchange(await assertion({ of: clientId, jwk }))).headers["so-khoe-notice"]).toBeUndefined();
    answers = () => 500;
    await superuser`update machine_clients set jwks_tried_at = null, jwks_fetched_at = now() - interval '2 hours' where client_id = ${clientId}`;
    expect((await exchange(await assertion({ of: clientId, jwk }))).status).toBe(200);
    const told = await exchange(await assertion({ of: clientId, jwk }));
    expect([told.status, told.headers["so-khoe-notice"]]).toEqual([200, "jwks_uri-unreachable"]);
    const page = await operator.open(at(`/operator/clients/${clientId}`));
    expect(page.text).toContain("Không lấy được");
    expect((await operator.open(at("/operator/clients"))).text).toContain("Không lấy được khóa");
    await superuser`update machine_clients set jwks_fetched_at = now() - interval '25 hours' where client_id = ${clientId}`;
    world.log.clear();
    expect((await exchange(await assertion({ of: clientId, jwk }))).status).toBe(401);
    expect(world.log.of("token refused").map((line) => line.code)).toEqual(["client-keys-stale"]);
    await expect
      .poll(async () => (await operator.open(at(`/operator/clients/${clientId}`))).text)
      .toContain("Quá 24 giờ không lấy được khóa");
    answers = () => 200;
    served = [(await newKey("p-10")).known];
    await superuser`update machine_clients set jwks_tried_at = null where client_id = ${clientId}`;
    expect((await exchange(await assertion({ of: clientId, jwk }))).status).toBe(401);
    const keys = await superuser`select kid from client_keys where client_id = ${clientId} and retired_at is null`;
    expect(keys).toEqual([{ kid: "p-10" }]);
  });

  test.each<[string, () => void, string[] | undefined]>([
    ["private-address", () => undefined, []],
    ["not-json", () => (served = []), undefined],
    ["redirected", () => (answers = () => 302), undefined],
    ["not-json", () => (served = [{ ...jwkOf("clinic") }]), undefined],
    [
      "too-large",
      () => (served = Array.from({ length: 9 }, (_, i) => ({ kty: "EC", kid: `k${i}`, pad: "x".repeat(10_000) }))),
      undefined,
    ],
  ])("are not taken from an answer that is no good: %s", async (code, spoil, networks) => {
    answers = () => 200;
    spoil();
    await superuser`update machine_clients set jwks_tried_at = null, jwks_failure = null, jwks_failed_at = null where client_id = ${clientId}`;
    const before = (await client()).jwks;
    expect(await fetchKeys(ctx(networks), await client())).toBe(false);
    expect(await publishedKeys(ctx(networks), await client(), "new")).toEqual(before);
    const [row] = await superuser`select jwks_failure as failure from machine_clients where client_id = ${clientId}`;
    expect(row).toEqual({ failure: code });
  });
});
