import { expect, test } from "vitest";
import { facility } from "#test/sandbox/province/facilities.ts";
import { packageXml } from "#test/support/qd3176/package-xml.ts";
import { plausibleCase } from "#test/support/qd3176/plausible-case.ts";
import { someNumber } from "#test/support/record-store.ts";
import { PHONE, startStage } from "./support/stage.ts";

const stage = await startStage();
const YEN = "099192000114";

test("a receptionist uploads a visit on a phone, presses twice, and reads what became of it", async () => {
  const page = await stage.signedIn(YEN, PHONE, "/clinic/corrections");
  await page.goto(stage.at("/clinic/upload"));
  const summary = { SO_CCCD: someNumber(), MA_THE_BHYT: "", MA_BN: "BN-UP" };
  const maCskcb = facility("general-hospital").code5 ?? "";
  const visit = packageXml(plausibleCase({ maLk: "LK-UP", maCskcb, summary }));
  await page.getByLabel("Tệp hồ sơ").setInputFiles([
    { name: "lượt khám.xml", mimeType: "text/xml", buffer: Buffer.from(visit) },
    { name: "rất-dài-".repeat(20), mimeType: "", buffer: Buffer.from("không phải hồ sơ") },
  ]);
  await page.getByRole("button", { name: "Gửi các tệp đã chọn" }).dblclick();
  await page.getByText("1 trong 2 tệp").waitFor();
  const said = await page.locator("main").innerText();
  expect(said).toContain("Mọi dòng đã vào sổ");
  expect(said).toContain("không phải XML hay JSON");
  expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
  if (process.env.PICTURE) await page.screenshot({ path: process.env.PICTURE, fullPage: true });
});
