import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { facilities } from "#test/sandbox/province/facilities.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import { bookCrawler } from "#test/support/book-crawler.ts";
import type { Visit } from "#test/support/browser-less.ts";
import { feedWorld } from "#test/support/feed-world.ts";
import { mainText } from "#test/support/page-text.ts";
import { packageXml } from "#test/support/qd3176/package-xml.ts";
import { plausibleCase } from "#test/support/qd3176/plausible-case.ts";
import { ask } from "#test/support/raw-http.ts";
import { type Json, observationOf, patientOf, transaction } from "#test/support/record-store.ts";
import { testdataFiles } from "#test/support/testdata.ts";
import { describeWithTestdata } from "#test/support/with-testdata.ts";

const feeds = await feedWorld();
const { world, deliver, superuser, port } = feeds;
const book = await bookCrawler(feeds);
const yen = persona("yen");
const host = new URL(world.origin).host;
const clinic = facilities.find((f) => f.key === "clinic")?.code5 ?? "";

describeWithTestdata("nothing received is invisible", () => {
  test.each([
    ...testdataFiles("ips-2.0.1").map((file) => [file.split("/").at(-1) ?? "", [file], "vi"] as const),
    ["a sixth of HL7's examples", testdataFiles("hl7-r4-examples").filter((_, at) => at % 6 === 0), "en"] as const,
    ["a chart of years", testdataFiles("synthea-r4").filter((file) => file.includes("Luigi")), "vi"] as const,
  ])("%s", { timeout: 60_000 }, async (_name, files, language) => {
    await book.emptied();
    const states = new Set<string>();
    for (const file of files) states.add(await book.take(fs.readFileSync(file)));
    expect(states).toContain("accepted");
    const found = await book.unreachable(language);
    expect(found.entries).toBeGreaterThan(2);
    expect(found.missing).toEqual([]);
  });
});

test("nothing of a package is invisible, whatever its tables hold", async () => {
  await book.emptied();
  const name = { HO_TEN: yen.name, NGAY_SINH: `${yen.birthDate.replaceAll("-", "")}0000`, GIOI_TINH: "2" };
  const summary = { SO_CCCD: yen.login, MA_BN: "R1", MA_THE_BHYT: "", ...name };
  const body = packageXml(plausibleCase({ maCskcb: clinic, medicines: 3, services: 3, results: 4, summary }));
  const answer = await deliver(body, { target: "/feeds/qd3176", "content-type": "application/xml" });
  expect(answer.status).toBeLessThan(300);
  const found = await book.unreachable("vi");
  expect(found.entries).toBeGreaterThan(5);
  expect(found.missing).toEqual([]);
});

describe("what was corrected or taken back", () => {
  test("is reached from what replaced it, with what it said", async () => {
    await book.emptied();
    const patient = patientOf("y", yen.personalNumber);
    const sent = async (text: string, status = "final") => {
      const value = observationOf("corrected", "y", { valueString: text, status });
      const condition: Json = {
        resourceType: "Condition",
        id: "taken-back",
        subject: { reference: "Patient/y" },
        code: { text: `Chẩn đoán ${text}` },
        verificationStatus: { coding: [{ code: status === "final" ? "confirmed" : "entered-in-error" }] },
      };
      const answer = await deliver(transaction(patient, value, condition), {});
      expect(answer.status).toBe(200);
    };
    await sent("lần đầu");
    await sent("đã sửa", "corrected");
    const { text, ids } = await book.crawled("vi");
    for (const said of ["lần đầu", "đã sửa", "Chẩn đoán lần đầu", "Chẩn đoán đã sửa"]) expect(text).toContain(said);
    expect(ids.size).toBeGreaterThan(1);
  });

  test("is not there for anybody else", async () => {
    const other = (await world.signIn(persona("hung").login)).cookieHeader(world.origin);
    const [row] = await superuser<
      { id: string }[]
    >`select entry_id as id from entries where person_id = ${book.person} and not current limit 1`;
    const answer = await ask(port, { target: `/book/versions/${row?.id}`, headers: { host, cookie: other } });
    expect(answer.status).toBe(404);
  });
});

describe("what somebody measures at home", () => {
  const at = (path: string) => world.origin + path;
  const figures = { "figure-1": "135", "figure-2": "85" };
  const formOf = (page: Visit) => page.forms.find(({ fields }) => fields.some(([name]) => name === "figure-1"));

  test("is written down without script, corrected with nothing lost, and is one however often it is sent", async () => {
    const browser = await world.signIn(yen.login);
    const page = await browser.open(at("/book/measurements/new?kind=blood-pressure"));
    const wrong = await browser.submit(page, formOf(page), { ...figures, "figure-2": "185" });
    expect(wrong.text).toContain("Có thể hai số bị đổi chỗ");
    expect(formOf(wrong)?.fields).toEqual(
      expect.arrayContaining([
        ["figure-1", "135"],
        ["figure-2", "185"],
      ]),
    );
    const saved = await browser.submit(wrong, formOf(wrong), figures);
    expect([saved.status, mainText(saved)]).toEqual([
      200,
      expect.stringMatching(/Đã lưu số đo.*135\/85 mmHg.*Bạn tự đo/s),
    ]);
    const again = await browser.submit(wrong, formOf(wrong), figures);
    expect([again.url.pathname, mainText(again)]).toEqual([
      saved.url.pathname,
      expect.stringContaining("đã được lưu từ trước"),
    ]);
    expect(mainText(await browser.open(at("/book/measurements")))).toContain("135/85 mmHg");
    expect(mainText(await browser.open(at("/book/results")))).not.toContain("135/85");
    expect(mainText(await browser.open(at("/book/search?q=huyet+ap")))).toContain("135/85");
    expect(mainText(await browser.open(at("/privacy")))).toContain("một số tự đo");
    const other = await world.signIn(persona("hung").login);
    expect((await other.open(saved.url)).status).toBe(404);
    expect((await other.submit(saved, formOf(saved), { "figure-1": "1" })).status).toBe(404);
  });

  test("is given back when the session ended meanwhile", async () => {
    const browser = await world.signIn(yen.login);
    const page = await browser.open(at("/book/measurements/new?kind=weight"));
    await superuser`update sessions set ended_at = now(), ended_why = 'signed-out'`;
    const kept = await browser.submit(page, formOf(page), { "figure-1": "56,5" });
    expect([kept.status, kept.text.includes("56,5")]).toEqual([401, true]);
  });
});
