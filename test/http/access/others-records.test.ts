import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "#app/shared/ids.ts";
import { personIdOf } from "#test/sandbox/province/load.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import { alike } from "#test/support/alike.ts";
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
const cookies = new Map<string, string>();

async function answer(key: string, target: string, method = "GET") {
  const cookie = cookies.get(key) ?? "";
  return alike(await ask(Number(port), { method, target, headers: { host, cookie } }), target);
}

/** Entries of a section of a person's record, and one of each other type, whether they still stand or not. */
async function entryIds(key: string, section: string): Promise<string[]> {
  const rows = await superuser<{ id: string }[]>`
    select id from (
      select distinct on (case section when ${section} then entry_id::text else resource_type end) entry_id as id, section = ${section} as own
      from entries where person_id = ${await personIdOf(sandbox, key)}
    ) e order by own desc, id limit 40`;
  return rows.map((row) => row.id);
}

const casesOf = async (table: "hidden_cases" | "case_labels", key: string) =>
  (
    await superuser<{ id: string }[]>`
    select case_id as id from ${superuser(table)} where person_id = ${await personIdOf(sandbox, key)}`
  ).map((r) => r.id);

const KINDS = ["visits", "results"] as const;

beforeAll(async () => {
  for (const key of ["lan", "hung", "mai", "yen"])
    cookies.set(key, (await world.signIn(persona(key).login, undefined, "open-hidden")).cookieHeader(world.origin));
  cookies.set("bao-so", (await world.signIn(persona("bao-so").login, "operator")).cookieHeader(world.origin));
});

describe.each(KINDS)("/book/%s/:id", (kind) => {
  const nothing = () => `/book/${kind}/${newId()}`;

  test("every id of another person is answered like an id that nobody has, as page and as data", {
    timeout: 60_000,
  }, async () => {
    const ids = await entryIds("lan", kind);
    expect(ids.length).toBeGreaterThan(10);
    const wanted = await answer("mai", nothing());
    const wantedData = await answer("mai", `${nothing()}.data`);
    expect([wanted.status, wantedData.status]).toEqual([404, 404]);
    for (const id of ids) {
      expect(await answer("mai", `/book/${kind}/${id}`)).toEqual(wanted);
      expect(await answer("mai", `/book/${kind}/${id}.data`)).toEqual(wantedData);
    }
  });

  test("in every way a page can be asked for, and for a book that is empty too", async () => {
    const [id = ""] = await casesOf("hidden_cases", "lan");
    for (const query of ["", "?hidden=show", "?lang=en"]) {
      const theirs = waysToAsk(`/book/${kind}/${id}${query}`);
      const nobodys = waysToAsk(`${nothing()}${query}`);
      for (const [n, way] of theirs.entries()) {
        expect(await answer("mai", way)).toEqual(await answer("mai", nobodys[n] ?? ""));
      }
    }
    expect(await answer("yen", `/book/${kind}/${id}`)).toEqual(await answer("yen", nothing()));
    expect(await answer("mai", `/book/${kind}/${id}`, "HEAD")).toEqual(await answer("mai", nothing(), "HEAD"));
  });

  test.each([
    "x",
    "0",
    "-1",
    "undefined",
    "00000000-0000-0000-0000-000000000000",
    "';select(1)--",
    "{{number:1}}",
    "%00",
    "%2e%2e%2fsources",
    "A".repeat(200),
    "%E1%BB%85",
    "%E0%A4%A",
  ])("an id that cannot be one, %j, is answered alike", async (odd) => {
    const target = `/book/${kind}/${odd}`;
    expect(await answer("mai", target)).toEqual(await answer("mai", nothing()));
  });

  test("an id in capitals is the same id", async () => {
    const [id = ""] = await casesOf("hidden_cases", "lan");
    expect((await answer("mai", `/book/${kind}/${id.toUpperCase()}`)).status).toBe(404);
  });
});

describe("what a person has hidden", () => {
  test("is not in their own book until they ask, and looks like nothing until then", async () => {
    for (const id of await casesOf("hidden_cases", "lan")) {
      expect(await answer("lan", `/book/visits/${id}`)).toEqual(await answer("lan", `/book/visits/${newId()}`));
      expect((await answer("lan", `/book/visits/${id}?hidden=show`)).status).toBe(200);
      for (const odd of ["?hidden=1", "?hidden=SHOW", "?hidden=show1", "?hidden[]=show"]) {
        expect([odd, (await answer("lan", `/book/visits/${id}${odd}`)).status]).toEqual([odd, 404]);
      }
    }
  });
});

describe("what is sealed by rule", () => {
  test("looks like nothing even to the person, whatever they ask for", async () => {
    const sealed = await superuser<{ id: string; kind: string }[]>`
      select e.entry_id as id, e.section as kind from entries e join case_labels l on l.case_id = e.case_id
      where l.label = 'violence' and e.person_id = ${await personIdOf(sandbox, "mai")}`;
    expect(sealed.length).toBeGreaterThan(0);
    for (const { id } of sealed) {
      for (const kind of KINDS) {
        for (const query of ["", "?hidden=show"]) {
          const wanted = waysToAsk(`/book/${kind}/${newId()}${query}`);
          for (const [n, way] of waysToAsk(`/book/${kind}/${id}${query}`).slice(0, 3).entries())
            expect(await answer("mai", way)).toEqual(await answer("mai", wanted[n] ?? ""));
        }
      }
    }
  });
});

test("an operator's duty opens nobody's book", async () => {
  for (const id of await casesOf("hidden_cases", "lan"))
    expect(await answer("bao-so", `/book/visits/${id}`)).toEqual(await answer("bao-so", `/book/visits/${newId()}`));
});

test("each of these reads stands in the log of who asked, and none in that of whose it is", async () => {
  const lan = await personIdOf(sandbox, "lan");
  const [row] = await superuser<{ n: number }[]>`
    select count(*)::int as n from access_events where person_id = ${lan} and actor_person_id is distinct from ${lan}`;
  expect(row?.n).toBe(0);
});
