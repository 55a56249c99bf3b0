import fs from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { newId } from "#app/shared/ids.ts";
import type { FaultName } from "#test/sandbox/insurer/faults.ts";
import { insurerSettings, startInsurer } from "#test/sandbox/insurer/server.ts";
import { facilityId, personIdOf } from "#test/sandbox/province/load.ts";
import { packageMessages } from "#test/sandbox/province/packages.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import { bundleText, storyMessages } from "#test/sandbox/province/stories/index.ts";
import type { Browserless, Visit } from "#test/support/browser-less.ts";
import { feedWorld } from "#test/support/feed-world.ts";
import { mainText } from "#test/support/page-text.ts";

const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(fs.readFileSync(wasm)).buffer } });
const insurer = await startInsurer({ port: 0 });
afterAll(() => insurer.close());
const { world, province, superuser, deliver } = await feedWorld(insurerSettings(insurer));
const { sandbox } = province;

const TOLD = ["lan", "bao", "thanh"];
for (const { personaKey, facilityKey, bundle } of storyMessages(new Date()))
  if (TOLD.includes(personaKey)) expect((await deliver(bundleText(bundle), { from: facilityKey })).status).toBe(200);
for (const { facilityKey, bytes } of packageMessages(new Date()))
  expect((await deliver(bytes, { from: facilityKey, target: "/feeds/qd3176" })).status).toBe(200);

let lan: Browserless;
const open = (browser: Browserless, path = "/book/about") => browser.open(world.origin + path);
const askForm = (page: Visit) => page.forms.find((form) => form.fields.some(([name]) => name === "card"));
const press = async (browser: Browserless) => {
  const page = await open(browser);
  return browser.submit(page, askForm(page));
};
const checks = () => superuser<{ answered: boolean; failure: string | null }[]>`
  select answered_at is not null as answered, failure from insurance_checks`;

beforeAll(async () => {
  lan = await world.signIn(persona("lan").login);
});
beforeEach(async () => {
  insurer.faults.clear();
  await superuser`delete from insurance_checks`;
});

describe("the insurer is asked about a card", () => {
  test("before anybody asked, the page says so and shows what the facilities sent", async () => {
    const page = mainText(await open(lan));
    expect(page).toContain("9900000101");
    expect(page).toContain("Chưa hỏi cơ quan bảo hiểm");
    expect(page).toMatch(/Số định danh cá nhân 099161000101 \d nơi ghi như nhau/);
    expect(page).toMatch(/Họ và tên Nguyễn Thị Lan 5 nơi ghi như nhau.*Định danh điện tử, .* Trạm Y tế Tam Giang/);
  });

  test("its answer is shown in words, with where, until when, how much and when it was told", async () => {
    const page = mainText(await press(lan));
    expect(page).toContain("Cơ quan bảo hiểm vừa trả lời.");
    expect(page).toContain("HT 3 99 9900000101");
    expect(page).toContain("Thẻ dùng được");
    expect(page).toMatch(/Hạn dùng 0?1\/0?1\/\d{4} đến 31\/12\/\d{4}/);
    expect(page).toContain("Quỹ trả 95%");
    expect(page).toContain("Trạm Y tế xã Tam Giang (mã 99101)");
    expect(page).toMatch(/trả lời lúc \d\d:\d\d hôm nay/);
    expect(await checks()).toEqual([{ answered: true, failure: null }]);
  });

  test("pressed twice at once it asks once, and within the minute not again", async () => {
    const page = await open(lan);
    const before = insurer.asked();
    insurer.faults.set("slow", { seconds: 0.3 });
    const both = await Promise.all([lan.submit(page, askForm(page)), lan.submit(page, askForm(page))]);
    expect(both.map(({ url }) => url.searchParams.get("news")).sort()).toEqual(["answered", "recent"]);
    expect((await press(lan)).url.searchParams.get("news")).toBe("recent");
    expect(insurer.asked() - before).toBe(1);
  });

  test("that it was asked stands in the log, and no answer lies open in the store", async () => {
    await press(lan);
    expect(mainText(await open(lan, "/privacy"))).toContain("Hỏi cơ quan bảo hiểm về thẻ bảo hiểm y tế");
    const [row] = await superuser<{ answer: Buffer }[]>`select answer from insurance_checks`;
    expect(row?.answer.toString("latin1")).not.toMatch(/9900000101|99101|2026/);
  });
});

describe("a gateway that gives no answer", () => {
  test.each<[FaultName, string]>([
    ["down", "busy"],
    ["nonsense", "not-understood"],
    ["cut", "unreachable"],
  ])("%s: the stored answer stays, with an honest sentence", async (fault, failure) => {
    await press(lan);
    await superuser`update insurance_checks set asked_at = asked_at - interval '2 minutes', answered_at = answered_at - interval '1 day'`;
    insurer.faults.set(fault);
    const page = mainText(await press(lan));
    expect(page).toContain("Chưa nhận được câu trả lời");
    expect(page).toContain("Dưới đây là câu trả lời trước đó");
    expect(page).toContain("vẫn phải tiếp nhận");
    expect(page).toContain("Thẻ dùng được");
    expect(page).toContain("hôm qua");
    expect(await checks()).toEqual([{ answered: true, failure }]);
    insurer.faults.clear();
    await superuser`update insurance_checks set asked_at = asked_at - interval '2 minutes'`;
    expect(mainText(await press(lan))).not.toContain("câu trả lời trước đó");
  });

  test("an answer that comes after a later question changes nothing", async () => {
    const page = await open(lan);
    insurer.faults.set("slow", { seconds: 0.4, times: 1 });
    const late = lan.submit(page, askForm(page));
    await expect.poll(async () => (await checks()).length).toBe(1);
    await superuser`update insurance_checks set asked_at = asked_at + interval '1 second', failed_at = now(), failure = 'timeout'`;
    await late;
    expect(await checks()).toEqual([{ answered: false, failure: "timeout" }]);
  });
});

describe("who may ask", () => {
  test("a mother asks for her child, and it is the child's card", async () => {
    const ha = await world.signIn(persona("ha").login);
    const [bao, mother] = [await personIdOf(sandbox, "bao"), await personIdOf(sandbox, "ha")];
    await sandbox.owner.sql`
      insert into proxies (person_id, id, helper_id, legal_kind, scope, state, starts_at, ends_at)
      values (${bao}, ${newId()}, ${mother}, 'guardian', 'act', 'active', now(), now() + interval '1 year')`;
    await ha.submit({ url: new URL(`${world.origin}/people`) } as Visit, {
      action: "/people",
      method: "post",
      fields: [["personId", bao]],
      buttons: [],
    });
    const page = mainText(await press(ha));
    expect(page).toContain("Lê Gia Bảo");
    expect(page).toContain("TE 1 99 9900000104");
    expect(page).not.toContain("9900000103");
    await superuser`update proxies set scope = 'see' where person_id = ${bao}`;
    const looking = await open(ha);
    expect(askForm(looking), "who may only look finds no button").toBeUndefined();
    const [card] = await superuser<{ id: string }[]>`
      select identifier_id as id from insurance_checks where person_id = ${bao}`;
    const refused = await ha.submit(looking, formOf(card?.id ?? ""));
    expect(refused.status).toBe(403);
  });

  test("nobody asks about a card that is not in the book they have open", async () => {
    await press(lan);
    const [card] = await superuser<{ id: string }[]>`select identifier_id as id from insurance_checks`;
    const hung = await world.signIn(persona("hung").login);
    const page = await open(hung);
    for (const id of [card?.id ?? "", newId(), "9900000101"])
      expect((await hung.submit(page, formOf(id))).status).toBe(404);
  });

  test("who has no card is asked about by the personal number, which stands for it", async () => {
    const trang = await world.signIn(persona("trang").login);
    expect(mainText(await open(trang))).toContain("Dùng số định danh cá nhân thay mã số thẻ");
    expect(mainText(await press(trang))).toContain("DN 4 99 9900000113");
  });
});

describe("papers for a visit", () => {
  const demands = () => superuser<{ facilityId: string; n: number }[]>`
    select facility_id as "facilityId", count(*)::int as n from paper_demands group by 1`;
  const tell = async (browser: Browserless, facility: string) => {
    const page = await open(browser, "/book/papers");
    const form = page.forms.find(({ fields }) => fields.some(([, value]) => value === "demand"));
    return browser.submit(page, form, { facility });
  };

  test("the card, the referral and the slip that are good, with what is known of their signature and nothing clinical", async () => {
    const thanh = await world.signIn(persona("thanh").login);
    const page = await open(thanh, "/book/papers");
    const words = mainText(page);
    expect(words).toContain("9900000107");
    expect(words).toMatch(
      /Giấy chuyển tuyến · Số CT-0417\/2026 Còn giá trị đến hết ngày \d\d\/\d\d\/\d{4} Có chữ ký số, chưa kiểm tra được/,
    );
    expect(words).toContain("Chuyển đến Bệnh viện Đa khoa tỉnh Kinh Bắc (mã 99001)");
    expect(words).toMatch(/Giấy hẹn khám lại · Số HK-0417 Hẹn khám ngày/);
    expect(words).toContain("Quyết định 31/QĐ-BYT");
    expect(words).not.toMatch(/huyết áp|lipid|Tim mạch|I10/i);
    expect(mainText(await open(thanh))).toMatch(
      /0?1\/0?1\/\d{4} đến 31\/12\/\d{4} · Phòng khám Đa khoa An Bình \(mã 99201\)/,
    );
  });

  test("the code on it is the number of the card and nothing else", async () => {
    const page = await open(lan, "/book/papers");
    const [, size = "", path = ""] =
      /<svg class="qr" viewBox="0 0 (\d+) \d+".*?<path class="qr-ink" d="([^"]+)"/s.exec(page.text) ?? [];
    expect(await scanned(Number(size), path)).toBe("9900000101");
  });

  test("asked there, the insurer's answer is shown there", async () => {
    const page = await open(lan, "/book/papers");
    const answered = await lan.submit(page, askForm(page));
    expect(answered.url.pathname).toBe("/book/papers");
    expect(mainText(answered)).toContain("Thẻ dùng được");
  });

  test("who is asked for paper all the same is counted once a day and place, and nobody can tell who", async () => {
    const [general, clinic] = [facilityId("general-hospital"), facilityId("clinic")];
    expect(mainText(await tell(lan, general))).toContain("Đã ghi nhận");
    await Promise.all([tell(lan, general), tell(lan, general), tell(lan, clinic)]);
    const trang = await world.signIn(persona("trang").login);
    await tell(trang, general);
    expect(await demands()).toEqual(
      expect.arrayContaining([
        { facilityId: general, n: 2 },
        { facilityId: clinic, n: 1 },
      ]),
    );
    const operator = await world.signIn(persona("bao-so").login, "operator");
    expect(mainText(await open(operator, "/operator/facilities"))).toMatch(
      /2 tháng này, 0 tháng trước.*1 tháng này, 0 tháng trước/s,
    );
  });

  test("a place that is none is told on the form, and a stranger's session tells nothing", async () => {
    for (const facility of ["", newId(), "99001", facilityId("health-department")])
      expect(mainText(await tell(lan, facility))).not.toContain("Đã ghi nhận");
    expect((await world.browser().open(`${world.origin}/book/papers`)).url.pathname).toBe("/sign-in");
  });
});

/** What a scanner reads of the drawn code. */
async function scanned(size: number, path: string): Promise<string | undefined> {
  const scale = 4;
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let dy = 0; dy < scale; dy++)
      for (let dx = 0; dx < scale; dx++)
        pixels.fill(
          0,
          4 * ((Number(y) * scale + dy) * side + Number(x) * scale + dx),
          4 * ((Number(y) * scale + dy) * side + Number(x) * scale + dx) + 3,
        );
  const image = { data: pixels, width: side, height: side, colorSpace: "srgb" } as ImageData;
  const [found] = await readBarcodes(image, { formats: ["QRCode"] });
  return found?.text;
}

test("no number, no name and no answer is in any line of the log", () => {
  const log = world.log.lines.join("\n");
  expect(log).toContain('"msg":"request"');
  expect(log).not.toMatch(/99000001\d\d|099161000101|099224000104|Nguyễn Thị Lan|NGUYỄN|GD499|HT399|99101/);
});

const formOf = (card: string) => ({
  action: "/book/about",
  method: "post",
  fields: [["card", card]] as [string, string][],
  buttons: [],
});
