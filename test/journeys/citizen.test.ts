import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { vi } from "#app/i18n/vi.ts";
import { axeFindings, confirmIdentity, DESK, PHONE, signIn, startStage } from "./support/stage.ts";

const stage = await startStage();
const { at } = stage;
const LAN = "099161000101";
const HOA = "099170000109";
const heading = (page: Page) => page.locator("h1").innerText();
const bookOfLan = (page: Page) => page.locator("h1", { hasText: "Nguyễn Thị Lan" });
const pathOf = (page: Page) => new URL(page.url()).pathname;

describe.each([PHONE, DESK])("a citizen at $width px, script: $script", (look) => {
  test("finds a result from the front page on, sees who looked, and leaves nothing behind", async () => {
    const page = await stage.guest(look);
    await page.goto(at("/"));
    await page
      .locator("main")
      .getByRole("button", { name: /^Đăng nhập bằng / })
      .first()
      .click();
    await page.locator("input[name=login]").fill(LAN);
    await page.locator("form:has(input[name=login]) button").first().click();
    const read = page.getByRole("button", { name: "Tôi đã đọc" });
    await read.or(bookOfLan(page)).first().waitFor();
    if (pathOf(page) === "/privacy/notice") await read.click();
    expect(await heading(page)).toContain("Nguyễn Thị Lan");

    await page.locator("main a[href='/book/results']").last().click();
    await page.getByRole("link", { name: "Sinh hóa máu" }).first().click();
    expect(await heading(page)).toContain("Sinh hóa máu");
    expect(await page.locator("main").innerText()).toMatch(/Creatinin[\s\S]*µmol\/L[\s\S]*BV Đa khoa Kinh Bắc/);
    await page.getByRole("link", { name: vi.book.fromVisit }).click();
    expect(pathOf(page)).toMatch(/^\/book\/visits\//);
    expect(await page.locator("main").innerText()).toContain("Metformin");

    await page.goto(at("/privacy"));
    const looks = await page.locator("main").innerText();
    for (const what of ["Xem một lần khám", "Xem một kết quả", "Xem các kết quả", "Xem sổ sức khỏe"])
      expect(looks).toContain(what);

    await page.locator("header details.menu summary").click();
    await page.getByRole("button", { name: "Đăng xuất" }).click();
    await page.getByText("Đã đăng xuất").first().waitFor();
    await page.goBack();
    expect(await page.locator("main").innerText()).not.toContain("Xem sổ sức khỏe");
    await page.goto(at("/book"));
    expect(pathOf(page)).toBe("/sign-in");
  });

  test("is brought back to the page asked for, and stays there in the other language", async () => {
    const page = await stage.signedIn(LAN, look, "/book/medicines?page=2");
    expect([pathOf(page), new URL(page.url()).search]).toEqual(["/book/medicines", "?page=2"]);
    await page.goto(at("/book/sources?lang=en"));
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.goto(at("/book/medicines"));
    expect(await heading(page)).toMatch(/Medicines$/);
    await page.goto(at("/book/medicines?lang=vi"));
    expect(await heading(page)).toMatch(/Thuốc$/);
  });

  test("below level 2 is told why and where to get it, and the book stays closed", async () => {
    const page = await stage.guest(look);
    await page.goto(at("/book"));
    await signIn(page, HOA);
    expect(await heading(page)).toBe("Cần tài khoản định danh mức 2");
    expect(await page.locator("main").innerText()).toContain("công an xã");
    await page.goto(at("/book"));
    expect(await heading(page)).toBe("Cần tài khoản định danh mức 2");
  });

  test("who leaves the provider's page is told what happened and may start again", async () => {
    const page = await stage.guest(look);
    await page.goto(at("/sign-in"));
    await page.locator("main form[action='/sign-in'] button").click();
    await page.locator("form[action$='/cancel'] button").click();
    expect(await heading(page)).toBe("Chưa đăng nhập được");
    await signIn(page, LAN);
    expect(pathOf(page)).toBe("/book");
  });

  test("what is not there says so, with a way on", async () => {
    const page = await stage.signedIn(LAN, look, "/book/visits/01890000-0000-7000-8000-000000000000");
    expect(await page.locator("main a").count()).toBeGreaterThan(0);
    expect(await page.locator("main").innerText()).not.toMatch(/not-found|undefined|Error/);
  });
});

describe("two windows", () => {
  test("signed out in one, the other asks to sign in and then goes on where it was", async () => {
    const first = await stage.signedIn(LAN, DESK, "/book/results");
    const second = await first.context().newPage();
    await second.goto(at("/book"));
    await second.locator("header details.menu summary").click();
    await second.getByRole("button", { name: "Đăng xuất" }).click();
    await second.getByText("Đã đăng xuất").first().waitFor();
    // The other tab is covered: nobody reads on in it.
    await first.locator("a[data-again]").click();
    await first.waitForURL(/\/sign-in\?/);
    expect(await first.content()).not.toContain("Creatinin");
    await signIn(first, LAN);
    expect(pathOf(first)).toBe("/book/results");
  });

  test("a session that ended is said to have ended", async () => {
    const page = await stage.signedIn(LAN, PHONE, "/book/results");
    await stage.db.raw("superuser", 1)`delete from sessions`;
    await page.goto(at("/book/visits"));
    expect(pathOf(page)).toBe("/sign-in");
    await signIn(page, LAN);
    expect(pathOf(page)).toBe("/book/visits");
  });

  test("a double click on the sign-in button signs in once", async () => {
    const page = await stage.guest(DESK);
    await page.goto(at("/sign-in"));
    await page.locator("main form[action='/sign-in'] button").dblclick();
    await page.locator("input[name=login]").fill(LAN);
    await page.locator("form:has(input[name=login]) button").first().dblclick();
    await bookOfLan(page).waitFor();
    expect(pathOf(page)).toBe("/book");
  });
});

describe("what is hidden", () => {
  test("shows to the person alone when asked for, and says how to hide it again", async () => {
    const page = await stage.signedIn(LAN, PHONE, "/book/visits");
    const before = await page.locator("main").innerText();
    await page.getByRole("link", { name: "Xem mục đã ẩn" }).click();
    await confirmIdentity(page, LAN);
    const after = await page.locator("main").innerText();
    expect(after).toContain("Đang hiện cả những mục bạn đã ẩn");
    expect(after).toContain("21 lần khám");
    expect(before).toContain("20 lần khám");
    expect(await axeFindings(await stage.signedIn(LAN, DESK, "/book/visits?hidden=show"))).toEqual([]);
  });
});

describe("at a counter", () => {
  test("two taps ask the insurer about the card, and with a referral and a slip it all prints on one sheet", async () => {
    const page = await stage.signedIn("099075000107", DESK, "/book/papers");
    await page.getByRole("button", { name: vi.insurance.ask }).dblclick();
    await page.getByText(vi.insurance.verdict.valid).waitFor();
    expect(await page.locator("main").innerText()).toContain("Có chữ ký số, chưa kiểm tra được");
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});
