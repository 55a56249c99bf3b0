import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { vi } from "#app/i18n/vi.ts";
import { axeFindings, DESK, overflow, PHONE, signIn, startStage } from "./support/stage.ts";

const stage = await startStage();
const { at } = stage;
const LAN = "099161000101";
const PHONE_WITH_SCRIPT = { width: 360, script: true };
const minutes = (n: number) => n * 60_000;
const warning = (page: Page) => page.locator("#session-warning");
const REPORT = "/book/corrections/new?section=visits";

/** A page whose clock is moved by hand; the server's goes on as it does. */
async function withClock(path: string, look = DESK): Promise<Page> {
  const page = await stage.signedIn(LAN, look, path);
  await page.clock.install();
  await page.goto(at(path));
  return page;
}

describe("before a session ends", () => {
  test("warns two minutes before, once; staying asks once and all tabs agree", async () => {
    const page = await withClock("/book");
    const other = await page.context().newPage();
    await other.goto(at("/book/results"));
    const asked: string[] = [];
    page.context().on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.clock.fastForward(minutes(27));
    expect(await warning(page).isVisible()).toBe(false);
    // One clock for all pages of the browser.
    await page.clock.fastForward(minutes(2));
    for (const tab of [page, other]) expect(await warning(tab).isVisible()).toBe(true);
    expect(await page.locator("[data-left]").innerText()).toMatch(/^[01]:\d\d$/);
    expect(await page.evaluate("document.activeElement?.hasAttribute('data-stay')")).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.locator("[data-stay]").dblclick();
    await warning(page).waitFor({ state: "hidden" });
    expect(asked).toEqual(["/sign-in/stay"]);
    await other.locator("#session-warning").waitFor({ state: "hidden" });
  });

  test("fits a phone, in English too", async () => {
    const page = await withClock("/book?lang=en", PHONE_WITH_SCRIPT);
    await page.clock.fastForward(minutes(29));
    expect(await warning(page).innerText()).toContain("Stay signed in");
    expect(await overflow(page)).toBe(0);
  });

  test("keeps what is being written, covers the page, and gives it back after signing in again", async () => {
    const page = await withClock(REPORT);
    const words = page.locator("main textarea").first();
    await words.fill("Tôi không khám ngày đó, hôm ấy tôi ở nhà.");
    await page.clock.fastForward(minutes(31));
    await page.getByRole("heading", { name: vi.errors.expired.title }).waitFor();
    expect(await page.locator("body").innerText()).not.toContain("Lan");
    expect(await page.title()).not.toContain("Lan");
    expect(await page.locator("[data-when=kept]").isVisible()).toBe(true);
    await stage.db.raw("superuser")`update sessions set ended_at = now(), ended_why = 'idle' where ended_at is null`;
    await page.locator("[data-again]").click();
    await signIn(page, LAN);
    await page.getByText(vi.timeout.restored).waitFor();
    expect(await page.locator("main textarea").first().inputValue()).toBe("Tôi không khám ngày đó, hôm ấy tôi ở nhà.");
    expect(await page.getByText(vi.timeout.restored).isVisible()).toBe(true);
    await page.getByRole("button", { name: vi.timeout.discard }).click();
    expect(await page.locator("main textarea").first().inputValue()).toBe("");
  });

  test("another person who signs in in the same tab finds nothing of it; signing out forgets it", async () => {
    const page = await withClock(REPORT);
    await page.locator("main textarea").first().fill("Chữ của bà Lan viết dở");
    await page.clock.runFor(1_000);
    const kept = () =>
      page.evaluate<number>("Object.keys(sessionStorage).filter((k) => k.startsWith('so-khoe:form:')).length");
    expect(await kept()).toBe(1);
    await page.locator("header details.menu summary").click();
    await page.locator("header").getByRole("button", { name: vi.shell.signOut }).click();
    await page.getByRole("heading", { name: vi.signedOut.title }).waitFor();
    expect(await kept()).toBe(0);
  });

  test("signing out in one tab covers the others", async () => {
    const page = await withClock("/book");
    const other = await page.context().newPage();
    await other.goto(at("/book/results"));
    await other.locator("header details.menu summary").click();
    await other.locator("header").getByRole("button", { name: vi.shell.signOut }).click();
    await page.getByRole("heading", { name: vi.errors.expired.title }).waitFor();
    expect(await page.locator("body").innerText()).not.toContain("Nguyễn Thị Lan");
  });

  test("on duty nothing is kept", async () => {
    const page = await stage.signedIn("099192000114", DESK, "/clinic/corrections");
    expect(await page.locator("#session-warning").getAttribute("data-keeper")).toBeNull();
  });
});

test("without script a long form says until when it must be sent", async () => {
  const page = await stage.signedIn(LAN, PHONE, REPORT);
  expect(await page.locator("main form").last().innerText()).toMatch(/Hãy gửi trước \d\d:\d\d/);
});
