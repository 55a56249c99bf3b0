import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { vi } from "#app/i18n/vi.ts";
import { Authenticator } from "#test/support/authenticator.ts";
import { DESK, overflow, PHONE, signIn, startStage } from "./support/stage.ts";

const stage = await startStage();
const { at } = stage;
const [VINH, LINH] = ["099085000110", "099193000117"];
const main = "main";

/**
 * A machine with passkeys of software. Chromium's own virtual authenticator is not used: the headless build that the
 * journeys run in ends at any WebAuthn call. Pages, scripts, cookies and the portal are the real ones.
 */
async function withPasskeys(page: Page): Promise<void> {
  const keys: Authenticator[] = [];
  await page.exposeFunction("passkeyOf", (options: { challenge: string; wanted: string[] | undefined }) => {
    if (options.wanted) return keys.find(({ id }) => options.wanted?.includes(id))?.get(options) ?? "";
    const key = new Authenticator(stage.world.origin);
    keys.push(key);
    return key.create(options);
  });
  await page.addInitScript(`
    const text = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\\+/g, "-").replace(/\\//g, "_").replace(/=+$/, "");
    const bytes = (said) => Uint8Array.from(atob(said.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0)).buffer;
    const said = async (challenge, wanted) => {
      const { id, type, response } = JSON.parse(await window.passkeyOf({ challenge: text(challenge), wanted }));
      const { transports, ...values } = response;
      const buffers = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, bytes(value)]));
      return { id, type, response: { ...buffers, getTransports: () => transports } };
    };
    Object.defineProperty(navigator, "credentials", { value: {
      create: ({ publicKey }) => said(publicKey.challenge),
      get: ({ publicKey }) => said(publicKey.challenge, publicKey.allowCredentials.map(({ id }) => text(id))),
    } });`);
}

async function makePasskey(page: Page): Promise<void> {
  await page.goto(at("/counter/passkeys"));
  await page.getByRole("button", { name: vi.passkeys.make }).click();
  await page.getByText(vi.passkeys.news.added).waitFor();
}

const who = (page: Page) => page.locator(".menu summary").getAttribute("aria-label");

test("two pharmacists share a counter: each signs in once, then a touch is enough; it locks, and keeps what was written", async () => {
  const page = await stage.signedIn(VINH, DESK, "/counter/register");
  await page.getByRole("button", { name: "Dược sĩ" }).click();
  await page.locator("#name").fill("Quầy thuốc số 1");
  await page.getByRole("button", { name: "Đăng ký làm máy ở quầy" }).click();
  await page.getByText("Trình duyệt này là máy ở quầy").waitFor();
  await withPasskeys(page);
  await makePasskey(page);

  await page.getByRole("button", { name: "Khóa máy" }).click();
  await page.waitForURL(/\/counter\?/);
  expect(await page.locator(main).innerText()).toContain("Ngô Quang Vinh");
  await page.getByRole("link", { name: "Đăng nhập bằng định danh điện tử" }).click();
  await signIn(page, LINH);
  expect(await who(page)).toContain("Đặng Mỹ Linh");
  await makePasskey(page);

  await page.getByRole("button", { name: "Khóa máy" }).click();
  await page.waitForURL(/\/counter\?/);
  const begun = Date.now();
  await page.getByRole("button", { name: "Ngô Quang Vinh làm tiếp" }).click();
  await page.waitForURL(/\/duty$/);
  const took = Date.now() - begun;
  expect(await who(page)).toContain("Ngô Quang Vinh");
  expect(took, `a switch took ${took} ms`).toBeLessThan(2_000);

  // Three minutes without a touch: the page is covered, and what was half written is there again for the same person.
  await page.clock.install();
  await page.goto(at("/counter/register"));
  await page.evaluate(
    `document.querySelector("main").insertAdjacentHTML("beforeend", '<form method="post" action="/duty"><textarea name="note"></textarea></form>')`,
  );
  await page.locator("textarea[name=note]").fill("Đang ghi dở lời dặn");
  await page.clock.fastForward("03:05");
  await page.waitForURL(/\/counter\?/);
  expect(await page.content()).not.toContain("Đang ghi dở");
  await page.getByRole("button", { name: "Đặng Mỹ Linh làm tiếp" }).click();
  await page.waitForURL(/\/duty$/);
  await page.goto(at("/counter/kept"));
  expect(await page.locator(main).innerText()).not.toContain("Đang ghi dở");
  await page.getByRole("button", { name: "Khóa máy" }).click();
  await page.waitForURL(/\/counter\?/);
  await page.getByRole("button", { name: "Ngô Quang Vinh làm tiếp" }).click();
  await page.getByText("Đang ghi dở lời dặn").waitFor();
  await page.getByRole("button", { name: "Bỏ, không gửi" }).click();
});

test("without a script the counter locks and opens by digital ID, on a phone too", async () => {
  const page = await stage.signedIn(VINH, PHONE, "/counter/register");
  await page.getByRole("button", { name: "Dược sĩ" }).click();
  await page.locator("#name").fill("Máy bảng ở quầy thuốc bảo hiểm y tế số 12");
  await page.getByRole("button", { name: "Đăng ký làm máy ở quầy" }).click();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Khóa máy" }).click();
  expect(new URL(page.url()).pathname).toBe("/counter");
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.getByRole("link", { name: "Đăng nhập bằng định danh điện tử" }).click();
  await signIn(page, VINH);
  expect(await who(page)).toContain("Ngô Quang Vinh");
});
