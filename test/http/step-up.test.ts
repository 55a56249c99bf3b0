import { describe, expect, test } from "vitest";
import { vi } from "#app/i18n/vi.ts";
import { newId } from "#app/shared/ids.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import { Browserless, refreshed, type Visit } from "#test/support/browser-less.ts";
import { mainText, sentence } from "#test/support/page-text.ts";
import { ask } from "#test/support/raw-http.ts";
import { proveAtProvider, takeDuty } from "#test/support/sign-in.ts";
import { testDb } from "#test/support/test-db.ts";
import { startWorld } from "#test/support/world.ts";

const db = await testDb();
let clock = 0;
const world = await startWorld(db, { now: () => new Date(Date.now() + clock) });
const superuser = db.raw("superuser");
const { origin } = world;
const at = (path: string) => `${origin}${path}`;
const lan = persona("lan").login;
const HIDDEN = "/book/visits?hidden=show";

const stepUpForm = (page: Visit) => page.forms.find((form) => form.fields.some(([name]) => name === "stepUp"));
const sessionOf = (browser: Browserless) => /-session=([^;]+)/.exec(browser.cookieHeader(origin))?.[1] ?? "";
const rowOf = async (person: string) =>
  (
    await superuser<{ id: string; level: number; at: Date }[]>`
    select id, assurance_level as level, authenticated_at as at from sessions where ended_at is null and person_id = ${person}`
  ).at(-1);
const personOf = async () =>
  (await superuser<{ id: string }[]>`select person_id as id from sessions order by created_at desc limit 1`)[0]?.id ??
  "";

/** Asks at the confirm page and stops at the provider. */
async function begun(browser: Browserless, returnTo = HIDDEN, action = "open-hidden"): Promise<Visit> {
  const asked = await browser.open(at(`/sign-in/confirm?${new URLSearchParams({ for: action, returnTo })}`));
  return browser.submit(asked, stepUpForm(asked));
}

/** The provider's answer to a step-up of this session, not yet brought to the portal. */
async function answerOf(session: string): Promise<{ callback: URL; cookie: string }> {
  const browser = new Browserless({ until: (url) => url.pathname === "/sign-in/callback" });
  const start = await fetch(at("/sign-in"), {
    method: "POST",
    headers: { cookie: session, origin, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ stepUp: "export", returnTo: "/book" }),
    redirect: "manual",
  });
  const signin = start.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const back = await proveAtProvider(browser, await browser.open(refreshed(start.headers) ?? ""), lan);
  expect(back.stopped).toBe(true);
  return { callback: back.url, cookie: `${session}; ${signin}` };
}

describe("what needs fresh proof", () => {
  test("is refused by where the record is read, explains itself, and comes back to the same place", async () => {
    const browser = await world.signIn(lan);
    const person = await personOf();
    const before = await rowOf(person);
    const old = sessionOf(browser);
    const asked = await browser.open(at(HIDDEN));
    expect(asked.url.pathname).toBe("/sign-in/confirm");
    for (const words of [vi.stepUp.title, vi.stepUp.why["open-hidden"], vi.stepUp.what])
      expect(mainText(asked)).toMatch(sentence(words));
    const [event] = await superuser`
      select outcome, reason, opens_hidden from access_events where person_id = ${person} order by occurred_at desc limit 1`;
    expect(event).toEqual({ outcome: "deny", reason: "step-up-needed", opens_hidden: false });

    const done = await proveAtProvider(browser, await browser.submit(asked, stepUpForm(asked)), lan);
    expect([done.status, done.url.pathname + done.url.search]).toEqual([200, HIDDEN]);
    const after = await rowOf(person);
    expect([after?.id, after?.level]).toEqual([before?.id, 3]);
    expect(after?.at.getTime()).toBeGreaterThanOrEqual(before?.at.getTime() ?? 0);
    expect(sessionOf(browser)).not.toBe(old);
    const fixed = await fetch(at("/book"), {
      headers: { cookie: browser.cookieHeader(origin).replace(sessionOf(browser), old) },
      redirect: "manual",
    });
    expect([fixed.status, fixed.headers.get("location")]).toEqual([302, expect.stringContaining("/sign-in?")]);
    const [line] = await superuser`
      select kind, code, assurance_level as level, session_id = ${after?.id ?? ""} as same from sign_in_history where person_id = ${person} order by occurred_at desc, id desc limit 1`;
    expect(line).toEqual({ kind: "step-up", code: null, level: 3, same: true });
    const [act] = await superuser`select detail from acts where act = 'session.stepped-up'`;
    expect(act?.detail).toEqual({ for: "open-hidden", level: 3 });
  });

  test("is asked for again when it has grown old, and while it lasts not at all", async () => {
    const browser = await world.signIn(lan, undefined, "open-hidden");
    expect((await browser.open(at(HIDDEN))).url.pathname).toBe("/book/visits");
    clock = 14 * 60_000;
    expect((await browser.open(at(HIDDEN))).url.pathname).toBe("/book/visits");
    clock = 16 * 60_000;
    expect((await browser.open(at(HIDDEN))).url.pathname).toBe("/sign-in/confirm");
    expect((await browser.open(at("/book"))).status).toBe(200);
    clock = 0;
  });

  test("a file is offered once it is confirmed, for there is no page to come back to", async () => {
    const browser = await world.signIn(lan);
    const asked = await browser.open(at("/book/export"));
    expect(mainText(asked)).toMatch(sentence(vi.stepUp.why.export));
    const page = await proveAtProvider(browser, await browser.submit(asked, stepUpForm(asked)), lan);
    expect([page.url.pathname, page.status]).toEqual(["/sign-in/confirm", 200]);
    expect(page.text).toContain('href="/book/export"');
    expect((await browser.open(at("/book/export"))).text).toMatch(/^\{"resourceType":"Bundle"/);
  });

  test("data alone, and one route's data, are refused alike", async () => {
    const browser = await world.signIn(lan);
    const headers = { cookie: browser.cookieHeader(origin) };
    for (const path of [
      "/book/visits.data?hidden=show",
      "/book/visits.data?hidden=show&_routes=routes%2Fcitizen%2Fsection",
    ]) {
      const answer = await fetch(at(path), { headers });
      const text = await answer.text();
      expect([path, text.includes("/sign-in/confirm"), text.includes("sections")]).toEqual([path, true, false]);
    }
  });

  test("an act the table does not know has no page", async () => {
    const browser = await world.signIn(lan);
    for (const odd of ["nothing", "__proto__", ""])
      expect((await browser.open(at(`/sign-in/confirm?for=${odd}`))).status).toBe(404);
  });

  test("without a session the way leads to sign-in", async () => {
    const page = await world.browser().open(at("/sign-in/confirm?for=export&returnTo=/book"));
    expect(page.url.pathname + page.url.search).toBe("/sign-in?returnTo=%2Fbook");
  });
});

describe("a proof that does not fit leaves the session as it was", () => {
  const refusedWith = async (browser: Browserless, page: Visit, reason: string, code: string) => {
    expect([page.url.pathname, page.url.searchParams.get("reason")]).toEqual(["/sign-in/confirm", code]);
    expect(mainText(page)).toMatch(sentence(reason));
    expect(page.url.searchParams.get("returnTo")).toBe(HIDDEN);
    expect((await browser.open(at("/book"))).status).toBe(200);
    expect((await browser.open(at(HIDDEN))).url.pathname).toBe("/sign-in/confirm");
  };

  test("another person's", async () => {
    const browser = await world.signIn(lan);
    const old = sessionOf(browser);
    const page = await proveAtProvider(browser, await begun(browser), persona("hung").login);
    await refusedWith(browser, page, vi.problem.reason["other-person"], "step-up-other-person");
    expect(sessionOf(browser)).toBe(old);
    const [line] = await superuser`
      select kind, code from sign_in_history where person_id = ${await personOf()} order by occurred_at desc limit 1`;
    expect(line).toEqual({ kind: "refused", code: "step-up-other-person" });
    expect(world.log.lines.join("")).toContain("step-up-other-person");
  });

  test.each([
    ["too weak", "step-up-too-weak", { assuranceLevel: 2 as const }],
    ["too old", "step-up-stale", { authenticatedAt: new Date(Date.now() - 3_600_000) }],
  ])("one that is %s, whatever was asked for", async (_name, code, said) => {
    const lax = world.parts.digitalIds.all.map((one) => ({
      ...one,
      finish: async (...of: Parameters<typeof one.finish>) => ({ ...(await one.finish(...of)), ...said }),
    }));
    const { port } = await world.another({ digitalIds: { all: lax, find: (id) => lax.find((one) => one.id === id) } });
    const first = await world.signIn(lan);
    const { callback, cookie } = await answerOf(first.cookieHeader(origin));
    const headers = { host: new URL(origin).host, cookie };
    const answer = await ask(port, { target: callback.pathname + callback.search, headers });
    expect(answer.headers.location).toContain(`/sign-in/confirm?for=export&returnTo=/book&reason=${code}`);
    expect(answer.cookies).toEqual([]);
    expect((await first.open(at("/book"))).status).toBe(200);
  });

  test("one that was stopped at the provider", async () => {
    const browser = await world.signIn(lan);
    const provider = await begun(browser);
    const state = new URL(provider.trail.find((url) => url.searchParams.has("state")) ?? origin).searchParams.get(
      "state",
    );
    const back = at(
      `/sign-in/callback?${new URLSearchParams({ error: "access_denied", state: state ?? "", iss: world.identityProvider.issuer })}`,
    );
    await refusedWith(browser, await browser.open(back), vi.problem.reason.cancelled, "sign-in-cancelled");
    // The back button sends the same again: the attempt is over, the session is not.
    expect((await browser.open(back)).url.pathname).toBe("/book");
  });

  test("one that came back too late", async () => {
    const browser = await world.signIn(lan);
    const provider = await begun(browser);
    clock = 11 * 60_000;
    const page = await proveAtProvider(browser, provider, lan);
    await refusedWith(browser, page, vi.problem.reason.expired, "expired");
    clock = 0;
  });

  test("one for a session that was signed out meanwhile", async () => {
    const browser = await world.signIn(lan);
    const provider = await begun(browser);
    const book = await browser.open(at("/book"));
    const out = book.forms.find((form) => form.action === "/sign-out");
    await fetch(at("/sign-out"), {
      method: "POST",
      headers: { cookie: browser.cookieHeader(origin), origin },
      redirect: "manual",
    });
    expect(out).toBeDefined();
    const page = await proveAtProvider(browser, provider, lan);
    expect(page.url.pathname).toBe("/sign-in");
    expect((await browser.open(at("/book"))).url.pathname).toBe("/sign-in");
  });

  test("one begun in another browser", async () => {
    const browser = await world.signIn(lan);
    const thief = await world.signIn(persona("hung").login);
    const provider = await begun(browser);
    const state = provider.trail.find((url) => url.searchParams.has("state"))?.searchParams.get("state") ?? "";
    const page = await thief.open(at(`/sign-in/callback?${new URLSearchParams({ code: "x", state })}`));
    expect(page.url.pathname).toBe("/book");
    expect(world.log.lines.join("")).toContain("attempt-unknown");
  });
});

describe("several at once", () => {
  test("two tabs: each proof counts, and each time the token changes", async () => {
    const browser = await world.signIn(lan);
    const [one, two] = [await begun(browser), await begun(browser, "/book/results?hidden=show")];
    const tokens = [sessionOf(browser)];
    for (const [tab, path] of [
      [one, "/book/visits"],
      [two, "/book/results"],
    ] as const) {
      const page = await proveAtProvider(browser, tab, lan);
      expect([page.status, page.url.pathname]).toEqual([200, path]);
      tokens.push(sessionOf(browser));
    }
    expect(new Set(tokens).size).toBe(3);
  });

  test("20 answers with one code at once: one makes the session stronger", async () => {
    const first = await world.signIn(lan);
    const { callback, cookie } = await answerOf(first.cookieHeader(origin));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => fetch(callback, { headers: { cookie }, redirect: "manual" })),
    );
    const stronger = answers.filter((answer) =>
      answer.headers.getSetCookie().some((line) => line.includes("-session=")),
    );
    expect(stronger).toHaveLength(1);
    expect(stronger[0]?.headers.get("location")).toBe("/book");
  });
});

describe("a form that needs fresh proof", () => {
  test("is kept, and sent again after the confirmation in a tab beside it", async () => {
    const browser = await world.signIn(persona("bao-so").login);
    const operator = await personOf();
    await superuser`
      insert into staff_roles (person_id, id, role, issuer, granted_by) values (${operator}, ${newId()}, 'operator', ${world.identityProvider.issuer}, 'test')`;
    await takeDuty(browser, origin, "operator");
    await superuser`update sessions set authenticated_at = authenticated_at - interval '61 minutes' where ended_at is null`;
    const [a, b] = await superuser<{ id: string }[]>`
      select p.id from persons p where not exists (select from sessions s where s.person_id = p.id and s.person_id = ${operator}) limit 2`;
    const page = { url: new URL(at(`/operator/persons/${a?.id}`)) } as Visit;
    const form = { action: page.url.pathname, method: "post", fields: [], buttons: [] };
    const values = { intent: "merge", personId: b?.id ?? newId(), reason: "Cùng một người, đã gọi hỏi" };
    const refused = await browser.submit(page, form, values);
    expect(refused.status).toBe(403);
    for (const words of [vi.stepUp.keptText, vi.stepUp.why["merge-persons"], values.reason])
      expect(mainText(refused)).toMatch(sentence(words));
    expect(stepUpForm(refused)?.fields).toEqual([
      ["stepUp", "merge-persons"],
      ["returnTo", "/sign-in/confirm?for=merge-persons"],
    ]);
    const beside = await proveAtProvider(
      browser,
      await browser.submit(refused, stepUpForm(refused)),
      persona("bao-so").login,
    );
    expect(mainText(beside)).toMatch(sentence(vi.stepUp.doneBeside));
    const [act] = await superuser`
      select actor_kind as actor, actor_person_id as person from acts where act = 'session.stepped-up' and detail->>'for' = 'merge-persons'`;
    expect(act).toEqual({ actor: "operator", person: operator });
    const again = refused.forms.find((one) => one.fields.some(([name]) => name === "reason"));
    expect(Object.fromEntries(again?.fields ?? [])).toEqual(values);
    expect((await browser.submit(refused, again)).status).toBe(200);
    const [row] = await superuser`select merged_into as into from persons where id = ${b?.id ?? ""}`;
    expect(row?.into).toBe(a?.id);
  });
});

describe("a digital ID that cannot prove it", () => {
  test("is told so, and where to go instead; nobody is sent there in vain", async () => {
    const weak = world.parts.digitalIds.all.map((one) => ({ ...one, highestLevel: 2 as const }));
    const find = (id: string | undefined) => weak.find((one) => one.id === id);
    const { port } = await world.another({ digitalIds: { all: weak, find } });
    const browser = await world.signIn(lan);
    const headers = { host: new URL(origin).host, cookie: browser.cookieHeader(origin) };
    const page = await ask(port, { target: "/sign-in/confirm?for=export&returnTo=/book", headers });
    expect(page.text).toContain(vi.stepUp.unreachable);
    expect(page.text).toContain(vi.stepUp.elsewhere);
    expect(page.text).not.toContain('name="stepUp"');
  });
});
