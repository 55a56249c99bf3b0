import type * as client from "openid-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { persona } from "../province/personas.ts";
import type { IdentityProvider } from "./index.ts";
import { begin, confirm, discover, finish, newBrowser, signIn, startForTest, typeLogin } from "./relying-party.ts";

const level = (n: number) => `urn:so-khoe:sandbox:loa:${n}`;
const lan = persona("lan");

let provider: IdentityProvider;
let config: client.Configuration;

beforeAll(async () => {
  provider = await startForTest();
  config = await discover(provider.issuer);
});
afterAll(() => provider.close());

describe("assurance levels", () => {
  const twoOnly = { ...lan, key: "two", login: "TWO", assuranceLevel: 2 as const };

  it.each([
    ["level 1, nothing asked", "hoa", undefined, 1],
    ["level 1, level 2 asked", "hoa", "2", 1],
    ["level 1, level 3 asked", "hoa", "3", 1],
    ["level 3, nothing asked", "lan", undefined, 2],
    ["level 3, level 2 asked", "lan", "2", 2],
  ])("%s", async (_what, key, asked, reached) => {
    const parameters = asked === undefined ? {} : { acr_values: level(Number(asked)) };
    expect((await signIn(config, persona(key).login, parameters)).claims()?.acr).toBe(level(reached));
  });

  it("gives a person of level 2 no more than that", async () => {
    const other = await startForTest({ personas: [twoOnly] });
    const claims = (await signIn(await discover(other.issuer), "two", { acr_values: level(3) })).claims();
    await other.close();
    expect(claims?.acr).toBe(level(2));
  });

  it("asks for a second step before level 3", async () => {
    const browser = newBrowser();
    const first = await typeLogin(browser, await begin(config, browser, { acr_values: level(3) }), lan.login);
    expect(first.page.stopped).toBe(false);
    expect(first.page.text).toContain("mô phỏng sinh trắc học");
    const claims = (await finish(await confirm(browser, first))).claims();
    expect(claims).toMatchObject({ acr: level(3), amr: ["user", "face", "mfa"] });
  });

  it("does not let the first step be skipped", async () => {
    const browser = newBrowser();
    const { page } = await begin(config, browser, { acr_values: level(3) });
    const path = `${page.url.pathname}/confirm`;
    const skipped = await browser.submit(page, { action: path, method: "post", fields: [], buttons: [] });
    expect(skipped.stopped).toBe(false);
    expect(skipped.text).toContain('name="login"');
  });

  it("steps up from a session with one press and a newer auth_time, each time anew", async () => {
    const browser = newBrowser();
    const before = (await signIn(config, lan.login, {}, browser)).claims();
    await waitForNextSecond();
    const again = await begin(config, browser, { acr_values: level(3) });
    expect(again.page.text).toContain(lan.name);
    const claims = (await finish(await confirm(browser, again))).claims();
    expect(claims?.acr).toBe(level(3));
    expect(Number(claims?.auth_time)).toBeGreaterThan(Number(before?.auth_time));
    expect((await begin(config, browser, { acr_values: level(3) })).page.text).toContain("mô phỏng sinh trắc học");
    expect((await finish(await begin(config, browser))).claims()?.acr).toBe(level(2));
  });

  it("proves anew what max_age finds too old", async () => {
    const browser = newBrowser();
    await signIn(config, lan.login, {}, browser);
    expect((await begin(config, browser, { max_age: "60" })).page.stopped).toBe(true);
    await waitForNextSecond();
    await waitForNextSecond();
    const old = await begin(config, browser, { max_age: "1" });
    expect(old.page.text).toContain("mô phỏng sinh trắc học");
    const tokens = await finish({ ...(await confirm(browser, old)), checks: { ...old.checks, maxAge: 60 } });
    expect(tokens.claims()?.acr).toBe(level(2));
  });

  it("answers prompt=none with login_required where level 3 would need a page", async () => {
    const browser = newBrowser();
    await signIn(config, lan.login, {}, browser);
    const silent = await begin(config, browser, { acr_values: level(3), prompt: "none" });
    await expect(finish(silent)).rejects.toMatchObject({ error: "login_required" });
  });
});

/** Times in tokens are whole seconds. */
async function waitForNextSecond(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_050));
}
