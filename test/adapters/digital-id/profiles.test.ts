import { decodeProtectedHeader } from "jose";
import { describe, expect, test } from "vitest";
import { authorizationChecks, digitalIds } from "#app/adapters/digital-id/digital-id.ts";
import { checkedAssertion, checkedProof, signer } from "./hostile-provider.ts";
import { CLIENT, type Pair, PORTAL, pair, refusal, signIn, type Turn } from "./sign-in.ts";

const person = { name: "Nguyễn Thị Lan", birthdate: "1984/03/12", "gender#vie": "Nữ", individual_id: "027184001234" };

describe("eSignet: a key in place of a secret, userinfo signed and then encrypted", async () => {
  const us = await pair(
    { profile: "esignet", clientSecret: undefined, assurance: { "mosip:idp:acr:generated-code": 2 } },
    ["RS256", "RSA-OAEP-256"],
  );
  const { provider, keys } = us;
  const published = () => keys.publicKeys();
  const sealed = async (
    claims: Record<string, unknown>,
    by?: Awaited<ReturnType<typeof signer>>,
    alg = "RSA-OAEP-256",
    enc = "A256GCM",
  ) =>
    provider.encrypt(
      await provider.sign({ iss: provider.issuer, aud: CLIENT, sub: "sub-1", ...claims }, by),
      published(),
      alg,
      enc,
    );
  const withUserinfo = async (body: unknown, type = "application/jwt") => {
    provider.on("/userinfo", () => ({ body, type }));
    const claims = { acr: "mosip:idp:acr:generated-code", name: undefined, personal_number: undefined };
    return signIn(us, { claims });
  };

  test("signs in, and says who by userinfo alone", async () => {
    const { identity, sent } = await withUserinfo(await sealed(person));
    expect(identity).toMatchObject({
      name: "Nguyễn Thị Lan",
      personalNumber: "027184001234",
      sex: "female",
      birth: { low: "1984-03-12" },
      assuranceLevel: 2,
    });
    expect(JSON.parse(sent.get("claims") ?? "")).toMatchObject({ userinfo: { individual_id: { essential: true } } });
    const token = provider.asked.filter(({ path }) => path === "/token").at(-1);
    const { header, claims } = await checkedAssertion(token?.body ?? new URLSearchParams(), published());
    expect(header.alg).toBe("RS256");
    expect(claims).toMatchObject({ iss: CLIENT, sub: CLIENT, aud: `${provider.issuer}/token` });
    expect([token?.body.has("client_secret"), token?.headers.authorization]).toEqual([false, undefined]);
  });

  test("refuses less than that", async () => {
    const stranger = await signer("ES256", "first");
    const tampered = async () => {
      const parts = (await sealed(person)).split(".");
      parts[3] = `${parts[3]?.slice(0, -4)}AAAA`;
      return parts.join(".");
    };
    const cases: [string, unknown, string?][] = [
      ["userinfo-format", { sub: "sub-1", ...person }, "application/json"],
      ["userinfo-not-encrypted", await provider.sign({ sub: "sub-1", ...person })],
      ["userinfo-signature", await sealed(person, stranger)],
      ["userinfo-decryption", await tampered()],
      ["userinfo-decryption", await sealed(person, undefined, "RSA-OAEP-256", "A128CBC-HS256")],
      ["userinfo-iss", await sealed({ ...person, iss: "https://impostor.example" })],
      ["userinfo-aud", await sealed({ ...person, aud: "somebody-else" })],
      ["userinfo-time", await sealed({ ...person, exp: 1_000 })],
      ["userinfo-sub", await sealed({ ...person, sub: "sub-2" })],
      ["userinfo-sub", await sealed({ ...person, sub: undefined })],
      [
        "userinfo-form",
        await provider.encrypt(JSON.stringify({ sub: "sub-1", ...person }), published(), "RSA-OAEP-256", "A256GCM"),
      ],
      [
        "userinfo-decryption-key",
        await provider.encrypt("x", published(), "RSA-OAEP-256", "A256GCM", { kid: "unheard-of" }),
      ],
    ];
    for (const [code, body, type] of cases)
      expect([code, await refusal(withUserinfo(body, type))]).toEqual([code, code]);
    provider.on("/userinfo", () => ({ status: 500, body: {} }));
    expect(await refusal(signIn(us))).toBe("provider-unavailable");
    provider.on("/userinfo", () => ({
      status: 401,
      body: {},
      headers: { "WWW-Authenticate": 'Bearer error="invalid_token"' },
    }));
    expect(await refusal(signIn(us))).toBe("answer-unauthorized");
  });

  test("claims encrypted without a signature need a setting of their own", async () => {
    const {
      provider: other,
      keys: own,
      ...rest
    } = await pair({
      profile: "esignet",
      clientSecret: undefined,
      userinfo: { format: "jwe" },
      assurance: { "2": 2 },
      clientAssertion: { alg: "ES256" },
      encryption: { algs: ["ECDH-ES+A256KW"] },
    });
    const body = await other.encrypt(
      JSON.stringify({ sub: "sub-1", ...person }),
      own.publicKeys(),
      "ECDH-ES+A256KW",
      "A256GCM",
    );
    other.on("/userinfo", () => ({ body, type: "application/jwt" }));
    expect((await signIn({ ...rest, provider: other })).identity.personalNumber).toBe("027184001234");
  });
});

describe("FAPI 2.0: pushed, bound to a key, the ID token encrypted", async () => {
  const us = await pair({ profile: "fapi2", clientSecret: undefined });
  const { provider, keys } = us;
  const parsAsked = () => provider.asked.filter(({ path }) => path === "/par");
  provider.on("/par", () => ({
    status: 201,
    body: { request_uri: "urn:ietf:params:oauth:request_uri:1", expires_in: 60 },
  }));
  const inside = async (nonce: string, turn: Turn = {}) =>
    provider.encrypt(
      await provider.sign(provider.claims(nonce, turn.claims)),
      keys.publicKeys(),
      "ECDH-ES+A256KW",
      "A256CBC-HS512",
    );
  const bound: Turn = { idToken: inside, answer: { token_type: "DPoP" } };

  test("signs in: the browser sees only the pushed request, the code's exchange proves the same key", async () => {
    const { identity, sent } = await signIn(us, bound);
    expect(identity.subject).toBe("sub-1");
    expect([...sent.keys()].sort()).toEqual(["client_id", "request_uri"]);
    const pushed = parsAsked().at(-1);
    const token = provider.asked.filter(({ path }) => path === "/token").at(-1);
    const [first, second] = [await checkedProof(pushed?.headers ?? {}), await checkedProof(token?.headers ?? {})];
    expect(pushed?.body.get("dpop_jkt")).toBe(first.thumbprint);
    expect(second).toMatchObject({
      thumbprint: first.thumbprint,
      claims: { htm: "POST", htu: `${provider.issuer}/token` },
    });
    expect(second.claims.jti).not.toBe(first.claims.jti);
    expect((await checkedAssertion(pushed?.body ?? new URLSearchParams(), keys.publicKeys())).claims.aud).toBe(
      provider.issuer,
    );
    // What is kept as a hint for sign-out is the token inside: the provider cannot open what was made for us.
    expect(decodeProtectedHeader(identity.idToken ?? "").alg).toBe("ES256");
  });

  test("every sign-in has a key of its own", async () => {
    const thumbprints = new Set<string>();
    for (const _ of [1, 2]) {
      await signIn(us, bound);
      thumbprints.add((await checkedProof(parsAsked().at(-1)?.headers ?? {})).thumbprint);
    }
    expect(thumbprints.size).toBe(2);
  });

  test("a nonce the provider wants in the proof is sent with the second try", async () => {
    let tries = 0;
    const turn: Turn = { ...bound, idToken: inside };
    const token = signInWithNonce(us, turn, () => ++tries);
    expect((await token).identity.subject).toBe("sub-1");
    expect(tries).toBe(2);
  });

  test.each<[string, Turn]>([
    ["token-not-encrypted", { ...bound, idToken: async (nonce) => provider.sign(provider.claims(nonce)) }],
    ["token-type", { ...bound, answer: { token_type: "Bearer" } }],
    ["token-nonce", { ...bound, idToken: () => inside("of-another") }],
    ["answer-parameters", { ...bound, back: { iss: undefined } }],
  ])("%s", async (code, turn) => expect(await refusal(signIn(us, turn))).toBe(code));

  test("failures of the pushed request have codes of their own", async () => {
    for (const [status, body, code] of [
      [400, { error: "invalid_request" }, "request-refused"],
      [401, { error: "invalid_client" }, "client-refused"],
      [400, { error: "invalid_dpop_proof" }, "proof-refused"],
      [503, {}, "provider-unavailable"],
    ] as const) {
      provider.on("/par", () => ({ status, body }));
      expect(await refusal(signIn(us, bound))).toBe(code);
    }
    const without = await pair({
      profile: "fapi2",
      clientSecret: undefined,
      discovery: false,
      endpoints: { authorization: "http://localhost:9/a", token: "http://localhost:9/t", jwks: "http://localhost:9/j" },
    });
    expect(await refusal(signIn(without))).toBe("par-missing");
  });
});

/** The token endpoint asks for a DPoP nonce first (RFC 9449 §8). */
async function signInWithNonce(us: Pair, turn: Turn, count: () => number) {
  const { provider } = us;
  const wrapped = {
    ...provider,
    on: (path: string, answer: Parameters<typeof provider.on>[1]) =>
      provider.on(path, async (asked) => {
        if (path !== "/token") return answer(asked);
        count();
        const { claims } = await checkedProof(asked.headers);
        if (claims.nonce === "wanted") return answer(asked);
        return { status: 400, body: { error: "use_dpop_nonce" }, headers: { "DPoP-Nonce": "wanted" } };
      }),
  };
  return signIn({ provider: wrapped as typeof provider, id: us.id }, turn);
}

describe("the national portal: no discovery, everything from userinfo", async () => {
  const base = await pair();
  const at = (path: string) => `${base.provider.issuer}${path}`;
  const us = await pair({
    profile: "national-portal",
    issuer: base.provider.issuer,
    endpoints: { authorization: at("/authorize"), token: at("/token"), userinfo: at("/userinfo"), jwks: at("/jwks") },
    idToken: { algs: ["ES256"] },
    assurance: [{ level: 2, when: { loginIdp: "BCA" } }],
    logout: { allowedHosts: [new URL(base.provider.issuer).host] },
  });
  const claims = {
    HoVaTen: "NGUYỄN THỊ LAN",
    SoDinhDanh: "027184001234",
    NgayThangNamSinh: "19840312",
    loginIdp: "BCA",
    LoaiTaiKhoan: "1",
    logoutUri: `${base.provider.issuer}/out?token_id=1`,
  };
  base.provider.on("/userinfo", () => ({ body: { sub: "sub-1", ...claims } }));
  const portal = { id: us.id, provider: base.provider };
  const bare = { name: undefined, personal_number: undefined, birthdate: undefined };

  test("signs in, asks nobody for a discovery document, and remembers where to sign out", async () => {
    const { identity, sent } = await signIn(portal, { claims: bare });
    expect(identity).toMatchObject({
      name: "NGUYỄN THỊ LAN",
      personalNumber: "027184001234",
      birth: { low: "1984-03-12" },
      assuranceLevel: 2,
    });
    expect([sent.get("acr_values"), sent.has("prompt")]).toEqual(["LoA1", false]);
    expect(base.provider.count("/.well-known/openid-configuration")).toBe(0);
    expect((await us.id.endSessionUrl({ logoutUrl: identity.logoutUrl }))?.href).toBe(claims.logoutUri);
  });

  test.each(["https://impostor.example/out", "javascript:alert(1)", "http://user@localhost/out", "/out", ""])(
    "never sends anybody to %j",
    async (logoutUrl) => {
      expect(await us.id.endSessionUrl({ logoutUrl })).toBeUndefined();
    },
  );

  test("without an ID token where the settings expect none; one that comes all the same is not looked at", async () => {
    const plain = await pair({
      profile: "national-portal",
      issuer: base.provider.issuer,
      endpoints: us.settings.endpoints,
      idToken: { use: "none" },
      pkcePromised: true,
      assurance: [{ level: 2, when: { loginIdp: "BCA" } }],
    });
    for (const idToken of [async () => undefined, async () => "not.a.token"]) {
      expect(
        (await signIn({ id: plain.id, provider: base.provider }, { idToken, back: { iss: undefined } })).identity
          .subject,
      ).toBe("sub-1");
    }
    expect(
      await refusal(
        signIn(
          { id: plain.id, provider: base.provider },
          { idToken: async () => undefined, request: { maxAgeSeconds: 60 } },
        ),
      ),
    ).toBe("token-auth_time");
  });
});

describe("what somebody must promise", () => {
  const metadata = (provider: Pair["provider"], more: object) =>
    provider.on("/.well-known/openid-configuration", () => ({
      body: {
        issuer: provider.issuer,
        authorization_endpoint: `${provider.issuer}/authorize`,
        token_endpoint: `${provider.issuer}/token`,
        userinfo_endpoint: `${provider.issuer}/userinfo`,
        ...more,
      },
    }));
  const begin = (us: Pair) => us.fresh().authorize({ checks: authorizationChecks(), language: "vi" });

  test("without an ID token, that PKCE is checked: by discovery or by the settings, else nothing begins", async () => {
    const plain = { idToken: { use: "none" }, userinfo: { format: "json" }, par: "off" };
    const us = await pair(plain);
    for (const methods of [undefined, [], ["plain"]]) {
      metadata(us.provider, { code_challenge_methods_supported: methods });
      expect(await refusal(begin(us))).toBe("pkce-not-promised");
    }
    await expect(begin(us)).rejects.toMatchObject({ details: { todo: expect.stringContaining("pkcePromised") } });
    metadata(us.provider, { code_challenge_methods_supported: ["plain", "S256"] });
    expect((await begin(us)).url.searchParams.get("code_challenge_method")).toBe("S256");
    const promised = await pair({ ...plain, pkcePromised: true });
    metadata(promised.provider, {});
    expect((await begin(promised)).url.pathname).toBe("/authorize");
  });

  test("at an address shared by several, that the answer names who gives it", async () => {
    const us = await pair({ redirectUri: "shared", par: "off" });
    const { settings, keys, provider } = us;
    const shared = (changes: Partial<typeof settings>) => {
      const all = [
        { ...settings, ...changes },
        { ...settings, id: "default", redirectUri: "own" as const },
      ];
      const [id] = digitalIds(all, { publicOrigin: PORTAL, allowHttp: true, keys }).all;
      if (!id) throw new Error("no provider");
      return { id, provider };
    };
    expect(shared({}).id.redirectPath).toBe("/sign-in/callback");
    expect(shared({ redirectUri: "own" }).id.redirectPath).toBe("/sign-in/callback/test");
    const keysAt = { jwks_uri: `${provider.issuer}/jwks` };
    metadata(provider, keysAt);
    expect(await refusal(signIn(shared({})))).toBe("iss-not-promised");
    expect((await signIn(shared({ redirectUri: "own" }), { back: { iss: undefined } })).identity.subject).toBe("sub-1");
    const stated = { issInAnswer: "required" as const };
    expect((await signIn(shared(stated))).identity.subject).toBe("sub-1");
    expect(await refusal(signIn(shared(stated), { back: { iss: undefined } }))).toBe("answer-parameters");
    // Alone there is nobody to mix it up with.
    expect((await signIn(us, { back: { iss: undefined } })).identity.subject).toBe("sub-1");
    metadata(provider, { ...keysAt, authorization_response_iss_parameter_supported: true });
    expect(await refusal(signIn(shared({}), { back: { iss: undefined } }))).toBe("answer-parameters");
  });
});

describe("knobs of other providers", () => {
  test("a signed request holds everything, and the URL nothing more than whose it is", async () => {
    const us = await pair({ jar: "on" });
    const { sent } = await signIn(us);
    expect([...sent.keys()].sort()).toEqual(["client_id", "request"]);
    const { header, claims } = await checkedAssertion(
      new URLSearchParams({ client_assertion: sent.get("request") ?? "" }),
      us.keys.publicKeys(),
    );
    expect(header.typ).toBe("oauth-authz-req+jwt");
    expect(claims).toMatchObject({
      iss: CLIENT,
      aud: us.provider.issuer,
      response_type: "code",
      code_challenge_method: "S256",
    });
  });

  test("a signed request can be pushed too", async () => {
    const us = await pair({ jar: "on", par: "required" });
    us.provider.on("/par", () => ({ status: 201, body: { request_uri: "urn:x", expires_in: 60 } }));
    const { sent } = await signIn(us);
    expect([...sent.keys()].sort()).toEqual(["client_id", "request_uri"]);
    const pushed = us.provider.asked.find(({ path }) => path === "/par")?.body;
    expect([pushed?.has("request"), pushed?.has("nonce")]).toEqual([true, false]);
  });

  test("lists go as JSON, a level is asked for as the settings say, PKCE may be off, the secret may go in the header", async () => {
    const us = await pair({
      clientAuthentication: "client_secret_basic",
      pkce: "off",
      request: { vtr: ["P9.Cp"], prompt: null },
      requestForLevel: { "3": { vtr: ["P9.Ck"] } },
    });
    const { sent } = await signIn(us, { request: { level: 3, maxAgeSeconds: 60 } });
    expect([sent.get("vtr"), sent.get("max_age"), sent.has("code_challenge"), sent.has("prompt")]).toEqual([
      '["P9.Ck"]',
      "60",
      false,
      false,
    ]);
    const token = us.provider.asked.find(({ path }) => path === "/token");
    expect(token?.headers.authorization).toMatch(/^Basic /);
    expect([token?.body.has("code_verifier"), token?.body.has("client_secret")]).toEqual([false, false]);
  });

  test("a level is asked for by the acr values that reach it", async () => {
    const us = await pair();
    expect((await signIn(us, { request: { level: 2 } })).sent.get("acr_values")).toBe("2 3");
  });

  test("a subject that is another claim", async () => {
    const us = await pair({ subject: "urn:pvpgvat:oidc.bpk" });
    expect((await signIn(us, { claims: { "urn:pvpgvat:oidc.bpk": "BF:abc" } })).identity.subject).toBe("BF:abc");
    expect(await refusal(signIn(us))).toBe("claims-subject");
  });

  test("a provider that asks anew each time needs no auth_time", async () => {
    const us = await pair({ freshness: "each-sign-in" });
    const { identity } = await signIn(us, { claims: { auth_time: undefined }, request: { maxAgeSeconds: 60 } });
    expect(Date.now() - identity.authenticatedAt.getTime()).toBeLessThan(5_000);
  });

  test.each(["RS512", "PS256", "EdDSA", "ES384"])("%s signatures", async (alg) => {
    const us = await pair({ idToken: { algs: [alg] } });
    us.provider.keys = [await signer(alg)];
    expect((await signIn(us)).identity.subject).toBe("sub-1");
    us.provider.keys = [await signer("ES256")];
    expect(await refusal(signIn({ id: us.fresh(), provider: us.provider }))).toBe("token-algorithm");
  });
});
