import { exportJWK, generateKeyPair } from "jose";
import { describe, expect, test } from "vitest";
import { DESK, PHONE, startStage } from "./support/stage.ts";

const stage = await startStage();
const { at } = stage;
const OPERATOR = "099083000115";
const keys = async () => {
  const { publicKey } = await generateKeyPair("ES384", { extractable: true });
  return JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: "one", alg: "ES384" }] });
};

describe.each([PHONE, DESK])("an operator at $width px, script: $script", (look) => {
  test("adds a facility: told what is wrong with nothing lost, saved once for two presses", async () => {
    const page = await stage.signedIn(OPERATOR, look, "/operator/facilities");
    const name = `Phòng khám Thử ${look.width}`;
    await page.locator("[name=name]").fill(name);
    await page.locator("[name=shortName]").fill(`PK Thử ${look.width}`);
    await page.locator("[name=code5]").fill("!!");
    await page.locator("[name=legalBasis]").fill("Thông tư 13/2025");
    const save = page.getByRole("button", { name: "Lưu cơ sở mới" });
    await save.click();
    expect(await page.locator("[name=name]").inputValue()).toBe(name);
    expect(await page.locator("[name=code5]").getAttribute("aria-invalid")).toBe("true");
    await page.locator("[name=code5]").fill(look.width === 360 ? "99361" : "99381");
    await save.dblclick();
    await page.getByText("Đã lưu.").first().waitFor();
    await page.goto(at("/operator/facilities"));
    expect(await page.getByRole("cell", { name }).or(page.getByRole("rowheader", { name })).count()).toBe(1);
  });

  test("registers a system, suspends it and lets it in again", async () => {
    const page = await stage.signedIn(OPERATOR, look, "/operator/clients");
    const name = `HIS thử ${look.width}`;
    await page.locator("[name=facilityId]").selectOption({ index: 1 });
    await page.locator("[name=name]").fill(name);
    await page.locator("[name=scopes]").first().check();
    await page.locator("[name=jwks]").fill("{}");
    await page.getByRole("button", { name: "Cấp mã hệ thống" }).click();
    expect(await page.locator("[name=jwks]").getAttribute("aria-invalid")).toBe("true");
    await page.locator("[name=jwks]").fill(await keys());
    await page.getByRole("button", { name: "Cấp mã hệ thống" }).click();
    expect(await page.locator("main").innerText()).toContain("Đã cấp mã:");
    await page.getByRole("button", { name: `Tạm ngừng ${name}` }).click();
    await page.getByRole("button", { name: `Mở lại ${name}` }).click();
    expect(await page.getByRole("button", { name: `Tạm ngừng ${name}` }).count()).toBe(1);
  });

  test("sees what came in and why something waits, and never a clinical value", async () => {
    const page = await stage.signedIn(OPERATOR, look, "/operator");
    await page.goto(at("/operator/messages?state=quarantined"));
    await page.locator("main a[href^='/operator/messages/']").first().click();
    const text = await page.locator("main").innerText();
    expect(text).toContain("Chờ đối chiếu");
    expect(text).not.toMatch(/\d{12}|mmol|Metformin/);
  });
});

test("a citizen does not learn that these pages exist", async () => {
  const page = await stage.signedIn("099161000101", PHONE);
  const answer = await page.goto(at("/operator"));
  expect(answer?.status()).toBe(404);
});
