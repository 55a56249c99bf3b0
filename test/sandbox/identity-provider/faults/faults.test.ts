import { decodeProtectedHeader } from "jose";
import * as client from "openid-client";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { persona } from "../../province/personas.ts";
import type { IdentityProvider } from "../index.ts";
import { begin, clientSecret, discover, newBrowser, signIn, startForTest, typeLogin } from "../relying-party.ts";
import { type FaultName, faultNames, faultTable } from "./table.ts";

const login = persona("lan").login;

let provider: IdentityProvider;
let config: client.Configuration;

beforeAll(async () => {
  provider = await startForTest();
});
// A fresh configuration knows no keys yet, so that each sign-in fetches them.
beforeEach(async () => {
  provider.setFault("none");
  config = await discover(provider.issuer);
});
afterAll(() => provider.close());

/** openid-client wraps what it found wrong. */
const refused = (cause: object) => async () => {
  await expect(signIn(config, login)).rejects.toMatchObject({ cause });
};

const claims = async () => (await signIn(config, login)).claims();
const idTokenHeader = async () => decodeProtectedHeader((await signIn(lenient(), login)).id_token ?? "");

/** Takes tokens without looking at their signature, so that what is wrong with it can be looked at. */
const lenient = () => {
  const { client_id } = config.clientMetadata();
  const found = new client.Configuration(config.serverMetadata(), client_id, clientSecret);
  client.allowInsecureRequests(found);
  return found;
};

/** Faults of profiles other than the plain one, and those only the portal can judge: tried in test/http. */
const triedThroughThePortal: readonly FaultName[] = [
  "rotated-key",
  "tampered-jwe",
  "unencrypted",
  "userinfo-bad-signature",
  "userinfo-wrong-audience",
  "userinfo-wrong-issuer",
  "userinfo-plain",
  "par-refused",
  "par-500",
  "used-request-uri",
  "expired-request-uri",
  "dpop-nonce-due",
  "dpop-refused",
  "token-huge",
  "token-endless",
];
const triedHere = faultNames.filter((name) => !triedThroughThePortal.includes(name));

/** What each fault makes of a sign-in, checked by openid-client, which would refuse it in the portal. */
const effects: Partial<Record<FaultName, () => Promise<void>>> = {
  "no-nonce": refused({ message: 'JWT "nonce" (nonce) claim missing' }),
  "bad-at-hash": async () => {
    expect(await claims()).toMatchObject({ at_hash: "AAAAAAAAAAAAAAAAAAAAAA" });
  },
  "future-token": async () => {
    expect((await claims())?.iat).toBeGreaterThan(Date.now() / 1000 + 3_000);
  },
  "wrong-azp": async () => {
    expect(await claims()).toMatchObject({ azp: "another-application" });
  },
  "several-audiences": refused({ cause: { claim: "aud" } }),
  "unknown-kid": refused({ code: "OAUTH_KEY_SELECTION_FAILED" }),
  "no-kid": async () => {
    expect(await claims()).toMatchObject({ personal_number: login });
  },
  "no-kid-two-keys": refused({ code: "OAUTH_KEY_SELECTION_FAILED" }),
  "alg-hs256-public-key": refused({ cause: { header: { alg: "HS256" } } }),
  "alg-hs256-secret": refused({ cause: { header: { alg: "HS256" } } }),
  "header-jwk": async () => {
    expect(await idTokenHeader()).toMatchObject({ jwk: { kty: "EC" } });
  },
  "header-jku": async () => {
    expect(await idTokenHeader()).toMatchObject({ jku: "https://impostor.example/jwks" });
  },
  "userinfo-500": async () => {
    const tokens = await signIn(config, login);
    const userinfo = client.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? "");
    await expect(userinfo).rejects.toMatchObject({ cause: { status: 500 } });
  },
  "token-html": async () => {
    await expect(signIn(config, login)).rejects.toMatchObject({ code: "OAUTH_RESPONSE_IS_NOT_JSON" });
  },
  "no-iss-parameter": refused({ message: 'response parameter "iss" (issuer) missing' }),
  "mixed-up": refused({ message: 'unexpected "iss" (issuer) response parameter value' }),
  "used-code": async () => {
    provider.setFault("none");
    await signIn(config, login);
    provider.setFault("used-code");
    await expect(signIn(config, login)).rejects.toMatchObject({ error: "invalid_grant" });
  },
  "wrong-issuer": refused({ cause: { claim: "iss" } }),
  "wrong-audience": refused({ cause: { claim: "aud" } }),
  "wrong-nonce": refused({ cause: { claim: "nonce" } }),
  "expired-token": refused({ code: "OAUTH_JWT_TIMESTAMP_CHECK_FAILED", cause: { claim: "exp" } }),
  "bad-signature": refused({ message: "JWT signature verification failed" }),
  "alg-none": refused({ cause: { header: { alg: "none" } } }),
  "no-acr": async () => {
    expect((await signIn(config, login)).claims()).not.toHaveProperty("acr");
  },
  "lower-acr": async () => {
    expect((await signIn(config, login)).claims()?.acr).toBe("urn:so-khoe:sandbox:loa:1");
  },
  "wrong-iss-parameter": refused({ message: 'unexpected "iss" (issuer) response parameter value' }),
  "wrong-state": refused({ message: 'unexpected "state" response parameter value' }),
  "access-denied": async () => {
    await expect(signIn(config, login)).rejects.toMatchObject({ error: "access_denied" });
  },
  "token-error-500": refused({ status: 500 }),
  "slow-token": async () => {
    config.timeout = 1;
    await expect(signIn(config, login)).rejects.toMatchObject({ code: "OAUTH_TIMEOUT" });
  },
  "userinfo-other-sub": async () => {
    const tokens = await signIn(config, login);
    const userinfo = client.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? "");
    await expect(userinfo).rejects.toMatchObject({ cause: { cause: { attribute: "sub" } } });
  },
  "discovery-wrong-issuer": async () => {
    await expect(discover(provider.issuer)).rejects.toMatchObject({ cause: { attribute: "issuer" } });
  },
  "jwks-500": refused({ status: 500 }),
  unavailable: async () => {
    await expect(discover(provider.issuer)).rejects.toMatchObject({ cause: { status: 503 } });
  },
  "no-personal-number": async () => {
    const tokens = await signIn(config, login);
    const sub = tokens.claims()?.sub ?? "";
    expect(tokens.claims()).not.toHaveProperty("personal_number");
    expect(await client.fetchUserInfo(config, tokens.access_token, sub)).not.toHaveProperty("personal_number");
  },
};

describe("each fault", () => {
  it.each(triedHere)("%s happens once, and then everything works again", async (fault) => {
    provider.setFault(fault);
    await effects[fault]?.();
    expect(effects).toHaveProperty(fault);
    config = await discover(provider.issuer);
    const tokens = await signIn(config, login);
    const claims = tokens.claims();
    expect(claims).toMatchObject({ acr: "urn:so-khoe:sandbox:loa:2", personal_number: login });
    expect(await client.fetchUserInfo(config, tokens.access_token, claims?.sub ?? "")).toMatchObject({
      sub: claims?.sub,
    });
  });
});

describe("the endpoints themselves", () => {
  it("answer 503 everywhere while unavailable", async () => {
    provider.setFault("unavailable", 6);
    const { jwks_uri, token_endpoint, userinfo_endpoint, end_session_endpoint } = config.serverMetadata();
    for (const address of [jwks_uri, token_endpoint, userinfo_endpoint, end_session_endpoint]) {
      expect((await fetch(address ?? "")).status).toBe(503);
    }
    const { page } = await begin(config, newBrowser());
    expect(page.status).toBe(503);
    expect(page.text).toContain("HỆ THỐNG THỬ");
    expect((await fetch(provider.issuer)).status).toBe(200);
  });

  it("hand out no code together with access_denied", async () => {
    provider.setFault("access-denied");
    const browser = newBrowser();
    const { page } = await typeLogin(browser, await begin(config, browser), login);
    expect(page.url.searchParams.has("code")).toBe(false);
    expect(page.url.searchParams.get("iss")).toBe(provider.issuer);
  });

  it("answer a slow token in the end", async () => {
    provider.setFault("slow-token");
    const started = Date.now();
    await signIn(config, login);
    expect(Date.now() - started).toBeGreaterThanOrEqual(3_900);
  });
});

describe("switching faults", () => {
  const post = (body: string, type: string) =>
    fetch(`${provider.issuer}/faults`, { method: "POST", body, headers: { "content-type": type }, redirect: "manual" });
  const state = async () => (await fetch(`${provider.issuer}/faults`)).json();

  it("takes JSON and tells the state", async () => {
    const answer = await post(JSON.stringify({ fault: "no-acr", times: 2 }), "application/json");
    expect(await answer.json()).toEqual({ fault: "no-acr", times: 2 });
    expect(await state()).toEqual({ fault: "no-acr", times: 2, faults: faultTable });
    await signIn(config, login);
    expect(await state()).toMatchObject({ fault: "no-acr", times: 1 });
    await signIn(config, login);
    expect(await state()).toMatchObject({ fault: "none", times: 0 });
  });

  it("takes the form of the front page, one time unless said otherwise", async () => {
    const browser = newBrowser();
    const front = await browser.open(`${provider.issuer}/?lang=en`);
    const form = front.forms.find((f) => f.fields.some(([name]) => name === "times"));
    const after = await browser.submit(front, form, { fault: "bad-signature" });
    expect(after.text).toContain("The fault bad-signature is on, 1 more time.");
    expect(await state()).toMatchObject({ fault: "bad-signature", times: 1 });
    const cleared = await browser.submit(after, after.forms.at(-1), { fault: "none" });
    expect(cleared.text).toContain("No fault is on.");
  });

  it.each([
    ["an unknown name", "fault=explode"],
    ["no name", "times=2"],
    ["a name every object has", "fault=toString"],
    ["no times", "fault=no-acr&times=0"],
    ["too many times", "fault=no-acr&times=1001"],
    ["part of a time", "fault=no-acr&times=1.5"],
  ])("refuses %s", async (_what, body) => {
    expect((await post(body, "application/x-www-form-urlencoded")).status).toBe(400);
    expect(await state()).toMatchObject({ fault: "none" });
  });

  it("refuses forms of other sites", async () => {
    const headers = { "sec-fetch-site": "cross-site" };
    const body = new URLSearchParams({ fault: "no-acr" });
    const answer = await fetch(`${provider.issuer}/faults`, { method: "POST", body, headers });
    expect(answer.status).toBe(403);
  });
});
