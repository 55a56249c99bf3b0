import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { providerEntries } from "#test/sandbox/identity-provider/providers-file.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import { launchChromium } from "#test/support/chromium.ts";
import { testDb } from "#test/support/test-db.ts";
import { startWorld } from "#test/support/world.ts";

/** Three origins: the portal, a provider, and the host that the provider sends browsers on to. */
const world = await startWorld(await testDb(), {}, {}, providerEntries);
const browser = await launchChromium();
afterAll(() => browser.close());
const lan = persona("lan");

async function atProvider(page: Page): Promise<URL[]> {
  const through: URL[] = [];
  page.on("framenavigated", (frame) => frame === page.mainFrame() && through.push(new URL(frame.url())));
  await page.goto(`${world.origin}/sign-in`);
  await page.locator("form:has(input[value=national-portal]) button").click();
  await page.locator("input[name=login]").waitFor();
  return through;
}

test.each([true, false])(
  "a provider that sends browsers on to a third host is reached from the form, script: %s",
  async (javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled, locale: "vi-VN" });
    const page = await context.newPage();
    const blocked: string[] = [];
    page.on("console", (message) => message.type() === "error" && blocked.push(message.text()));
    await atProvider(page);
    expect(new URL(page.url()).hostname).toBe("127.0.0.1");

    // The page in between took no place in the history: back is the sign-in page, and nothing is sent again.
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe("/sign-in");
    await page.locator("form:has(input[value=national-portal]) button").waitFor();
    await page.goForward();

    await page.locator("input[name=login]").fill(lan.login);
    await page.locator("form:has(input[name=login]) button").first().click();
    await page.waitForURL(/\/(book|privacy\/notice)/);

    // Signing out leads through the provider's own addresses too, and the session is over here whatever they do.
    await page.locator("header details.menu summary").click();
    const out = page.waitForResponse((response) => response.url().endsWith("/sign-out"));
    await page.locator("form[action='/sign-out'] button").first().click();
    expect((await out).status()).toBe(200);
    await page.waitForURL((url) => url.hostname === "127.0.0.1" || url.pathname === "/signed-out");
    await page.goto(`${world.origin}/book`);
    expect(new URL(page.url()).pathname).toBe("/sign-in");
    expect(blocked).toEqual([]);
    await context.close();
  },
);

test("the page in between says where it leads, has a link, and is neither kept nor told to anybody", async () => {
  const answer = await fetch(`${world.origin}/sign-in`, {
    method: "POST",
    headers: { origin: world.origin, "content-type": "application/x-www-form-urlencoded" },
    body: "provider=national-portal",
    redirect: "manual",
  });
  const text = await answer.text();
  const { host } = new URL(world.identityProvider.issuer);
  expect([answer.status, answer.headers.get("location")]).toEqual([200, null]);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("referrer-policy")).toBe("same-origin");
  expect(answer.headers.get("content-security-policy")).toMatch(/form-action 'self';/);
  expect(text).toContain(`<h1>Đang mở ${host}</h1>`);
  expect(text).toMatch(/<a class="btn" rel="noreferrer" href="http:[^"]*state=/);
  expect(world.log.lines.join("")).not.toMatch(/state=|nonce=/);
});
