import { describe, expect, test } from "vitest";
import { pages } from "#app/urls.ts";
import { ask } from "#test/support/raw-http.ts";
import { testDb } from "#test/support/test-db.ts";
import { addressOf, dataAddress, routeIdOf, someWays } from "#test/support/urls.ts";
import { startWorld } from "#test/support/world.ts";

const db = await testDb();
const world = await startWorld(db, {}, { PAGES_PER_MINUTE: "1000000" });
const superuser = db.raw("superuser");
const port = Number(new URL(world.origin).port);
const host = new URL(world.origin).host;
const cookieName = (name: string) => `__Host-so-khoe-${port}-${name}`;

const closed = pages.filter((page) => page.access !== "public");
const open = pages.filter((page) => page.access === "public");
const here = { host, origin: world.origin };
const signInFor = (address: string, more = "") => `/sign-in?${new URLSearchParams({ returnTo: address })}${more}`;

/** Where a single-fetch answer sends the browser. */
const sentTo = (text: string): string | undefined => /"(\/sign-in[^"]*)"/.exec(text)?.[1];

describe.each(closed.map((page) => [page.path, page] as const))("%s without a session", (_path, page) => {
  const address = addressOf(page.path);

  test("leads to sign-in and back, query included", async () => {
    for (const asked of [address, `${address}?page=2&lang=en`]) {
      const answer = await ask(port, { target: asked, headers: { host } });
      expect([answer.status, answer.headers.location, answer.text]).toEqual([302, signInFor(asked), ""]);
    }
  });

  test("HEAD is answered like GET", async () => {
    const answer = await ask(port, { method: "HEAD", target: address, headers: { host } });
    expect([answer.status, answer.headers.location]).toEqual([302, signInFor(address)]);
  });

  test("its data leads there too, whole and alone", async () => {
    for (const query of ["", `?_routes=${routeIdOf(page)}`, `?_routes=root,${routeIdOf(page)}`]) {
      const answer = await ask(port, { target: dataAddress(address) + query, headers: { host } });
      expect([query, answer.status, sentTo(answer.text)]).toEqual([query, 202, signInFor(address)]);
    }
  });

  test("asked for by any other route's id, it gives that route's data at most", async () => {
    for (const way of someWays(page, address)) {
      const { status, text } = await ask(port, { target: way, headers: { host } });
      if (status !== 202)
        expect([way, text.includes('"account"'), text.includes('"person"')]).toEqual([way, false, false]);
    }
  });

  test.each(["POST", "PUT", "DELETE"])("%s does nothing, whatever is sent", async (method) => {
    const headers = { ...here, "content-type": "application/x-www-form-urlencoded" };
    for (const target of [address, dataAddress(address), `${dataAddress(address)}?_routes=${routeIdOf(page)}`]) {
      const body = method === "DELETE" ? "" : "personId=&intent=suspend&clientId=x";
      const answer = await ask(port, { method, target, headers, body });
      expect([302, 202, 405]).toContain(answer.status);
      if (answer.status === 302) expect(answer.headers.location).toBe(signInFor(address));
      if (answer.status === 202) expect(sentTo(answer.text)).toBe(signInFor(address));
    }
  });

  test.each([
    ["a cookie nobody was given", "A".repeat(43)],
    ["an empty cookie", ""],
    ["SQL for a cookie", "' or true --"],
    ["a very long cookie", "x".repeat(4_000)],
  ])("%s is no session", async (_name, value) => {
    const cookie = `${cookieName("session")}=${encodeURIComponent(value)}`;
    const answer = await ask(port, { target: address, headers: { host, cookie } });
    expect(answer.status).toBe(302);
    expect(answer.headers.location).toBe(signInFor(address, value ? "&reason=ended" : ""));
  });
});

test("another way to write an address opens nothing either", async () => {
  const odd = [
    "/BOOK",
    "/book/",
    "/%62ook",
    "/book//visits/x",
    "/book/%2e/",
    "/assets/../book",
    "/book;a=b",
    "/Operator",
    "/operator/",
  ];
  for (const target of [...odd, ...odd.map((path) => `${path}.data`), "//book", "/book%2Fsources", "/book.data.data"]) {
    const { status, text } = await ask(port, { target, headers: { host } });
    expect([target, status >= 500, text.includes('"account"')]).toEqual([target, false, false]);
    if (status === 200) expect([target, text]).toEqual([target, "no page"]);
  }
});

test("pages declared public answer without a session, and know nobody", async () => {
  for (const page of open.filter((p) => !p.resource && p.path !== "*")) {
    const answer = await ask(port, { target: page.path.replace(":id", "glucose"), headers: { host } });
    const { location } = answer.headers;
    expect([page.path, answer.status < 400]).toEqual([page.path, true]);
    // The parts of a sign-in that stand alone lead to its beginning; nothing else sends anybody away.
    if (location)
      expect([page.path, location]).toEqual([
        expect.stringMatching(/^\/sign-in\//),
        expect.stringMatching(/^\/sign-in(\?|$)/),
      ]);
  }
});

test("what somebody wrote is given back to them, to be sent again after signing in", async () => {
  const target = "/book/corrections/new?kind=missing";
  const headers = { ...here, "content-type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams([
    ["words", "Thiếu phiếu <b>siêu âm</b> hôm thứ ba"],
    ["circumstances", "never-there"],
    ["circumstances", "card-lost"],
  ]).toString();
  const answer = await ask(port, { method: "POST", target, headers, body });
  expect([answer.status, answer.headers["cache-control"]]).toEqual([401, expect.stringContaining("no-store")]);
  expect(answer.text).toContain('action="/book/corrections/new?kind=missing"');
  expect(answer.text).toContain('value="Thiếu phiếu &lt;b&gt;siêu âm&lt;/b&gt; hôm thứ ba"');
  expect(answer.text.match(/name="circumstances"/g)).toHaveLength(2);
  expect(answer.text).not.toContain("<b>siêu");
  const elsewhere = { ...headers, origin: "https://elsewhere.example" };
  expect((await ask(port, { method: "POST", target, headers: elsewhere, body })).status).toBe(403);
});

test.each(["OPTIONS", "PATCH", "TRACE", "PROPFIND", "PURGE"])("%s is no method of any page", async (method) => {
  for (const page of pages) {
    const answer = await ask(port, { method, target: addressOf(page.path), headers: here });
    expect([page.path, answer.status, answer.headers.allow]).toEqual([page.path, 405, "GET, HEAD, POST, PUT, DELETE"]);
  }
});

test("nothing of this opened a record or made a session", async () => {
  const [row] = await superuser<{ n: number }[]>`
    select ((select count(*) from access_events) + (select count(*) from sessions) + (select count(*) from acts))::int as n`;
  expect(row?.n).toBe(0);
});
