import fs from "node:fs/promises";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { persona, personas } from "../../province/personas.ts";
import type { IdentityProvider } from "../index.ts";
import {
  begin,
  confirm,
  discover,
  newBrowser,
  portalOrigin,
  signIn,
  startForTest,
  typeLogin,
} from "../relying-party.ts";

let provider: IdentityProvider;
beforeAll(async () => {
  provider = await startForTest({ fixtures: () => ({ personas, prescriptions: [] }) });
});
afterAll(() => provider.close());

const open = (at: string) => newBrowser().open(provider.issuer + at);

describe("the front page", () => {
  it("lists everybody with what to type and both languages of the story", async () => {
    const { text } = await open("/");
    for (const { name, login, assuranceLevel, story } of personas) {
      expect(text).toContain(name);
      expect(text.includes(`<code>${login}</code>`)).toBe(assuranceLevel > 0);
      expect(text).toContain(story.vi);
    }
    expect(text).toContain("Lan&#39;s son");
    expect(text).toContain("dược sĩ (Nhà thuốc Minh Tâm)");
  });

  it("speaks English when asked, and keeps to it", async () => {
    const page = await open("/?lang=en");
    expect(page.text).toContain('<html lang="en">');
    expect(page.text).toContain("TEST SYSTEM – not VNeID");
    expect(page.forms.every((form) => form.action.endsWith("?lang=en"))).toBe(true);
  });

  it("says which kinds of digital ID it acts, and where their discovery is", async () => {
    const { text } = await open("/?lang=en");
    for (const at of ["/national-portal", "/vneid", "/esignet", "/fapi"]) {
      expect(text).toContain(`<code>${at}</code>`);
      const found = await fetch(`${provider.issuer}${at}/.well-known/openid-configuration`);
      expect([at, found.status]).toEqual([at, at === "/national-portal" ? 404 : 200]);
    }
  });

  it("serves the fixtures", async () => {
    const answer = await fetch(`${provider.issuer}/fixtures.json`);
    const { personas: people } = (await answer.json()) as { personas: { personalNumber: string }[] };
    expect(people[0]?.personalNumber).toBe("099161000101");
  });
});

describe("every page", () => {
  const pages = async () => {
    const browser = newBrowser();
    const config = await discover(provider.issuer);
    const start = await begin(config, browser, { acr_values: "urn:so-khoe:sandbox:loa:3" });
    const wrong = await typeLogin(browser, start, "nobody");
    const second = await typeLogin(browser, start, persona("lan").login);
    await confirm(browser, second);
    const signOut = await browser.open(`${provider.issuer}/end-session`);
    const others = await Promise.all(["/", "/?lang=en", "/nowhere", "/interaction/gone", "/authorize"].map(open));
    return [start.page, wrong.page, second.page, signOut, ...others];
  };

  it("says that it is not the real thing, and needs neither scripts nor style attributes", async () => {
    for (const { text, headers, url } of await pages()) {
      expect(text, url.pathname).toMatch(/HỆ THỐNG THỬ – không phải VNeID|TEST SYSTEM – not VNeID/);
      expect(text, url.pathname).not.toMatch(/<script|style=|\son\w+=/i);
      expect(headers.get("content-security-policy"), url.pathname).toContain("default-src 'none'");
      expect(headers.get("cache-control"), url.pathname).toContain("no-store");
    }
  });

  it("follows the application's language", async () => {
    const browser = newBrowser();
    const { page } = await begin(await discover(provider.issuer), browser, { ui_locales: "en vi" });
    expect(page.text).toContain("Personal number or account code");
    expect((await browser.open(`${page.url}?lang=vi`)).text).toContain("Số định danh cá nhân hoặc mã tài khoản");
  });

  it("escapes what people type and what they are called", async () => {
    const hostile = `"><script>alert(1)</script>`;
    const story = { vi: hostile, en: `'&<b>` };
    const person = {
      ...persona("lan"),
      key: hostile,
      login: "H'1\"",
      name: `<img src=x>${hostile}`,
      story,
      staffOf: [hostile],
    };
    const other = await startForTest({ personas: [person] });
    const browser = newBrowser();
    const start = await begin(await discover(other.issuer), browser, { acr_values: "urn:so-khoe:sandbox:loa:3" });
    const wrong = await typeLogin(browser, start, hostile);
    expect(wrong.page.forms[0]?.fields).toEqual([["login", hostile]]);
    const second = await typeLogin(browser, start, "h'1\"");
    const error = await browser.open(
      `${other.issuer}/authorize?client_id=${encodeURIComponent(hostile)}&lang=${hostile}`,
    );
    const seen = [start.page, wrong.page, second.page, error, await browser.open(`${other.issuer}/`)];
    await other.close();
    for (const { text } of seen) expect(text).not.toMatch(/<script|<img|<b>/);
    expect(second.page.text).toContain("&lt;img src=x&gt;");
  });
});

describe("the server", () => {
  it("prints nothing, whatever happens", async () => {
    const info = vi.spyOn(console, "info");
    const log = vi.spyOn(console, "log");
    const out = vi.spyOn(process.stdout, "write");
    const other = await startForTest();
    await signIn(await discover(other.issuer), persona("lan").login);
    for (const at of ["/authorize", "/token", "/interaction/x", "/nowhere"]) await fetch(other.issuer + at);
    await fetch(`${other.issuer}/faults`, {
      method: "POST",
      body: "{",
      headers: { "content-type": "application/json" },
    });
    await other.close();
    const said = [...info.mock.calls, ...log.mock.calls, ...out.mock.calls];
    vi.restoreAllMocks();
    expect(said).toEqual([]);
  });

  it("tells whoever started it when it fails itself", async () => {
    const errors: unknown[] = [];
    const fixtures = () => {
      throw new Error("no fixtures today");
    };
    const other = await startForTest({ fixtures, onError: (error) => errors.push(error) });
    expect((await fetch(`${other.issuer}/fixtures.json`)).status).toBe(500);
    await other.close();
    expect(errors).toEqual([new Error("no fixtures today")]);
  });

  it("keeps its key over a restart when it has a folder for it", async () => {
    const keysFolder = await fs.mkdtemp(path.join(os.tmpdir(), "idp-keys-"));
    const keyName = async () => {
      const running = await startForTest({ keysFolder });
      const answer = await fetch(`${running.issuer}/jwks`);
      await running.close();
      const { keys } = (await answer.json()) as { keys: { kid: string; d?: string }[] };
      expect(keys[0]).not.toHaveProperty("d");
      return keys[0]?.kid;
    };
    const first = await keyName();
    expect(await keyName()).toBe(first);
    await fs.writeFile(path.join(keysFolder, "identity-provider.jwk.json"), '{"kty":"E');
    expect(await keyName()).not.toBe(first);
    await fs.rm(keysFolder, { recursive: true });
  });

  it("refuses a port that is taken", async () => {
    await expect(startForTest({ port: provider.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("serves no other host name", async () => {
    const ask = (method: string) =>
      new Promise<http.IncomingMessage>((resolve) => {
        const headers = { host: "attacker.example" };
        http.request({ port: provider.port, host: "127.0.0.1", path: "/faults", method, headers }, resolve).end();
      });
    const [get, post] = [await ask("GET"), await ask("POST")];
    for (const answer of [get, post]) answer.resume();
    expect(get.headers.location).toBe(`${provider.issuer}/faults`);
    expect(post.statusCode).toBe(421);
  });

  it("lets forms lead back to the portal, as browsers check the redirect", async () => {
    expect((await open("/")).headers.get("content-security-policy")).toMatch(
      new RegExp(`form-action 'self' [^;]*${portalOrigin};`),
    );
  });
});
