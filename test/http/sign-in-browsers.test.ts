import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cookieName } from "#app/http/cookies.ts";
import { vi } from "#app/i18n/vi.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import type { Browserless, Visit } from "#test/support/browser-less.ts";
import { mainText, sentence } from "#test/support/page-text.ts";
import { ask } from "#test/support/raw-http.ts";
import { startSignIn, typeLogin } from "#test/support/sign-in.ts";
import { testDb } from "#test/support/test-db.ts";
import { startWorld } from "#test/support/world.ts";

const db = await testDb();
const world = await startWorld(db, {}, { PAGES_PER_MINUTE: "1000000" });
const superuser = db.raw("superuser");
const [lan, hung] = [persona("lan"), persona("hung")];
const at = (path: string) => `${world.origin}${path}`;
const sessionCookie = cookieName(world.config, "session");
const signInCookie = cookieName(world.config, "signin");

const openSessions = async () => (await superuser`select from sessions where ended_at is null`).length;
const codes = () => world.log.of("sign-in refused").map((line) => line.code);

/** The value of a cookie that this browser would send. */
const sent = (browser: Browserless, name: string) =>
  new Map(
    browser
      .cookieHeader(world.origin)
      .split("; ")
      .map((pair) => pair.split("=") as [string, string]),
  ).get(name);

/** A browser at the provider's page, its form filled in and its way back not yet gone. */
async function halfWay(login: string, browser = world.browser(), from = "/sign-in") {
  const provider = await startSignIn(browser, at(from));
  const other = browser.copy({ until: (url) => url.pathname === "/sign-in/callback" });
  const { url } = await typeLogin(other, provider, login);
  return { browser, callback: url };
}

/** The same address asked for by one who sends just these cookies. */
async function bring(callback: URL, cookies: Record<string, string | undefined>) {
  const cookie = Object.entries(cookies)
    .flatMap(([name, value]) => (value === undefined ? [] : `${name}=${value}`))
    .join("; ");
  const headers = { host: callback.host, cookie };
  return ask(Number(callback.port), { target: callback.pathname + callback.search, headers });
}

const given = (answer: { cookies: string[] }, name: string): string | undefined =>
  answer.cookies
    .map((line) => line.split(";")[0]?.split("=") ?? [])
    .find(([said, value]) => said === name && value)?.[1];

async function expectRefused(page: Visit, code: string): Promise<void> {
  expect(codes()).toEqual([code]);
  expect(page.url.pathname).toBe("/sign-in");
  expect(mainText(page)).toMatch(sentence(vi.problem.title));
  expect(mainText(page)).toMatch(sentence(vi.problem.reason["not-started-here"]));
}

beforeAll(async () => {
  await world.signIn(lan.login);
  await world.signIn(hung.login);
});
beforeEach(() => world.log.clear());

describe("an answer belongs to the browser that asked for it", () => {
  test("brought by another browser it opens nothing: not one without a sign-in, not one with its own", async () => {
    const { browser, callback } = await halfWay(lan.login);
    const before = await openSessions();
    await expectRefused(await world.browser().open(callback), "browser-unknown");
    world.log.clear();
    const victim = world.browser();
    await startSignIn(victim, at("/sign-in"));
    await expectRefused(await victim.open(callback), "attempt-unknown");
    expect(victim.cookieNames(world.origin)).not.toContain(sessionCookie);
    expect(await openSessions()).toBe(before);
    expect((await browser.open(callback)).url.pathname).toBe("/book");
  });

  test("two browsers that swap their cookies on the way both stay outside", async () => {
    const [one, two] = [await halfWay(lan.login), await halfWay(hung.login)];
    const before = await openSessions();
    const swapped = [
      await bring(one.callback, { [signInCookie]: sent(two.browser, signInCookie) }),
      await bring(two.callback, { [signInCookie]: sent(one.browser, signInCookie) }),
    ];
    expect(swapped.map((answer) => given(answer, sessionCookie))).toEqual([undefined, undefined]);
    expect(codes()).toEqual(["attempt-unknown", "attempt-unknown"]);
    expect(await openSessions()).toBe(before);
  });

  test("without state, with another's, with an invented one: nothing", async () => {
    const [one, two] = [await halfWay(lan.login), await halfWay(lan.login)];
    const states = [null, two.callback.searchParams.get("state"), "0".repeat(43), "", "a\u0000b"];
    for (const state of states) {
      const callback = new URL(one.callback);
      callback.searchParams.delete("state");
      if (state !== null) callback.searchParams.set("state", state);
      const answer = await bring(callback, { [signInCookie]: sent(one.browser, signInCookie) });
      expect(given(answer, sessionCookie)).toBeUndefined();
    }
    expect(codes()).toEqual([
      "state-missing",
      "attempt-unknown",
      "attempt-unknown",
      "state-missing",
      "attempt-unknown",
    ]);
  });

  test("another's code under one's own state opens nothing, and the code is gone", async () => {
    const [attacker, victim] = [await halfWay(hung.login), await halfWay(lan.login)];
    const callback = new URL(victim.callback);
    callback.searchParams.set("code", attacker.callback.searchParams.get("code") ?? "");
    const page = await victim.browser.open(callback);
    expect(codes()).toEqual(["code-refused"]);
    expect(page.url.pathname).toBe("/sign-in");
    expect(victim.browser.cookieNames(world.origin)).not.toContain(sessionCookie);
  });
});

describe("one answer, one session", () => {
  test("a hundred at once: one opens a session, ninety-nine do not", { timeout: 60_000 }, async () => {
    const { browser, callback } = await halfWay(lan.login);
    const before = await openSessions();
    const cookies = { [signInCookie]: sent(browser, signInCookie) };
    const answers = await Promise.all(Array.from({ length: 100 }, () => bring(callback, cookies)));
    expect(answers.filter((answer) => given(answer, sessionCookie) !== undefined)).toHaveLength(1);
    expect(answers.filter(({ status }) => status !== 302)).toEqual([]);
    expect(codes()).toEqual(Array(99).fill("attempt-unknown"));
    expect(await openSessions()).toBe(before + 1);
  });

  test("brought again, by the same browser, after it has signed out: nothing", async () => {
    const { browser, callback } = await halfWay(lan.login);
    const token = sent(browser, signInCookie);
    const book = await browser.open(callback);
    expect(book.url.pathname).toBe("/book");
    await browser.submit(
      book,
      book.forms.find(({ action }) => action === "/sign-out"),
    );
    const answer = await bring(callback, { [signInCookie]: token });
    expect(given(answer, sessionCookie)).toBeUndefined();
    expect(codes()).toEqual(["attempt-unknown"]);
  });

  test("the back button after signing in leads to the book, and ends nothing", async () => {
    const { browser, callback } = await halfWay(lan.login);
    await browser.open(callback);
    const again = await browser.open(callback);
    expect([again.url.pathname, again.status]).toEqual(["/book", 200]);
    expect((await browser.open(at("/sign-in"))).url.pathname).toBe("/book");
  });

  test("a double click on the button: either answer is taken, and one session stays", async () => {
    const browser = world.browser();
    const page = await browser.open(at("/sign-in"));
    const form = page.forms.find(({ action }) => action === "/sign-in");
    const before = await openSessions();
    await browser.submit(page, form);
    const second = await browser.submit(page, form);
    expect((await typeLogin(browser, second, lan.login)).url.pathname).toBe("/book");
    expect(await openSessions()).toBe(before + 1);
  });

  test("two tabs: each shows what it was opened for, and the session of the first stays as it is", async () => {
    const browser = world.browser();
    const before = await openSessions();
    const one = await startSignIn(browser, at("/sign-in?returnTo=/book/results"));
    const two = await startSignIn(browser, at("/sign-in?returnTo=/people"));
    expect((await typeLogin(browser, two, lan.login)).url.pathname).toBe("/people");
    const session = sent(browser, sessionCookie);
    expect((await typeLogin(browser, one, lan.login)).url.pathname).toBe("/book/results");
    expect(sent(browser, sessionCookie)).toBe(session);
    expect(await openSessions()).toBe(before + 1);
    // Nothing is under way any more: the waiting page starts nothing for this browser.
    expect(browser.cookieNames(world.origin)).not.toContain(signInCookie);
  });

  test("two tabs, two people: the second one's sign-in replaces the first one's session", async () => {
    const before = await openSessions();
    const { browser, callback } = await halfWay(hung.login);
    const { callback: later } = await halfWay(lan.login, browser, "/sign-in?returnTo=/privacy/sessions");
    await browser.open(callback);
    const session = sent(browser, sessionCookie);
    const page = await browser.open(later);
    expect(page.url.pathname).toBe("/privacy/sessions");
    expect(page.text).toContain(lan.name);
    expect(sent(browser, sessionCookie)).not.toBe(session);
    expect(await openSessions()).toBe(before + 1);
  });
});

describe("a session cookie that was there before", () => {
  test("is never taken over, invented or somebody's", async () => {
    const attacker = await world.signIn(hung.login);
    const theirs = sent(attacker, sessionCookie) ?? "";
    for (const planted of ["A".repeat(43), theirs]) {
      const { browser, callback } = await halfWay(lan.login);
      const cookies = { [signInCookie]: sent(browser, signInCookie), [sessionCookie]: planted };
      const answer = await bring(callback, cookies);
      const fresh = given(answer, sessionCookie);
      expect(fresh).toHaveLength(43);
      expect(fresh).not.toBe(planted);
      const book = await ask(Number(callback.port), {
        target: "/book",
        headers: { host: callback.host, cookie: `${sessionCookie}=${planted}` },
      });
      expect(book.headers.location).toMatch(/^\/sign-in\?returnTo=%2Fbook(&reason=ended)?$/);
    }
    expect((await attacker.open(at("/book"))).url.pathname).toBe("/sign-in");
  });

  test("cookies say what keeps them: host only, not for scripts, not cross-site, gone when used", async () => {
    const { browser, callback } = await halfWay(lan.login);
    const answer = await bring(callback, { [signInCookie]: sent(browser, signInCookie) });
    const session = answer.cookies.find((line) => line.startsWith(`${sessionCookie}=`)) ?? "";
    for (const attribute of ["HttpOnly", "Secure", "Path=/", "SameSite=Lax"]) expect(session).toContain(attribute);
    expect(session).not.toMatch(/domain=/i);
    expect(sessionCookie).toMatch(/^__Host-/);
    expect(answer.cookies.find((line) => line.startsWith(`${signInCookie}=`))).toContain("Max-Age=0");
  });
});

describe("sign-in and sign-out take posts of our own pages only", () => {
  const post = (target: string, headers: Record<string, string>, cookie = "") => {
    const { host, port } = new URL(world.origin);
    const type = { "content-type": "application/x-www-form-urlencoded", "content-length": "0" };
    return ask(Number(port), { method: "POST", target, headers: { host, cookie, ...type, ...headers } });
  };

  test("another site can neither start nor end one", async () => {
    const inside = await world.signIn(lan.login);
    const cookie = inside.cookieHeader(world.origin);
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      {},
    ]) {
      for (const target of ["/sign-in", "/sign-out", "/sign-in.data", "/sign-out.data", "/sign-in?index"]) {
        const answer = await post(target, headers as Record<string, string>, cookie);
        expect([target, answer.status, answer.cookies]).toEqual([target, 403, []]);
      }
    }
    expect((await inside.open(at("/book"))).status).toBe(200);
  });

  test("a link or an image ends nothing, and starts nothing", async () => {
    const inside = await world.signIn(lan.login);
    const attempts = async () => (await superuser`select from sign_in_attempts`).length;
    const before = await attempts();
    await inside.open(at("/sign-out"));
    await world.browser().open(at("/sign-in?provider=default"));
    expect(await attempts()).toBe(before);
    expect((await inside.open(at("/book"))).status).toBe(200);
  });

  test("a provider that is not listed is refused in words", async () => {
    const browser = world.browser();
    const page = await browser.open(at("/sign-in"));
    const form = page.forms.find(({ action }) => action === "/sign-in");
    for (const provider of ["vneid-2", "__proto__", "javascript:alert(1)", "https://evil.example"]) {
      const after = await browser.submit(page, form, { provider });
      expect(after.url.pathname).toBe("/sign-in");
      expect(mainText(after)).toMatch(sentence(vi.problem.title));
    }
    expect(world.log.of("sign-in not started").map(({ code }) => code)).toEqual(Array(4).fill("provider-unknown"));
  });
});
