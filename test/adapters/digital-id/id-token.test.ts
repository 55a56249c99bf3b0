import crypto from "node:crypto";
import { UnsecuredJWT } from "jose";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { hostileProvider, signer } from "./hostile-provider.ts";
import { CLIENT, pair, refusal, signIn, type Turn } from "./sign-in.ts";

const us = await pair();
const { provider } = us;
const [first] = provider.keys;
const stranger = await signer("ES256", "first");
const other = await hostileProvider(CLIENT);
const now = () => Math.floor(Date.now() / 1000);

const halfHash = (text: string) =>
  crypto.createHash("sha256").update(text).digest().subarray(0, 16).toString("base64url");

test("a sign-in without fault says who it is, and asked for what it should", async () => {
  const { identity, sent, checks } = await signIn(us, { claims: { at_hash: halfHash("at"), azp: CLIENT, sid: "s1" } });
  expect(identity).toMatchObject({
    issuer: provider.issuer,
    subject: "sub-1",
    providerSession: "s1",
    name: "Nguyễn Thị Lan",
    birth: { low: "1984-03-12", high: "1984-03-12" },
    sex: "female",
    personalNumber: "027184001234",
    assuranceLevel: 2,
  });
  expect(Object.fromEntries(sent)).toMatchObject({
    client_id: CLIENT,
    response_type: "code",
    state: checks.state,
    nonce: checks.nonce,
    code_challenge_method: "S256",
    ui_locales: "vi",
  });
  expect(sent.get("code_challenge")).toBe(crypto.createHash("sha256").update(checks.codeVerifier).digest("base64url"));
});

const refused: [string, string, Turn][] = [
  ["another issuer", "token-iss", { claims: { iss: "https://impostor.example" } }],
  ["another audience", "token-aud", { claims: { aud: "somebody-else" } }],
  ["one audience more", "token-aud", { claims: { aud: [CLIENT, "somebody-else"] } }],
  ["another authorized party", "token-azp", { claims: { azp: "somebody-else" } }],
  ["another nonce", "token-nonce", { claims: { nonce: "of-another" } }],
  ["no nonce", "token-nonce", { claims: { nonce: undefined } }],
  ["no subject", "token-sub", { claims: { sub: undefined } }],
  ["another access token", "token-at_hash", { claims: { at_hash: halfHash("another") } }],
  ["an hour ago", "token-time", { claims: { iat: now() - 7200, exp: now() - 3600 } }],
  ["tomorrow", "token-time", { claims: { iat: now() + 3600, exp: now() + 7200 } }],
  ["not before tomorrow", "token-time", { claims: { nbf: now() + 3600 } }],
  [
    "a stranger's signature",
    "token-signature",
    { idToken: (nonce) => provider.sign(provider.claims(nonce), stranger) },
  ],
  ["no algorithm", "token-algorithm", { idToken: async (nonce) => new UnsecuredJWT(provider.claims(nonce)).encode() }],
  [
    "a key in the header",
    "token-signature",
    { idToken: (nonce) => provider.sign(provider.claims(nonce), stranger, { jwk: stranger.publicJwk }) },
  ],
  [
    "the type of a logout token",
    "token-typ",
    { idToken: (nonce) => provider.sign(provider.claims(nonce), first, { typ: "logout+jwt" }) },
  ],
  ["two tokens in one", "token-form", { idToken: async () => "a.b.c.d" }],
  ["spaces around it", "token-form", { idToken: async (nonce) => ` ${await provider.sign(provider.claims(nonce))}\n` }],
  ["no ID token", "token-missing", { idToken: async () => undefined }],
  ["an old sign-in", "token-auth_time", { claims: { auth_time: now() - 3600 }, request: { maxAgeSeconds: 60 } }],
  ["nothing of when", "token-auth_time", { claims: { auth_time: undefined }, request: { maxAgeSeconds: 60 } }],
  ["no name", "claims-missing", { claims: { name: undefined } }],
  ["a number of eleven digits", "claims-number", { claims: { personal_number: "02718400123" } }],
  ["another state", "answer-parameters", { back: { state: "of-another" } }],
  ["another issuer on the way back", "answer-parameters", { back: { iss: "https://impostor.example" } }],
  ["no issuer on the way back", "answer-parameters", { back: { iss: undefined } }],
  ["the person's no", "sign-in-cancelled", { back: { error: "access_denied" } }],
  ["eSignet's no", "sign-in-cancelled", { back: { error: "consent_rejected" } }],
  ["a level that was not reached", "level-refused", { back: { error: "unmet_authentication_requirements" } }],
];

test.each(refused)("%s is refused as %s", async (_what, code, turn) => {
  expect(await refusal(signIn(us, turn))).toBe(code);
});

test("every code is refused when its signature is that of RSA's or HMAC's confusion", async () => {
  const hmac = await refusal(
    signIn(us, {
      idToken: async (nonce) => {
        const head = Buffer.from(JSON.stringify({ alg: "HS256", kid: "first" })).toString("base64url");
        const body = Buffer.from(JSON.stringify(provider.claims(nonce))).toString("base64url");
        const mac = crypto
          .createHmac("sha256", JSON.stringify(first?.publicJwk))
          .update(`${head}.${body}`)
          .digest("base64url");
        return `${head}.${body}.${mac}`;
      },
    }),
  );
  expect(hmac).toBe("token-algorithm");
});

test("auth_time that is missing proves nothing of when; where each sign-in is a proof, it is when the token was made", async () => {
  const claims = { auth_time: undefined, iat: now() - 5 };
  const { identity } = await signIn(us, { claims });
  expect(identity.authenticatedAt).toEqual(new Date(0));
  const each = await pair({ freshness: "each-sign-in" });
  const { identity: proved } = await signIn(each, { claims });
  expect(proved.authenticatedAt).toEqual(new Date(claims.iat * 1000));
});

test("a token endpoint whose address is spelt otherwise than it is called is verified too", async () => {
  const { provider, ...side } = await pair();
  const { issuer } = provider;
  provider.on("/.well-known/openid-configuration", () => ({
    body: {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `http://LOCALHOST:${new URL(issuer).port}/token`,
      jwks_uri: `${issuer}/jwks`,
    },
  }));
  const stranger = await signer("ES256", "first");
  const forged = (nonce: string) => provider.sign(provider.claims(nonce), stranger);
  expect(await refusal(signIn({ provider, ...side }, { idToken: forged }))).toBe("token-signature");
});

describe("endpoints that fail", () => {
  beforeEach(() => vi.useRealTimers());
  const answers: [string, number, unknown, string][] = [
    ["the code is not taken", 400, { error: "invalid_grant" }, "code-refused"],
    ["our secret is not taken", 401, { error: "invalid_client" }, "client-refused"],
    ["it fails", 500, {}, "provider-unavailable"],
    ["it sends us elsewhere", 302, "", "provider-unavailable"],
    ["it answers with a megabyte", 200, "x".repeat(1_100_000), "provider-unavailable"],
    ["it answers with a page", 200, "<html>", "provider-unavailable"],
  ];
  test.each(answers)("%s: %d", async (what, status, body, code) => {
    const checks = { state: "s", nonce: "n", codeVerifier: "v".repeat(43) };
    provider.on("/token", () => ({
      status,
      body,
      ...(typeof body === "string" ? { type: what.includes("megabyte") ? "application/json" : "text/html" } : {}),
      ...(status === 302 ? { headers: { Location: `${other.issuer}/token` } } : {}),
    }));
    const back = new URL(`https://x.example/?code=c&state=s&iss=${encodeURIComponent(provider.issuer)}`);
    expect(await refusal(us.id.finish(back, checks))).toBe(code);
    expect(other.count("/token")).toBe(0);
  });
});
