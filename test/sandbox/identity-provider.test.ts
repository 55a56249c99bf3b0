import * as client from "openid-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IdentityProvider } from "./identity-provider/index.ts";
import {
  begin,
  confirm,
  discover,
  finish,
  newBrowser,
  portalOrigin,
  signIn,
  startForTest,
  typeLogin,
} from "./identity-provider/relying-party.ts";
import { persona, personas } from "./province/personas.ts";

const level = (n: number) => `urn:so-khoe:sandbox:loa:${n}`;
const lan = persona("lan");
const hung = persona("hung");

let provider: IdentityProvider;
let config: client.Configuration;

beforeAll(async () => {
  provider = await startForTest();
  config = await discover(provider.issuer);
});
afterAll(() => provider.close());

describe("signing in", () => {
  it("brings the claims of the scopes asked for", async () => {
    const tokens = await signIn(config, lan.login);
    const claims = tokens.claims();
    expect(claims).toMatchObject({
      name: lan.name,
      birthdate: lan.birthDate,
      gender: "female",
      personal_number: lan.personalNumber,
      acr: level(2),
      amr: ["user"],
      auth_time: expect.any(Number),
    });
    expect(claims).not.toHaveProperty("passport_number");
    expect(claims?.sub).not.toContain(lan.personalNumber);
    const userinfo = await client.fetchUserInfo(config, tokens.access_token, claims?.sub ?? "");
    const { iss, aud, exp, iat, nonce, ...asserted } = { ...claims };
    expect(userinfo).toEqual(asserted);
  });

  it("keeps claims back that were not asked for", async () => {
    const claims = (await signIn(config, lan.login, { scope: "openid" })).claims();
    expect(claims).toHaveProperty("acr");
    expect(claims).not.toHaveProperty("name");
    expect(claims).not.toHaveProperty("personal_number");
  });

  it("gives the foreigner a passport number and no personal number", async () => {
    const claims = (await signIn(config, " nnn-2026-000108 ")).claims();
    expect(claims).toMatchObject({ passport_number: "24KB19035" });
    expect(claims).not.toHaveProperty("personal_number");
  });

  it("gives everybody a subject of their own that stays", async () => {
    const able = personas.filter((p) => p.assuranceLevel > 0);
    const subjects = await Promise.all(able.map(async (p) => (await signIn(config, p.login)).claims()?.sub));
    expect(new Set(subjects).size).toBe(able.length);
    expect((await signIn(config, able[0]?.login ?? "")).claims()?.sub).toBe(subjects[0]);
  });

  it("never puts a personal number into an address", async () => {
    const browser = newBrowser();
    const attempt = await typeLogin(browser, await begin(config, browser, { acr_values: level(3) }), lan.login);
    const { page } = await confirm(browser, attempt);
    const everywhere = [...attempt.page.trail, ...page.trail, page.url].map(String).join(" ");
    expect(everywhere).not.toMatch(/099161000101/);
  });

  it("takes a press on a name instead of typing", async () => {
    const browser = newBrowser();
    const attempt = await begin(config, browser);
    const choices = attempt.page.forms.find((f) => f.buttons.some((b) => b.text === hung.name));
    const page = await browser.submit(attempt.page, choices, { login: hung.login });
    expect((await finish({ ...attempt, page })).claims()?.name).toBe(hung.name);
  });

  it("accepts the secret in the header as well", async () => {
    const basic = await client.discovery(
      new URL(provider.issuer),
      "so-khoe-portal",
      { client_secret: "a secret of the sandbox only", id_token_signed_response_alg: "ES256" },
      client.ClientSecretBasic(),
      { execute: [client.allowInsecureRequests] },
    );
    expect((await signIn(basic, lan.login)).claims()?.name).toBe(lan.name);
  });

  it("refuses a request without PKCE, and one with another address to return to", async () => {
    const plain = new URL(`${provider.issuer}/authorize`);
    plain.search = new URLSearchParams({
      client_id: "so-khoe-portal",
      response_type: "code",
      scope: "openid",
      redirect_uri: `${portalOrigin}/sign-in/callback`,
    }).toString();
    expect((await newBrowser().open(plain)).url.searchParams.get("error")).toBe("invalid_request");
    plain.searchParams.set("redirect_uri", "http://localhost:1/elsewhere");
    const page = await newBrowser().open(plain);
    expect(page.status).toBe(400);
    expect(page.text).toContain("HỆ THỐNG THỬ");
  });
});

describe("who cannot sign in", () => {
  it("says so for an unknown login and keeps what was typed", async () => {
    const browser = newBrowser();
    const { page } = await typeLogin(browser, await begin(config, browser), "099000000000");
    expect(page.status).toBe(422);
    expect(page.text).toContain("không có ai dùng “099000000000”");
    expect(page.forms[0]?.fields).toEqual([["login", "099000000000"]]);
  });

  it("says so for an empty field", async () => {
    const browser = newBrowser();
    const { page } = await typeLogin(browser, await begin(config, browser), "  ");
    expect(page.text).toContain("Hãy gõ số định danh");
  });

  it("says so for a person of level 0", async () => {
    const browser = newBrowser();
    const { page } = await typeLogin(browser, await begin(config, browser), persona("bao").login);
    expect(page.text).toContain("Lê Gia Bảo không tự đăng nhập");
  });

  it("reports access_denied when the person cancels", async () => {
    const browser = newBrowser();
    const attempt = await begin(config, browser);
    const page = await browser.submit(attempt.page, attempt.page.forms[1]);
    await expect(finish({ ...attempt, page })).rejects.toMatchObject({ error: "access_denied" });
  });
});
