import { beforeAll, describe, expect, test } from "vitest";
import { pages } from "#app/urls.ts";
import { personIdOf } from "#test/sandbox/province/load.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import { alike } from "#test/support/alike.ts";
import { registerProvince } from "#test/support/province.ts";
import { ask, sendBytes } from "#test/support/raw-http.ts";
import { testDb } from "#test/support/test-db.ts";
import { addressOf, dataAddress, someWays, waysToAsk } from "#test/support/urls.ts";
import { startWorld } from "#test/support/world.ts";

const db = await testDb();
const world = await startWorld(db, {}, { PAGES_PER_MINUTE: "1000000" });
const { sandbox } = await registerProvince(db, world);
const superuser = db.raw("superuser");
const { host, port, origin } = new URL(world.origin);
const cookies = new Map<string, string>();
const operatorPages = pages.filter((page) => page.access === "operator" || page.access === "staff");

/** What a form could try to do, on whichever page it arrives. */
const FORM = new URLSearchParams({
  personId: "",
  returnTo: "/book",
  intent: "suspend",
  clientId: "x",
  kind: "hospital",
  name: "Bệnh viện lạ",
  shortName: "BV lạ",
  code5: "99999",
  legalBasis: "x",
}).toString();

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

function send(key: string, target: string, { method = "POST", headers = { origin }, body = FORM }: Sent = {}) {
  const type = {
    "content-type": "application/x-www-form-urlencoded",
    "content-length": String(Buffer.byteLength(body)),
  };
  const cookie = cookies.get(key) ?? "";
  return ask(Number(port), { method, target, headers: { host, cookie, ...type, ...headers }, body });
}

/** Everything a form could change. */
async function state() {
  const [row] = await superuser`
    select (select count(*)::int from acts) as acts, (select count(*)::int from facilities) as facilities,
      (select count(*)::int from machine_clients where suspended_at is null) as clients,
      (select count(*)::int from notice_acknowledgements) as notices,
      (select count(*)::int from sessions where acting_for is not null or ended_at is not null) as sessions,
      (select count(*)::int from access_events) as events`;
  return row;
}

beforeAll(async () => {
  for (const [key, duty] of [["lan"], ["bao-so", "operator"], ["yen", "clerk"]] as const)
    cookies.set(key, (await world.signIn(persona(key).login, duty)).cookieHeader(origin));
});

describe("a form from elsewhere is refused, whoever is signed in", () => {
  const elsewhere: [string, Record<string, string>][] = [
    ["another site", { origin: "https://evil.example" }],
    ["another site that calls itself ours", { origin: "https://evil.example", "sec-fetch-site": "same-origin" }],
    ["another port", { origin: "http://localhost:1" }],
    ["our host with another scheme", { origin: origin.replace("http:", "https:") }],
    ["a sandboxed frame", { origin: "null" }],
    ["a cross-site form without an origin", { "sec-fetch-site": "cross-site" }],
    ["a neighbour of our site", { "sec-fetch-site": "same-site" }],
    ["a program that names no origin", {}],
    ["a page that names two origins", { origin: `${origin} ${origin}` }],
    ["an address we are the beginning of", { origin: `${origin}.evil.example` }],
  ];

  test.each(elsewhere)("%s", async (_name, headers) => {
    const before = await state();
    for (const page of pages) {
      for (const method of ["POST", "PUT", "DELETE"]) {
        for (const target of [addressOf(page.path), dataAddress(addressOf(page.path))]) {
          const answer = await send("bao-so", target, { method, headers });
          expect([method, target, answer.status, answer.cookies]).toEqual([method, target, 403, []]);
        }
      }
    }
    expect(await state()).toEqual(before);
  });

  test("under another host's name it is refused too", async () => {
    const headers = { host: "evil.example", origin: "http://evil.example" };
    expect((await send("lan", "/sign-out", { headers })).status).toBe(421);
  });
});

describe.each(operatorPages.map((page) => [page.path, page.access, page.resource, page.file] as const))(
  "%s",
  (path, access, file, module) => {
    const [real, none] = [addressOf(path), "/no-such-page"];

    test("does not exist for a citizen: not as a page, not as data, not by HEAD", async () => {
      const [realWays, noWays] = [waysToAsk(real), waysToAsk(none)];
      for (const query of ["", "?lang=en"]) {
        const [there, nowhere] = [await get("lan", real + query), await get("lan", none + query)];
        expect(there.status).toBe(404);
        // A file has no page to say so with.
        if (!file) expect(there).toEqual(nowhere);
      }
      if (!file) expect(await get("lan", real, "HEAD")).toEqual(await get("lan", none, "HEAD"));
      if (!file) expect(await get("lan", realWays[1] ?? "")).toEqual(await get("lan", noWays[1] ?? ""));
      for (const way of someWays({ path, file: module }, real)) {
        const { status, text } = await get("lan", way);
        expect([200, 404]).toContain(status);
        expect(text.join("")).not.toMatch(/view|facilit|client(?!X)/i);
      }
    });

    test("takes no form of a citizen", async () => {
      const before = await state();
      for (const method of ["POST", "PUT", "DELETE"]) {
        const there = alike(await send("lan", real, { method }), real);
        const nowhere = alike(await send("lan", none, { method }), none);
        expect([method, there.status]).toEqual([method, 404]);
        if (!file) expect(there).toEqual(nowhere);
      }
      expect(await state()).toEqual(before);
    });

    test("is there for an operator, or for staff", async () => {
      const { status } = await get(access === "staff" ? "yen" : "bao-so", real);
      // Yến is a clerk, and results are explained by clinicians.
      expect(status).toBe(path === "/clinic/results" ? 403 : path.includes(":") ? 404 : 200);
    });
  },
);

async function get(key: string, target: string, method = "GET") {
  const headers = { host, cookie: cookies.get(key) ?? "" };
  return alike(await ask(Number(port), { method, target, headers }), target);
}

describe("acting for somebody", () => {
  test("who has no proxy is answered like for a person who does not exist", async () => {
    const known = await personIdOf(sandbox, "bao-so");
    const before = await state();
    const answers = [];
    for (const personId of [known, crypto.randomUUID(), "x", "';--", "%00"]) {
      const body = new URLSearchParams({ personId }).toString();
      answers.push(alike(await send("lan", "/people", { body }), "/people"));
    }
    expect(answers.map((a) => a.status)).toEqual([404, 404, 404, 404, 404]);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await state()).toEqual(before);
  });
});

describe("what is no form, or too much of one", () => {
  const post = (headers: Record<string, string>, body = "a=b", target = "/people") =>
    send("lan", target, { headers: { origin, ...headers }, body });

  test.each([
    "application/json",
    "text/plain",
    "multipart/form-data; boundary=x",
    "application/x-www-form-urlencodedx",
    "",
  ])("of type %j is refused", async (type) => {
    expect((await post({ "content-type": type })).status).toBe(415);
    expect((await post({ "content-type": type }, "a=b", "/sign-in")).status).toBe(415);
  });

  test("is refused by its length before it is read, and without one", async () => {
    for (const target of ["/people", "/sign-in", "/nowhere"]) {
      const head = `POST ${target} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nConnection: close\r\n`;
      expect((await post({}, "a".repeat(262_145), target)).status).toBe(413);
      expect(await sendBytes(Number(port), `${head}Content-Length: 999999999\r\n\r\n`)).toMatch(/^HTTP\/1.1 413 /);
      expect(await sendBytes(Number(port), `${head}Transfer-Encoding: chunked\r\n\r\n`)).toMatch(/^HTTP\/1.1 411 /);
    }
  });

  test("of any text is answered, never with an error of ours", { timeout: 60_000 }, async () => {
    const odd = ["\0", "a\0b", "%", "x".repeat(10_000), "🏥", "\u202e", "1e999", "[]", "{}", '{"keys":[{}]}'];
    const fields =
      "personId returnTo intent clientId kind name shortName code5 code13 legalBasis jwks facilityId idempotencyKey scopes";
    for (const { path } of operatorPages) {
      for (const value of odd) {
        const body = new URLSearchParams(fields.split(" ").map((field) => [field, value])).toString();
        const { status } = await send("bao-so", addressOf(path), { body });
        expect([path, value.slice(0, 9), status < 500]).toEqual([path, value.slice(0, 9), true]);
      }
    }
  });
});
