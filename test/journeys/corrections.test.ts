import { expect, test } from "vitest";
import { DESK, PHONE, startStage } from "./support/stage.ts";

const stage = await startStage();
const { at } = stage;
const [THANH, YEN, NHUNG] = ["099075000107", "099192000114", "099189000116"];
const main = "main";

test("a wrong result: reported on the phone, refused with a reason, brought before the department", async () => {
  const citizen = await stage.signedIn(THANH, PHONE, "/book/results");
  const ofTheHospital = citizen.locator("main li", { hasText: "BV Đa khoa Kinh Bắc" });
  await ofTheHospital.locator("a[href^='/book/results/']").first().click();
  await citizen.getByRole("link", { name: "Báo sai" }).click();
  expect(await citizen.locator(main).innerText()).toMatch(/Kinh Bắc sẽ thấy họ tên, năm sinh của Đỗ Văn Thành/);
  await citizen.getByRole("button", { name: "Gửi" }).click();
  expect(await citizen.locator(main).innerText()).toContain("Cần điền mục này");
  await citizen.getByLabel("Thông tin này sai").check();
  const words = "Chỉ số này không phải của lần đo hôm đó.";
  await citizen.locator("[name=words]").fill(words);
  await citizen.getByRole("button", { name: "Gửi" }).dblclick();
  // The second click may overtake the first one's answer: the report is there all the same, and only once.
  await citizen.waitForURL(/\/YC-/);
  const reference = new URL(citizen.url()).pathname.split("/").at(-1) ?? "";
  expect(reference).toMatch(/^YC-\d\d-\w{4}-\w\w$/);
  await citizen.goto(at("/book/corrections"));
  expect(await citizen.getByText(reference).count()).toBe(1);
  await citizen.goto(at("/book/corrections/new?section=results"));
  expect(await citizen.locator(main).innerText()).toContain(
    "Nơi khám bạn chọn sẽ thấy họ tên, năm sinh của Đỗ Văn Thành",
  );

  const clerk = await stage.signedIn(YEN, DESK, "/clinic/corrections");
  expect(await clerk.locator(main).innerText()).not.toContain(words);
  await clerk.getByRole("link", { name: reference }).click();
  expect(await clerk.locator(main).innerText()).toContain(words);
  await clerk.getByRole("button", { name: "Xác nhận đã nhận" }).click();
  await clerk.getByLabel("Không sửa").check();
  await clerk.getByRole("button", { name: "Gửi trả lời" }).click();
  expect(await clerk.getByLabel("Không sửa").isChecked()).toBe(true);
  await clerk.locator("[name=words]").fill("Đã đối chiếu với sổ đo: kết quả đúng của anh.");
  await clerk.getByRole("button", { name: "Gửi trả lời" }).click();
  expect(await clerk.getByRole("button", { name: "Gửi trả lời" }).count()).toBe(0);
  const settled = await clerk.locator(main).innerText();
  expect(settled).toContain("không mở ra cho cơ sở nữa");
  for (const gone of [words, "Đỗ Văn Thành"]) expect(settled).not.toContain(gone);

  await citizen.goto(at(`/book/corrections/${reference}`));
  expect(await citizen.locator(main).innerText()).toContain("Đã đối chiếu với sổ đo");
  await citizen.getByRole("button", { name: "Chuyển Sở Y tế" }).click();
  expect(await citizen.locator(main).innerText()).toContain("Sở Y tế đang giải quyết");
  await citizen.goto(at("/privacy"));
  expect(await citizen.locator(main).innerText()).toMatch(/BV Đa khoa Kinh Bắc[\s\S]*Mở yêu cầu sửa sai của bạn/);

  const officer = await stage.signedIn(NHUNG, PHONE, "/clinic/corrections");
  expect(await officer.getByRole("link", { name: reference }).count()).toBe(1);
  expect((await citizen.goto(at("/clinic/corrections")))?.status()).toBe(404);
});
