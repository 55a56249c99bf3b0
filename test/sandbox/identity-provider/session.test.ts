import * as client from "openid-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { persona } from "../province/personas.ts";
import type { IdentityProvider } from "./index.ts";
import { begin, discover, finish, newBrowser, portalOrigin, signIn, startForTest } from "./relying-party.ts";

const lan = persona("lan");
const hung = persona("hung");

let provider: IdentityProvider;
let config: client.Configuration;

beforeAll(async () => {
  provider = await startForTest();
  config = await discover(provider.issuer);
});
afterAll(() => provider.close());

describe("the session", () => {
  it("signs in once for all requests, and again when told to", async () => {
    const browser = newBrowser();
    await signIn(config, lan.login, {}, browser);
    expect((await finish(await begin(config, browser))).claims()?.name).toBe(lan.name);
    expect((await begin(config, browser, { prompt: "login" })).page.text).toContain('name="login"');
    expect((await begin(config, browser, { max_age: "0" })).page.text).toContain('name="login"');
  });

  it("changes persons without a script", async () => {
    const browser = newBrowser();
    const first = await signIn(config, lan.login, {}, browser);
    const second = await signIn(config, hung.login, { prompt: "login" }, browser);
    expect(second.claims()?.name).toBe(hung.name);
    expect((await finish(await begin(config, browser))).claims()?.name).toBe(hung.name);
    const old = client.fetchUserInfo(config, first.access_token, first.claims()?.sub ?? "");
    await expect(old).rejects.toThrow();
  });

  it("names its cookies after its port", async () => {
    const browser = newBrowser();
    await signIn(config, lan.login, {}, browser);
    const names = browser.cookieNames(provider.issuer);
    expect(names).toContain(`sandbox-idp-${provider.port}-session`);
    expect(names.every((name) => name.startsWith(`sandbox-idp-${provider.port}-`))).toBe(true);
  });

  it("ends at once when the portal proves whose it is, and returns there", async () => {
    const browser = newBrowser();
    const tokens = await signIn(config, lan.login, {}, browser);
    const page = await browser.open(signOutUrl({ id_token_hint: tokens.id_token ?? "", state: "s" }));
    expect(page.url.href).toBe(`${portalOrigin}/?state=s`);
    expect(page.trail).toHaveLength(1);
    expect((await begin(config, browser)).page.text).toContain('name="login"');
    const repeated = await browser.open(signOutUrl({ id_token_hint: tokens.id_token ?? "" }));
    expect(repeated.url.href).toBe(`${portalOrigin}/`);
  });

  it("asks first when the portal does not", async () => {
    const browser = newBrowser();
    await signIn(config, lan.login, {}, browser);
    const question = await browser.open(signOutUrl({ client_id: "so-khoe-portal" }));
    expect(question.text).toContain("Đăng xuất khỏi hệ thống thử?");
    const page = await browser.submit(question, question.forms[0], { logout: "yes" });
    expect(page.url.href).toBe(`${portalOrigin}/`);
    expect((await begin(config, browser)).page.text).toContain('name="login"');
  });

  it("ends from the front page", async () => {
    const browser = newBrowser();
    await signIn(config, lan.login, {}, browser);
    const front = await browser.open(provider.issuer);
    expect(front.text).toContain(`đang đăng nhập với tên ${lan.name}`);
    const after = await browser.submit(front, front.forms[0]);
    expect(after.text).toContain("Chưa có ai đăng nhập");
    expect((await begin(config, browser)).page.text).toContain('name="login"');
  });

  it("explains a sign-in that is no longer there", async () => {
    const page = await newBrowser().open(`${provider.issuer}/interaction/gone`);
    expect(page.status).toBe(400);
    expect(page.text).toContain("không còn dùng được");
  });
});

function signOutUrl(parameters: Record<string, string>): URL {
  return client.buildEndSessionUrl(config, { post_logout_redirect_uri: `${portalOrigin}/`, ...parameters });
}
