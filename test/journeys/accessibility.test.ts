import path from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { vi } from "#app/i18n/vi.ts";
import { focused, Keyboard } from "./support/keyboard.ts";
import { everyDay, readAloud } from "./support/screen-reader.ts";
import { DESK, PHONE, startStage } from "./support/stage.ts";

const stage = await startStage();
const { at } = stage;
const LAN = "099161000101";
const HUNG = "099088000102";
const pathOf = (page: Page) => new URL(page.url()).pathname;
const words = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);

/** At the provider's own page, which is not ours to judge. */
async function typeLogin(page: Page, login: string): Promise<void> {
  await page.locator("input[name=login]").fill(login);
  await page.keyboard.press("Enter");
  const accept = page.locator("form[action='/privacy/notice'] button");
  await accept
    .or(page.locator("h1", { hasText: "Sổ sức khỏe của" }))
    .first()
    .waitFor();
}

interface Task {
  name: string;
  /** Addresses, and links to follow from there; a way there that is not told begins with `-`. */
  steps: (string | RegExp)[];
}

/**
 * Five tasks as a screen reader tells them. Who changes a page reads what became of it, as somebody would who cannot see,
 * and keeps it by running this file whole with `-u`.
 */
const tasks: Task[] = [
  { name: "find-a-result", steps: ["/book", "/book/results", /^Sinh hóa máu/] },
  { name: "what-to-take", steps: ["/book/medicines"] },
  { name: "a-visit", steps: ["-/book/visits", /Khám bệnh ngoại trú/] },
  { name: "who-looked", steps: ["/privacy"] },
  { name: "something-is-wrong", steps: ["/book/sources", "/book/corrections/new?kind=missing&section=results"] },
];

async function tell(page: Page, steps: Task["steps"]): Promise<string> {
  const told: string[] = [];
  for (const step of steps) {
    if (step instanceof RegExp) await page.getByRole("main").getByRole("link", { name: step }).first().click();
    else await page.goto(at(step.replace(/^-/, "")));
    if (typeof step === "string" && step.startsWith("-")) continue;
    // The frame is the same everywhere: it is read once.
    told.push(`═══ ${await page.title()}`, ...(await readAloud(page, step === "/book" ? undefined : "main")), "");
  }
  return everyDay(told.join("\n"));
}

test("read aloud, the pages say what they show", async () => {
  const page = await stage.signedIn(LAN, PHONE);
  for (const { name, steps } of tasks) {
    const text = await tell(page, steps);
    expect.soft(text, name).not.toContain("(không tên)");
    await expect.soft(text, name).toMatchFileSnapshot(path.join(import.meta.dirname, "transcripts", `${name}.txt`));
  }
});

describe("with the keyboard alone", { retry: 2 }, () => {
  test("signs in, reads a result, a visit and the medicines, takes a paper along, and signs out", async () => {
    const page = await stage.guest(PHONE);
    const keys = new Keyboard(page);
    await page.goto(at("/"));
    await keys.skip();
    await keys.press(/^Đăng nhập bằng /);
    await typeLogin(page, LAN);
    if (pathOf(page) === "/privacy/notice") await keys.press(/^Tôi đã đọc/);
    expect(pathOf(page)).toBe("/book");

    await keys.skip();
    await keys.press(/^Kết quả/);
    await keys.press(/^Sinh hóa máu/);
    expect(pathOf(page)).toMatch(/^\/book\/results\/./);
    await keys.skip();
    // After the skip link the first stop is in the page's own part: the way back.
    expect(await keys.tab()).toMatchObject({ inMain: true, name: vi.section.title.results });
    await keys.press(words(vi.book.fromVisit));
    expect(pathOf(page)).toMatch(/^\/book\/visits\/./);
    const unfold = page.waitForEvent("download");
    await keys.to(/^Tải PDF/);
    await page.keyboard.press("Enter");
    expect((await unfold).suggestedFilename()).toMatch(/\.pdf$/);
    // What was pressed still has the focus when a file came of it.
    expect((await focused(page)).name).toMatch(/^Tải PDF/);

    await page.goto(at("/book"));
    await keys.press(/^Thuốc/);
    expect(pathOf(page)).toBe("/book/medicines");
    await keys.to(/^Lan|Nguyễn Thị Lan/);
    await page.keyboard.press("Enter");
    expect((await focused(page)).name).toMatch(/Lan/);
    await keys.press(words(vi.shell.signOut));
    await page.getByRole("heading", { name: vi.signedOut.title }).waitFor();
    expect(keys.lost).toEqual([]);
  });

  test("opens the mother's book and comes back", async () => {
    const page = await stage.signedIn(HUNG, DESK);
    const keys = new Keyboard(page);
    await keys.to(/Trần Văn Hùng|^Hùng/);
    await page.keyboard.press("Enter");
    await keys.press(words(vi.shell.people));
    await keys.press(/Nguyễn Thị Lan/);
    await page.locator(".acting-bar").waitFor();
    await keys.press(words(vi.acting.leave));
    expect(await page.locator(".acting-bar").count()).toBe(0);
    expect(keys.lost).toEqual([]);
  });

  test("unfolds what a word means and stays there; a link within a page takes the focus along", async () => {
    const page = await stage.signedIn(LAN, PHONE, "/book/results");
    const keys = new Keyboard(page);
    await keys.to(/Nghĩa là gì\?$/);
    const before = await focused(page);
    await page.keyboard.press("Enter");
    expect(await page.locator("details.why[open]").count()).toBe(1);
    expect((await focused(page)).name).toBe(before.name);
    await page.goto(at("/help"));
    await keys.to(words(vi.help.topic.lost));
    await page.keyboard.press("Enter");
    expect((await keys.tab()).name).toBe(vi.lock.title);
    expect(keys.lost).toEqual([]);
  });

  test("the question before the session ends has the focus, and gives it back", async () => {
    const page = await stage.signedIn(LAN, DESK, "/book/results");
    await page.clock.install();
    await page.goto(at("/book/results"));
    const keys = new Keyboard(page);
    await keys.to(/^Sinh hóa máu/);
    await page.clock.fastForward(29 * 60_000);
    expect((await focused(page)).name).toBe(vi.timeout.stay);
    await page.keyboard.press("Enter");
    await page.locator("#session-warning").waitFor({ state: "hidden" });
    expect((await focused(page)).name).toMatch(/^Sinh hóa máu/);
  });
});

/** Every stop of the keyboard on a page, in order. */
async function stops(page: Page): Promise<Awaited<ReturnType<typeof focused>>[]> {
  const keys = new Keyboard(page);
  const found = [];
  for (let now = await keys.tab(); now.what !== "nothing" && found.length < 150; now = await keys.tab())
    found.push(now);
  expect(keys.lost).toEqual([]);
  return found;
}

test("the keyboard goes down a page as the eye does", async () => {
  const page = await stage.signedIn(LAN, PHONE);
  for (const path of ["/book", "/book/results", "/help/scam"]) {
    await page.goto(at(path));
    const main = (await stops(page)).filter(({ inMain }) => inMain);
    expect([path, main.length > 3]).toEqual([path, true]);
    expect(main.filter(({ top }, i) => top < (main[i - 1]?.top ?? 0) - 8)).toEqual([]);
  }
});
