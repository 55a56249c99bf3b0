import { UnsecuredJWT } from "jose";
import { describe, expect, test } from "vitest";
import { signer } from "./hostile-provider.ts";
import { CLIENT, pair, refusal } from "./sign-in.ts";

const us = await pair({ logout: { backChannel: true } });
const { provider } = us;
const stranger = await signer("ES256", "first");
const EVENTS = { "http://schemas.openid.net/event/backchannel-logout": {} };
const now = () => Math.floor(Date.now() / 1000);
const right = () => ({
  iss: provider.issuer,
  aud: CLIENT,
  iat: now(),
  exp: now() + 120,
  jti: "j1",
  events: EVENTS,
  sub: "sub-1",
  sid: "s1",
});
const typ = { typ: "logout+jwt" };
const read = async (claims: Record<string, unknown>, header: Record<string, unknown> = typ, by = provider.keys[0]) =>
  us.id.readLogoutToken(await provider.sign(claims, by, header));

describe("a logout token", () => {
  test("with sub, sid or both is read", async () => {
    expect(await read(right())).toMatchObject({ subject: "sub-1", session: "s1", jti: "j1" });
    expect(await read({ ...right(), sid: undefined }, {})).toMatchObject({ subject: "sub-1", session: undefined });
    expect(await read({ ...right(), sub: undefined, aud: [CLIENT, "other"] })).toMatchObject({
      subject: undefined,
      session: "s1",
    });
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>?]>([
    ["typ", {}, { typ: "at+jwt" }],
    ["iss", { iss: "https://impostor.example" }],
    ["aud", { aud: "somebody-else" }],
    ["time", { exp: now() - 60 }],
    ["time", { exp: undefined }],
    ["time", { iat: now() + 600 }],
    ["time", { iat: undefined }],
    ["jti", { jti: undefined }],
    ["jti", { jti: "" }],
    ["events", { events: undefined }],
    ["events", { events: { other: {} } }],
    ["events", { events: { "http://schemas.openid.net/event/backchannel-logout": "yes" } }],
    ["nonce", { nonce: "n" }],
    ["nonce", { nonce: null }],
    ["sub", { sub: undefined, sid: undefined }],
    ["sub", { sub: 7 }],
  ])("is refused as %s: %j", async (why, change, header) => {
    expect(await refusal(read({ ...right(), ...change }, header))).toBe(`logout-token-${why}`);
  });

  test("is refused when it is no token, unsigned, signed by a stranger, or nobody expects one", async () => {
    expect(await refusal(us.id.readLogoutToken("x"))).toBe("logout-token-form");
    expect(await refusal(us.id.readLogoutToken("a.".repeat(20_000)))).toBe("logout-token-form");
    expect(await refusal(read(right(), typ, stranger))).toBe("logout-token-signature");
    expect(await refusal(us.id.readLogoutToken(new UnsecuredJWT(right()).encode()))).toBe("logout-token-algorithm");
    const deaf = await pair();
    expect(await refusal(deaf.id.readLogoutToken(await provider.sign(right())))).toBe("logout-token-unexpected");
  });

  test("names the account by the claim that sessions know it by; a `sub` that nobody is known by ends nothing", async () => {
    const other = await pair({ subject: "urn:pvpgvat:oidc.bpk", logout: { backChannel: true } });
    const of = async (claims: Record<string, unknown>) =>
      other.id.readLogoutToken(
        await other.provider.sign({ ...right(), iss: other.provider.issuer, ...claims }, undefined, typ),
      );
    expect(await of({})).toMatchObject({ subject: undefined, session: "s1" });
    expect(await of({ sid: undefined, "urn:pvpgvat:oidc.bpk": "b1" })).toMatchObject({ subject: "b1" });
    expect(await refusal(of({ sid: undefined }))).toBe("logout-token-subject");
  });

  test("an ID token is none, and it is no ID token", async () => {
    expect(await refusal(read(provider.claims("n")))).toBe("logout-token-jti");
  });
});
