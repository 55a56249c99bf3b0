import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "#app/shared/ids.ts";
import { personIdOf } from "#test/sandbox/province/load.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import { alike } from "#test/support/alike.ts";
import type { Browserless, Visit } from "#test/support/browser-less.ts";
import { startProvince } from "#test/support/province.ts";
import { ask } from "#test/support/raw-http.ts";
import { testDb } from "#test/support/test-db.ts";
import { waysToAsk } from "#test/support/urls.ts";
import { startWorld } from "#test/support/world.ts";

const db = await testDb();
const world = await startWorld(db, {}, { PAGES_PER_MINUTE: "1000000" });
const { sandbox } = await startProvince(db, world);
const superuser = db.raw("superuser");
const { host, port } = new URL(world.origin);
let hung: Browserless;
let lan = "";

const open = (browser: Browserless, path: string) => browser.open(world.origin + path);

function actFor(browser: Browserless, personId: string): Promise<Visit> {
  const page = { url: new URL(`${world.origin}/people`) } as Visit;
  return browser.submit(page, { action: "/people", method: "post", fields: [["personId", personId]], buttons: [] });
}

async function answer(target: string) {
  const cookie = hung.cookieHeader(world.origin);
  return alike(await ask(Number(port), { target, headers: { host, cookie } }), target);
}

/** Sets Hùng's proxy for Lan as a later issue will let her do it. */
const setProxy = (scope: string, legalKind: string, ends: string) => superuser`
  update proxies set scope = ${scope}, legal_kind = ${legalKind}, ends_at = now() + ${ends}::interval where person_id = ${lan}`;

/** Entries of Lan's, by section; those of closed cases apart. */
async function entriesOf(section: string, closed: boolean): Promise<string[]> {
  const rows = await superuser<{ id: string }[]>`
    select distinct e.entry_id as id from entries e where e.person_id = ${lan} and e.section = ${section} and e.current and ${closed} = exists (
      select from case_labels l where l.case_id = e.case_id union all select from hidden_cases h where h.case_id = e.case_id)`;
  return rows.map((row) => row.id);
}

beforeAll(async () => {
  lan = await personIdOf(sandbox, "lan");
  hung = await world.signIn(persona("hung").login);
});

beforeEach(async () => {
  await setProxy("see", "written-authorisation", "1 year");
  expect((await actFor(hung, lan)).url.pathname).toBe("/book");
});

describe("a helper with a written authorisation to see", () => {
  test("opens her visits and results", async () => {
    const [visit] = await entriesOf("visits", false);
    const [result] = await entriesOf("results", false);
    expect((await open(hung, `/book/visits/${visit}`)).status).toBe(200);
    expect((await open(hung, `/book/results/${result}`)).status).toBe(200);
  });

  test("finds nothing where she has hidden a visit or a rule seals one, in every way of asking", async () => {
    for (const kind of ["visits", "results"] as const) {
      const closed = await entriesOf(kind, true);
      expect(closed.length).toBeGreaterThan(0);
      for (const id of closed) {
        for (const query of ["", "?hidden=show"]) {
          const nothing = waysToAsk(`/book/${kind}/${newId()}${query}`);
          for (const [n, way] of waysToAsk(`/book/${kind}/${id}${query}`).slice(0, 2).entries())
            expect(await answer(way)).toEqual(await answer(nothing[n] ?? ""));
        }
      }
    }
  });

  test("is not told that anything is hidden", async () => {
    const own = await world.signIn(persona("lan").login);
    for (const path of ["/book", "/book/visits", "/book/results?hidden=show"]) {
      const { text } = await open(hung, path);
      expect([path, text.includes("hidden=show") && !path.includes("?"), /đã ẩn/.test(text)]).toEqual([
        path,
        false,
        false,
      ]);
    }
    expect((await open(own, "/book/visits")).text).toMatch(/đã ẩn/);
  });

  test("reads his own log, not hers", async () => {
    const log = await open(hung, "/privacy");
    expect(log.status).toBe(200);
    const [row] = await superuser<{ n: number }[]>`
      select count(*)::int as n from access_events where person_id = ${lan} and subject = 'log' and actor_person_id <> ${lan}`;
    expect(row?.n).toBe(0);
  });
});

describe("a narrower scope", () => {
  test("for the pharmacy: allergies and medicines, and every visit and result is as if it were not", async () => {
    await setProxy("pharmacy", "written-authorisation", "1 year");
    expect((await open(hung, "/book/medicines")).status).toBe(200);
    for (const section of ["results", "visits", "conditions", "documents"]) {
      expect([section, (await open(hung, `/book/${section}`)).status]).toEqual([section, 403]);
    }
    for (const kind of ["visits", "results"] as const) {
      for (const id of (await entriesOf(kind, false)).slice(0, 10))
        expect(await answer(`/book/${kind}/${id}`)).toEqual(await answer(`/book/${kind}/${newId()}`));
    }
    const book = (await open(hung, "/book")).text;
    expect(book).not.toMatch(/\/book\/(visits|results)\/[0-9a-f]{8}/);
  });

  test("for paying alone: no page of the book, whether the address exists or not", async () => {
    await setProxy("pay", "written-authorisation", "1 year");
    const [id] = await entriesOf("visits", false);
    expect((await open(hung, "/book")).status).toBe(403);
    expect((await answer(`/book/visits/${id}`)).status).toBe(403);
    expect(await answer(`/book/visits/${id}`)).toEqual(await answer(`/book/visits/${newId()}`));
  });

  test("a helper without a paper in law sees no results", async () => {
    await setProxy("see", "helper", "1 year");
    const [id] = await entriesOf("results", false);
    expect((await open(hung, "/book/medicines")).status).toBe(200);
    expect((await open(hung, "/book/results")).status).toBe(403);
    expect(await answer(`/book/results/${id}`)).toEqual(await answer(`/book/results/${newId()}`));
  });
});

describe("when it is over", () => {
  test("the next request is the helper's own again, and her pages are nothing", async () => {
    const [id] = await entriesOf("visits", false);
    await setProxy("see", "written-authorisation", "-1 second");
    expect((await open(hung, `/book/visits/${id}`)).status).toBe(404);
    expect(await answer(`/book/visits/${id}`)).toEqual(await answer(`/book/visits/${newId()}`));
    expect((await actFor(hung, lan)).status).toBe(404);
  });

  test("who was never asked acts for nobody", async () => {
    for (const key of ["bao", "quan", "mai"]) {
      const answered = await actFor(hung, await personIdOf(sandbox, key));
      expect([key, answered.status]).toEqual([key, 404]);
    }
  });
});

test("every look of his stands in her log, under his name and as a proxy's", async () => {
  const rows = await superuser<{ actor: string; basis: string; kind: string }[]>`
    select distinct actor_person_id as actor, basis, actor_kind as kind from access_events where person_id = ${lan} and actor_person_id <> ${lan}`;
  expect(rows).toEqual([{ actor: await personIdOf(sandbox, "hung"), basis: "proxy", kind: "proxy" }]);
});
