import fs from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receiveMessage } from "#app/domain/feeds/receive-message.ts";
import { newId } from "#app/shared/ids.ts";
import { connect } from "#db/client.ts";
import { facilityId, personIdOf } from "#test/sandbox/province/load.ts";
import { persona, personas } from "#test/sandbox/province/personas.ts";
import { countingProxy } from "#test/support/counting-proxy.ts";
import { startProvince } from "#test/support/province.ts";
import { ask } from "#test/support/raw-http.ts";
import { testDb } from "#test/support/test-db.ts";
import { testdataFiles } from "#test/support/testdata.ts";
import { describeWithTestdata } from "#test/support/with-testdata.ts";
import { startWorld } from "#test/support/world.ts";

const db = await testDb();
const proxy = await countingProxy(db.url("portal"));
const counted = connect(proxy.url, { applicationName: "test", max: 4 });
const world = await startWorld(db, { db: counted });
const { sandbox } = await startProvince(db, world);
const superuser = db.raw("superuser");
const { host, port } = new URL(world.origin);
let cookie = "";
let signedIn = "";
let lan = "";

const open = (target: string, method = "GET", more: Record<string, string> = {}) =>
  ask(Number(port), { method, target, headers: { host, cookie, ...more } });

/** An entry of a section, of a person. */
async function anyOf(section: string, personId: string): Promise<string> {
  const [row] = await superuser<{ id: string }[]>`
    select e.entry_id as id from entries e where e.person_id = ${personId} and e.section = ${section} and e.current and e.withdrawn_at is null
      and not exists (select from hidden_cases h where h.case_id = e.case_id) order by (e.resource_type = 'DiagnosticReport') desc, e.entry_id limit 1`;
  return row?.id ?? "";
}

/** What a page costs once its statements are prepared, on whichever connection of the pool it comes to. */
async function tripsOf(target: string) {
  for (let warmUp = 0; ; warmUp++) {
    const { result, waits, statements } = await proxy.waits(() => open(target));
    const prepared = statements.filter((one) => /^\s*(select|with|insert|update)/.test(one));
    if (warmUp > 0 && (prepared.length === 0 || warmUp > 8)) return { status: result.status, waits, statements };
  }
}

beforeAll(async () => {
  lan = await personIdOf(sandbox, "lan");
  signedIn = (await world.signIn(persona("lan").login, undefined, "open-hidden")).cookieHeader(world.origin);
  cookie = signedIn;
});

afterAll(() => counted.close());

describe("round trips to the database", () => {
  test.each<[string, number, () => string | Promise<string>]>([
    ["/book", 5, () => "/book"],
    ["/book?hidden=show", 5, () => "/book?hidden=show"],
    ["/book/results", 5, () => "/book/results"],
    ["/book/results?page=2", 5, () => "/book/results?page=2"],
    ["/book/search?q=duong", 5, () => "/book/search?q=duong"],
    ["/book/medicines", 5, () => "/book/medicines"],
    ["/book/sources", 5, () => "/book/sources"],
    ["a visit that is nobody's", 5, () => `/book/visits/${newId()}`],
    // What is found decides what is asked next: the visit, what is of it, whom that names.
    ["a visit", 7, async () => `/book/visits/${await anyOf("visits", lan)}`],
    ["a result", 7, async () => `/book/results/${await anyOf("results", lan)}`],
    ["/privacy", 6, () => "/privacy"],
    ["a page without a person", 0, () => "/help"],
  ])("%s: at most %i", async (name, most, address) => {
    const target = await address();
    if (name === "a page without a person") cookie = "";
    const { status, waits, statements } = await tripsOf(target);
    expect([name, status]).toEqual([name, name.includes("nobody") ? 404 : 200]);
    expect(waits, statements.join(" | ")).toBeLessThanOrEqual(most);
    cookie = signedIn;
  });
});

describeWithTestdata("the person with 1,244 entries", () => {
  test("is read in as many round trips as anybody, on every page of the book", { timeout: 60_000 }, async () => {
    const vito = testdataFiles("synthea-r4").find((file) => file.includes("Vito")) ?? "";
    const person = await personIdOf(sandbox, "vinh");
    const taken = await receiveMessage(
      { db: sandbox.feed, keys: sandbox.keys, now: () => new Date() },
      {
        facilityId: facilityId("clinic"),
        channel: "command",
        clientId: undefined,
        bytes: fs.readFileSync(vito),
        boundTo: person,
        allowSingle: false,
      },
    );
    expect(taken.state).toBe("accepted");
    cookie = (await world.signIn(persona("vinh").login)).cookieHeader(world.origin);
    const [row] = await superuser<{ n: number }[]>`select count(*)::int as n from entries where person_id = ${person}`;
    expect(row?.n).toBeGreaterThan(1_200);
    for (const [target, most] of [
      ["/book", 5],
      ["/book/results", 5],
      ["/book/visits", 5],
      [`/book/visits/${await anyOf("visits", person)}`, 7],
      [`/book/results/${await anyOf("results", person)}`, 7],
    ] as const) {
      const { status, waits, statements } = await tripsOf(target);
      expect([target, status]).toEqual([target, 200]);
      expect(waits, statements.join(" | ")).toBeLessThanOrEqual(most);
    }
    cookie = signedIn;
  });
});

describe("each read is written down, however it is asked for", () => {
  const eventsOfLan = async () =>
    (
      await superuser<
        { subject: string }[]
      >`select subject from access_events where person_id = ${lan} order by occurred_at`
    ).map((r) => r.subject);

  test.each<[string, string, string, Record<string, string>, string]>([
    ["a page", "GET", "/book", {}, "book"],
    ["its head alone", "HEAD", "/book", {}, "book"],
    [
      "a browser that fetches ahead",
      "GET",
      "/book",
      { "sec-purpose": "prefetch;prerender", purpose: "prefetch" },
      "book",
    ],
    [
      "a router that fetches ahead",
      "GET",
      "/book/results.data",
      { "x-remix-prefetch": "yes", purpose: "prefetch" },
      "results",
    ],
    ["data alone", "GET", "/book.data", {}, "book"],
    ["one route's data", "GET", "/book/visits.data?_routes=routes%2Fcitizen%2Fsection", {}, "visits"],
    [
      "what may be cached",
      "GET",
      "/book",
      { "if-none-match": "*", "if-modified-since": new Date().toUTCString() },
      "book",
    ],
    ["a part of it", "GET", "/book", { range: "bytes=0-10" }, "book"],
    ["the sources", "GET", "/book/sources", {}, "sources"],
    ["the log", "GET", "/privacy", {}, "log"],
    ["what is not there", "GET", `/book/visits/${newId()}`, {}, "visit"],
  ])("%s", async (_name, method, target, headers, subject) => {
    const before = await eventsOfLan();
    const answer = await open(target, method, headers);
    expect([200, 404]).toContain(answer.status);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.headers.etag).toBeUndefined();
    expect((await eventsOfLan()).slice(before.length)).toEqual([subject]);
  });
});

test("the log has a line for each request, with no name, number, token, cookie or address of a record in it", async () => {
  const lines = world.log.lines.join("");
  expect(world.log.of("request").length).toBeGreaterThan(40);
  const session = cookie.split("session=")[1]?.split(";")[0] ?? "";
  expect(session.length).toBeGreaterThan(20);
  const secrets = [
    session,
    ...personas.flatMap((p) => [p.login, p.name, p.name.split(" ").at(-1) ?? ""]),
    lan,
    "eyJ",
    "__Host",
    "Bearer",
  ];
  for (const secret of secrets.filter((s) => s.length > 3))
    expect([secret, lines.includes(secret)]).toEqual([secret, false]);
  const [visit, result] = [await anyOf("visits", lan), await anyOf("results", lan)];
  for (const id of [visit, result]) expect([id, lines.includes(id)]).toEqual([id, false]);
  // Beside these the facility in force, where there is one.
  for (const line of world.log.of("request"))
    expect(
      Object.keys(line)
        .sort()
        .filter((field) => field !== "facility"),
    ).toEqual(["level", "method", "ms", "msg", "name", "requestId", "route", "status", "time"]);
});
