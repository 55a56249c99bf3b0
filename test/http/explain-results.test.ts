import { expect, test } from "vitest";
import { personIdOf } from "#test/sandbox/province/load.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import type { Browserless, Visit } from "#test/support/browser-less.ts";
import { mainText } from "#test/support/page-text.ts";
import { startProvince } from "#test/support/province.ts";
import { testDb } from "#test/support/test-db.ts";
import { startWorld } from "#test/support/world.ts";

const db = await testDb();
const world = await startWorld(db, {}, { PAGES_PER_MINUTE: "1000000" });
const { sandbox } = await startProvince(db, world);
const superuser = db.raw("superuser");
const at = (path: string) => world.origin + path;
const SCREEN = "/clinic/results";

/** The form of the screen with these fields instead of its own. */
const send = (browser: Browserless, page: Visit, fields: [string, string][]) =>
  browser.submit(page, { action: SCREEN, method: "post", fields, buttons: [] });

test("a clinician explains a result on the screen, and the person reads it first of all", async () => {
  const doctor = await world.signIn(persona("duc-anh").login, "clinician");
  const page = await doctor.open(at(SCREEN));
  expect(page.status).toBe(200);
  expect(mainText(page)).toContain("Giải thích kết quả");
  const boxes = [...page.text.matchAll(/name="chosen" value="([0-9a-f-]+):0"/g)].map(([, id]) => id ?? "");
  expect(boxes.length).toBeGreaterThan(3);
  const lan = await personIdOf(sandbox, "lan");
  const rows = await superuser<{ id: string }[]>`
    select entry_id as id from result_inbox where person_id = ${lan} and entry_id = any(${boxes}::uuid[])`;
  const [chosen] =
    rows.length > 0
      ? rows
      : await superuser<{ id: string }[]>`select entry_id as id from result_inbox where person_id = ${lan} limit 1`;
  const id = chosen?.id ?? "";
  const wrong = await send(doctor, page, [
    ["chosen", `${id}:0`],
    ["intent", "explain"],
    ["phrase", "repeat"],
    ["weeks", ""],
    ["words", "Giữ lời này"],
  ]);
  expect([wrong.status, wrong.text.includes("Giữ lời này")]).toEqual([200, true]);
  const sent = [
    ["chosen", `${id}:0`],
    ["intent", "explain"],
    ["phrase", "repeat"],
    ["weeks", "6"],
    ["words", ""],
  ] as [string, string][];
  expect(mainText(await send(doctor, page, sent))).toContain("Đã gửi cho 1 kết quả");
  expect(mainText(await send(doctor, page, sent))).toContain("chưa gửi được");
  expect(mainText(await doctor.open(at(`${SCREEN}?list=explained`)))).toContain("Cần làm lại sau 6 tuần");
  const reader = await world.signIn(persona("lan").login);
  const text = mainText(await reader.open(at(`/book/results/${id}`)));
  expect(text).toContain("Cần làm lại sau 6 tuần Trần Đức Anh");
  expect(mainText(await reader.open(at("/privacy")))).toContain("Giải thích hoặc cho hiện kết quả do nơi này gửi");
});

test("to a clerk the screen is closed, to a citizen it does not exist, and their forms do nothing", async () => {
  const clerk = await world.signIn(persona("yen").login, "clerk");
  const citizen = await world.signIn(persona("lan").login);
  const [row] = await superuser<{ id: string }[]>`select entry_id as id from result_inbox where comments = 0 limit 1`;
  const form = [
    ["chosen", `${row?.id}:0`],
    ["intent", "explain"],
    ["phrase", "normal"],
  ] as [string, string][];
  const before = await superuser`select count(*) from result_comments`;
  for (const [browser, status] of [
    [clerk, 403],
    [citizen, 404],
  ] as const) {
    const page = await browser.open(at(SCREEN));
    expect(page.status).toBe(status);
    expect((await send(browser, page, form)).status).toBe(status);
  }
  expect(await superuser`select count(*) from result_comments`).toEqual(before);
});
