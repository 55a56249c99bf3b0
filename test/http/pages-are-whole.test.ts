import { describe, expect, test } from "vitest";
import { cookieName } from "#app/http/cookies.ts";
import { pageFinder } from "#app/http/page-handlers.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import { testDb } from "#test/support/test-db.ts";
import { startWorld } from "#test/support/world.ts";

const world = await startWorld(await testDb());

test("no letter of a page is cut or padded, wherever it falls in the renderer's buffer", async () => {
  const texts = new Set<string>();
  for (let shift = 1; shift <= 48; shift++) {
    const response = await fetch(`${world.origin}/help?x=${"a".repeat(shift)}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([shift, bytes.indexOf(0)]).toEqual([shift, -1]);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    texts.add(text.replaceAll(`x=${"a".repeat(shift)}`, "").replace(/lúc [\d:/ ]+/, ""));
  }
  expect(texts.size).toBe(1);
});

describe("what every stranger sees is rendered once", () => {
  const at = (path: string, headers: Record<string, string> = {}) =>
    fetch(world.origin + path, { headers: { "accept-language": "vi", ...headers }, redirect: "manual" });

  test("and is the same page, under a policy of its own each time", async () => {
    const [one, another] = [await at("/sign-in?returnTo=%2Fbook"), await at("/sign-in?returnTo=%2Fbook")];
    const text = await one.text();
    expect(text).toContain('value="/book"');
    expect(await another.text()).toBe(text);
    expect(one.headers.get("content-security-policy")).not.toBe(another.headers.get("content-security-policy"));
    expect(another.headers.get("cache-control")).toBe("no-store");
    expect(another.headers.get("content-type")).toBe("text/html; charset=utf-8");
  });

  test("in their language and size of letters, and leading where they were going", async () => {
    expect(await (await at("/sign-in")).text()).toContain('lang="vi"');
    expect(await (await at("/sign-in", { "accept-language": "en" })).text()).toContain('lang="en"');
    const large = { cookie: `${cookieName({ publicOrigin: world.origin }, "text")}=large` };
    expect(await (await at("/sign-in", large)).text()).toContain('data-text="large"');
    expect(await (await at("/sign-in")).text()).not.toContain('data-text="large"');
    expect(await (await at("/sign-in?returnTo=%2Fprivacy")).text()).toContain('value="/privacy"');
  });

  test("but not what one of them has to be told, nor what somebody signed in gets", async () => {
    const ended = await (await at("/sign-in?reason=ended")).text();
    expect(ended).not.toBe(await (await at("/sign-in")).text());
    const lan = await world.signIn(persona("lan").login);
    expect((await lan.open(`${world.origin}/sign-in`)).url.pathname).toBe("/book");
    expect((await lan.open(`${world.origin}/`)).text).toContain(persona("lan").name);
  });
});

describe("a page is asked of a build that holds it alone", () => {
  const route = (id: string, path?: string, more = {}) =>
    [id, { id, parentId: "root", path, module: {}, ...more }] as const;
  const find = pageFinder(
    Object.fromEntries([
      ["root", { id: "root", path: "", module: {} }],
      route("home", undefined, { index: true }),
      route("list", "book/visits"),
      route("visit", "book/visits/:id"),
      route("of", "book/:section/all"),
      route("app", "book/app", { module: { handle: { scripts: true } } }),
    ]) as never,
  );

  test.each([
    ["/", "home"],
    ["/book/visits", "list"],
    ["/book/visits/1", "visit"],
    ["/book/results/all", "of"],
  ])("%s", (path, id) => expect(find(path)).toBe(id));

  // Two could be meant, none is, or the page ships what knows all the others: Remix says.
  test.each([
    "/book/visits/all",
    "/book/visits/",
    "/BOOK/visits",
    "/book/visits.data",
    "/book/app",
    "/book/visits/1/2",
  ])("%s is asked of all", (path) => expect(find(path)).toBeUndefined());
});
