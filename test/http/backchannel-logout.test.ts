import { beforeEach, describe, expect, test } from "vitest";
import { vi } from "#app/i18n/vi.ts";
import { logoutFaults } from "#test/sandbox/identity-provider/logout-token.ts";
import { providerEntries } from "#test/sandbox/identity-provider/providers-file.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import type { Browserless } from "#test/support/browser-less.ts";
import { mainText, sentence } from "#test/support/page-text.ts";
import { ask } from "#test/support/raw-http.ts";
import { startSignIn, typeLogin } from "#test/support/sign-in.ts";
import { testDb } from "#test/support/test-db.ts";
import { startWorld } from "#test/support/world.ts";

const db = await testDb();
const world = await startWorld(db, {}, { PAGES_PER_MINUTE: "1000000" }, (issuer, client) =>
  providerEntries(issuer, client).map((one) => {
    const entry = one as { id: string; logout?: object };
    return entry.id === "default" ? { ...entry, logout: { ...entry.logout, backChannel: true } } : entry;
  }),
);
const other = await world.another();
const superuser = db.raw("superuser");
const { origin } = world;
const { host } = new URL(origin);
const [lan, hung] = [persona("lan").login, persona("hung").login];
const PATH = "/sign-in/backchannel-logout";

const signedIn = async (browser: Browserless) =>
  (await ask(other.port, { target: "/book", headers: { host, cookie: browser.cookieHeader(origin) } })).status === 200;

/** As a provider posts it: another site, no cookie. */
async function send(token: string, port = other.port) {
  const body = new URLSearchParams({ logout_token: token }).toString();
  const headers = {
    host,
    "content-type": "application/x-www-form-urlencoded",
    "content-length": String(body.length),
    origin: "http://provider.example",
  };
  const answer = await ask(port, { method: "POST", target: PATH, headers, body });
  const code = answer.text ? (JSON.parse(answer.text) as { code?: string }).code : undefined;
  return { status: answer.status, code, cache: answer.headers["cache-control"] };
}

const tokenOf = (wish: { login?: string; sid?: string; jti?: string }, fault?: (typeof logoutFaults)[number]) =>
  world.identityProvider.logoutToken({ profile: "plain", ...wish }, fault);

/** A sign-in whose ID token names the provider's session. */
async function signInAtVneid(): Promise<Browserless> {
  const browser = world.browser();
  const start = await browser.open(`${origin}/sign-in`);
  const form = start.forms.find((one) => one.fields.some(([n, v]) => n === "provider" && v === "vneid"));
  await typeLogin(browser, await browser.submit(start, form), lan);
  expect(await signedIn(browser)).toBe(true);
  return browser;
}

beforeEach(async () => {
  await superuser`update sessions set ended_at = now(), ended_why = 'test' where ended_at is null`;
});

describe("a digital ID that says somebody signed out", () => {
  test("by account: ends all sessions of it, in every process, and nobody else's; the person reads of it", async () => {
    const [one, two, his] = [await world.signIn(lan), await world.signIn(lan), await world.signIn(hung)];
    expect(await send(await tokenOf({ login: lan }))).toEqual({ status: 200, code: undefined, cache: "no-store" });
    expect([await signedIn(one), await signedIn(two), await signedIn(his)]).toEqual([false, false, true]);
    const page = await (await world.signIn(lan)).open(`${origin}/privacy/sessions`);
    expect(mainText(page)).toContain(vi.sessions.byProvider);
  });

  test("whoever waits for the operator is signed out too", async () => {
    const waiting = world.browser();
    const an = persona("an").login;
    await typeLogin(waiting, await startSignIn(waiting, `${origin}/sign-in`), an);
    const over = async () => sentence(vi.signInHelp.over).test(mainText(await waiting.open(`${origin}/sign-in/help`)));
    expect(await over()).toBe(false);
    expect((await send(await tokenOf({ login: lan }))).status).toBe(200);
    expect(await over()).toBe(false);
    expect((await send(await tokenOf({ login: an }))).status).toBe(200);
    expect(await over()).toBe(true);
    const acts =
      await superuser`select actor_kind as actor, detail from acts where act = 'session.ended' and about_kind = 'identity-case'`;
    expect(acts).toEqual([{ actor: "anonymous", detail: { why: "provider" } }]);
  });

  test("by its own session: ends that sign-in alone", async () => {
    const [one, two] = [await signInAtVneid(), await signInAtVneid()];
    const [sid = ""] = await world.identityProvider.sids("vneid", lan);
    const token = await world.identityProvider.logoutToken({ profile: "vneid", sid });
    expect((await send(token)).status).toBe(200);
    expect([await signedIn(one), await signedIn(two)].filter(Boolean)).toHaveLength(1);
    // Another provider's token about the same words is nobody's session here.
    const [left = ""] = await world.identityProvider.sids("vneid", lan);
    expect((await send(await tokenOf({ sid: left }))).status).toBe(200);
    expect([await signedIn(one), await signedIn(two)].filter(Boolean)).toHaveLength(1);
  });

  test("by its own session alone: whoever waits for the operator under it is signed out, and nobody beside", async () => {
    const an = persona("an").login;
    const [one, two] = [world.browser(), world.browser()];
    for (const browser of [one, two])
      await typeLogin(browser, await startSignIn(browser, `${origin}/sign-in`, "vneid"), an);
    const waiting = async (browser: Browserless) =>
      !sentence(vi.signInHelp.over).test(mainText(await browser.open(`${origin}/sign-in/help`)));
    expect([await waiting(one), await waiting(two)]).toEqual([true, true]);
    const [sid = ""] = await world.identityProvider.sids("vneid", an);
    // Another provider's token about the same words is nobody's here.
    expect((await send(await tokenOf({ sid }))).status).toBe(200);
    expect([await waiting(one), await waiting(two)]).toEqual([true, true]);
    expect((await send(await world.identityProvider.logoutToken({ profile: "vneid", sid }))).status).toBe(200);
    expect([await waiting(one), await waiting(two)].filter(Boolean)).toHaveLength(1);
  });

  test("pressing sign-out at the digital ID's own page ends the session here, by the address it registered", async () => {
    const [here, elsewhere] = [await signInAtVneid(), await signInAtVneid()];
    const provider = new URL(world.identityProvider.issuer).origin;
    const front = await here.open(provider);
    await here.submit(
      front,
      front.forms.find(({ action }) => new URL(action, provider).pathname === "/sign-out"),
    );
    expect([await signedIn(here), await signedIn(elsewhere)]).toEqual([false, true]);
    const [row] = await superuser<{ why: string }[]>`
      select ended_why as why from sessions where ended_at is not null order by ended_at desc limit 1`;
    expect(row?.why).toBe("provider-logout");
  });

  test("signing out at the digital ID itself reaches the portal by its own message", async () => {
    const browser = await signInAtVneid();
    const sids = await world.identityProvider.sids("vneid", lan);
    expect(sids.length).toBeGreaterThan(0);
    const token = await world.identityProvider.logoutToken({ profile: "vneid", login: lan, sid: sids.at(-1) ?? "" });
    expect((await send(token)).status).toBe(200);
    expect(await signedIn(browser)).toBe(false);
  });

  test("used again, or 20 times at once, it counts once", async () => {
    const token = await tokenOf({ login: lan });
    await world.signIn(lan);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => send(token, n % 2 ? other.port : Number(new URL(origin).port))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 200).map(({ code }) => code))).toEqual(
      new Set(["logout-token-replayed"]),
    );
    const later = await world.signIn(lan);
    expect((await send(token)).status).toBe(400);
    expect(await signedIn(later)).toBe(true);
  });

  test.each(logoutFaults.filter((fault) => fault !== "id-token"))("%s: 400, and everybody stays", async (fault) => {
    const browser = await world.signIn(lan);
    const { status, code, cache } = await send(await tokenOf({ login: lan }, fault));
    expect([status, cache]).toEqual([400, "no-store"]);
    expect(code).toMatch(/^logout-token-/);
    expect(await signedIn(browser)).toBe(true);
    expect(world.log.lines.join("")).toContain(code);
  });

  test("what is no token, no form, or nobody's is refused", async () => {
    for (const token of [
      "",
      "x",
      "a.b.c",
      "e30.e30.x",
      `e30.${Buffer.from('{"iss":"https://evil.example"}').toString("base64url")}.x`,
    ])
      expect([token, (await send(token)).status]).toEqual([token, 400]);
    const json = await ask(other.port, {
      method: "POST",
      target: PATH,
      headers: { host, "content-type": "application/json", "content-length": "2" },
      body: "{}",
    });
    expect(json.status).toBe(400);
    expect((await ask(other.port, { target: PATH, headers: { host } })).status).toBe(405);
  });

  test("no token and no number of anybody is in the log", () => {
    const lines = world.log.lines.join("");
    for (const secret of ["eyJhb", lan, hung]) expect([secret, lines.includes(secret)]).toEqual([secret, false]);
  });
});
