import { describe, expect, test } from "vitest";
import { facility } from "#test/sandbox/province/facilities.ts";
import { facilityId, personIdOf } from "#test/sandbox/province/load.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import { feedWorld } from "#test/support/feed-world.ts";
import { packageXml } from "#test/support/qd3176/package-xml.ts";
import { type CaseSpec, plausibleCase } from "#test/support/qd3176/plausible-case.ts";
import { batch, observationOf, patientOf, someNumber } from "#test/support/record-store.ts";

const { world, province, superuser, rowCounts } = await feedWorld({ PAGES_PER_MINUTE: "100000" });
const { code5 = "" } = facility("general-hospital");
const cookies = new Map<string, string>();
const DUTIES: Record<string, "clerk" | "clinician"> = { yen: "clerk", "duc-anh": "clinician", nhung: "clerk" };

async function cookieOf(key: string): Promise<string> {
  const known = cookies.get(key) ?? (await world.signIn(persona(key).login, DUTIES[key])).cookieHeader(world.origin);
  cookies.set(key, known);
  return known;
}

type Part = [name: string, content: string | Uint8Array];

/** A form of files, as a browser sends it: whole, with its length. */
async function upload(
  parts: Part[],
  { as = "yen", lang = "vi", headers = {} as Record<string, string>, cut = 0 } = {},
) {
  const form = new FormData();
  for (const [name, content] of parts) form.append("files", new Blob([new Uint8Array(Buffer.from(content))]), name);
  const whole = new Response(form);
  const bytes = Buffer.from(await whole.arrayBuffer());
  const body = bytes.subarray(0, bytes.length - cut);
  const response = await fetch(`${world.origin}/clinic/upload?lang=${lang}`, {
    method: "POST",
    redirect: "manual",
    headers: {
      cookie: as ? await cookieOf(as) : "",
      origin: world.origin,
      "content-type": whole.headers.get("content-type") ?? "",
      ...headers,
    },
    body,
  });
  const text = (await response.text()).replace(/<!-- -->/g, "");
  return { status: response.status, text, articles: text.split("<article").slice(1) };
}

const visit = (maLk: string, spec: CaseSpec = {}) =>
  packageXml(
    plausibleCase({
      maLk,
      maCskcb: code5 ?? "",
      ...spec,
      summary: { SO_CCCD: someNumber(), MA_THE_BHYT: "", MA_BN: `BN-${maLk}`, ...spec.summary },
    }),
  );

describe("files uploaded at a facility", () => {
  test("each is taken as if the system had sent it: said by file, table and row; the log says who", async () => {
    const bundle = batch(
      patientOf("u-1", someNumber()),
      observationOf("u-o", "u-1", { effectiveDateTime: "2026-13-01" }),
    );
    const page = await upload([
      ["khám 1.xml", visit("UP-1")],
      ["b.json", JSON.stringify(bundle)],
      ["bad.xml", "<GIAMDINHHS><A>"],
      ["scan.pdf", "%PDF-1.7"],
      ["empty.xml", ""],
    ]);
    expect([page.status, page.articles.length]).toEqual([200, 5]);
    const [good = "", partly = "", bad = "", pdf = "", empty = ""] = page.articles;
    expect(good).toMatch(/khám 1\.xml[\s\S]*Mọi dòng đã vào sổ[\s\S]*XML1[\s\S]*XML2/);
    expect(partly).toMatch(/Các dòng bị từ chối[\s\S]*dòng 2/);
    expect(bad).toMatch(/Không có gì của tệp này vào sổ/);
    expect(pdf).toMatch(/không phải XML hay JSON/);
    expect(empty).toMatch(/Tệp rỗng/);
    expect(page.text).toContain("1 trong 5 tệp");
    const messages =
      await superuser`select state, channel, client_id from messages where facility_id = ${facilityId("general-hospital")} order by received_at`;
    expect(messages.map((m) => [m.state, m.channel, m.client_id])).toEqual([
      ["accepted", "upload", null],
      ["partly_accepted", "upload", null],
      ["rejected", "upload", null],
    ]);
    const acts =
      await superuser`select act, actor_kind, actor_person_id, actor_facility_id from acts where act like 'feed.upload%' order by id`;
    expect(acts.map((a) => a.act)).toEqual(
      Array.from({ length: 3 }, () => ["feed.upload-begun", "feed.uploaded"]).flat(),
    );
    expect(new Set(acts.map((a) => `${a.actor_kind} ${a.actor_person_id} ${a.actor_facility_id}`))).toEqual(
      new Set([`clerk ${await personIdOf(province.sandbox, "yen")} ${facilityId("general-hospital")}`]),
    );
  });

  test("sent twice, at once or later, it is there once and said to have been there", async () => {
    const file: Part = ["a.xml", visit("UP-2")];
    const [one, two] = await Promise.all([upload([file]), upload([file])]);
    const before = await rowCounts();
    const three = await upload([file], { lang: "en" });
    expect([one, two].map((p) => /đã được nhận từ trước/.test(p.text)).sort()).toEqual([false, true]);
    expect(three.text).toContain("had been received before");
    const after = await rowCounts();
    expect([after.entries, after.messages]).toEqual([before.entries, before.messages]);
  });

  test("another facility's package is refused with its reason, in the reader's language", async () => {
    const wrong = packageXml(plausibleCase({ maLk: "UP-3", maCskcb: "79999" }));
    const [vi, en] = [await upload([["x.xml", wrong]]), await upload([["x.xml", wrong]], { lang: "en" })];
    expect(vi.articles[0]).toMatch(/Lỗi|Bị từ chối/);
    expect(en.articles[0]).toMatch(/Nothing of this file is in the book/);
  });

  test("a file too large and more files than may be are said; the others are taken", async () => {
    const many: Part[] = Array.from({ length: 21 }, (_, i) => [`${i}.txt`, "x"]);
    const page = await upload([["big.xml", new Uint8Array(16 * 1_048_576 + 1).fill(60)], ...many]);
    expect(page.articles).toHaveLength(20);
    expect(page.articles[0]).toMatch(/lớn hơn 16 MB/);
    expect(page.text).toMatch(/2 tệp cuối chưa được nhận/);
  });

  test("no file, and a form that breaks off, are answered", async () => {
    expect((await upload([])).text).toContain("Chưa chọn tệp nào");
    const before = await rowCounts();
    const cut = await upload([["a.xml", visit("UP-4")]], { cut: 400 });
    expect(cut.status).toBe(400);
    expect(await rowCounts()).toEqual(before);
  });
});

describe("who may", () => {
  test.each([
    ["nobody", "", 302],
    ["a citizen", "lan", 404],
    ["an operator", "bao-so", 404],
  ])("%s may not: nothing is kept", async (_name, as, status) => {
    if (as) await cookieOf(as);
    const before = await rowCounts();
    const page = await upload([["a.xml", visit("UP-5")]], { as });
    expect(page.status).toBe(status);
    expect(await rowCounts()).toEqual(before);
  });

  test("a form from another site is refused, and files on any other page", async () => {
    const elsewhere = await upload([["a.xml", visit("UP-6")]], { headers: { origin: "https://evil.example" } });
    expect(elsewhere.status).toBe(403);
    const other = await fetch(`${world.origin}/privacy/notice`, {
      method: "POST",
      headers: {
        origin: world.origin,
        cookie: await cookieOf("yen"),
        "content-type": "multipart/form-data; boundary=x",
      },
      body: "--x--",
    });
    expect(other.status).toBe(415);
  });
});
