import { describe, expect, test } from "vitest";
import { DESK, PHONE, startStage } from "./support/stage.ts";

const stage = await startStage();
const { at } = stage;
const LAN = "099161000101";
const HUNG = "099088000102";
const HA = "099195000103";
const BOOK_OF_LAN = "Mở sổ của Nguyễn Thị Lan";

describe.each([PHONE, DESK])("a helper at $width px, script: $script", (look) => {
  test("opens the mother's book in a frame that says whose it is, and comes back to their own", async () => {
    const page = await stage.signedIn(HUNG, look, "/people");
    await page.getByRole("button", { name: BOOK_OF_LAN }).click();
    expect(new URL(page.url()).pathname).toBe("/book");
    expect(await page.locator("aside.acting-bar").innerText()).toMatch(/^Đang xem sổ của\s+Nguyễn Thị Lan/);
    const book = await page.locator("main").innerText();
    expect(book).toContain("Metformin");
    expect(book).toContain("Có thể còn thông tin không hiển thị");
    expect(book).not.toContain("Xem mục đã ẩn");
    await page.goto(at("/book/results"));
    expect(await page.locator("aside.acting-bar").count()).toBe(1);
    await page.getByRole("button", { name: "Về sổ của tôi" }).click();
    expect(await page.locator("aside.acting-bar").count()).toBe(0);
    expect(await page.locator("main").innerText()).not.toContain("Metformin");
  });
});

test("the person sees that the helper looked, by name and with the reason", async () => {
  const helper = await stage.signedIn(HUNG, PHONE, "/people");
  await helper.getByRole("button", { name: BOOK_OF_LAN }).click();
  await helper.goto(at("/book/medicines"));
  const page = await stage.signedIn(LAN, PHONE, "/privacy");
  const log = await page.locator("main").innerText();
  expect(log).toMatch(/Trần Văn Hùng[\s\S]*Xem thuốc[\s\S]*được nhận là người giúp/);
});

test("a helper finds nothing that the person hid, whatever address they try", async () => {
  const lan = await stage.signedIn(LAN, PHONE, "/book/visits?hidden=show");
  const links = (page: typeof lan) =>
    page.locator("main a[href^='/book/visits/']").evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  const all = await links(lan);
  await lan.goto(at("/book/visits"));
  const shown = await links(lan);
  const hidden = all.filter((href) => !shown.includes(href.replace(/\?.*/, "")));
  expect(hidden.length).toBeGreaterThan(0);
  const helper = await stage.signedIn(HUNG, PHONE, "/people");
  await helper.getByRole("button", { name: BOOK_OF_LAN }).click();
  for (const href of [...hidden, "/book/visits?hidden=show"]) {
    const answer = await helper.goto(at(href));
    if (href.includes("visits/")) expect([href, answer?.status()]).toEqual([href, 404]);
    else expect(shown).toEqual(expect.arrayContaining(await links(helper)));
  }
});

test("a mother opens her two-year-old's vaccinations", async () => {
  const page = await stage.signedIn(HA, PHONE, "/people");
  await page.getByRole("button", { name: "Mở sổ của Lê Gia Bảo" }).click();
  await page.goto(at("/book/vaccinations"));
  expect(await page.locator("main").innerText()).toMatch(/Sởi|BCG|Lao/);
});
