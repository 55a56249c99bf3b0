import { beforeEach, describe, expect, test } from "vitest";
import { vi } from "#app/i18n/vi.ts";
import { newId } from "#app/shared/ids.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import type { Browserless, Visit } from "#test/support/browser-less.ts";
import { mainText, sentence } from "#test/support/page-text.ts";
import { ask } from "#test/support/raw-http.ts";
import { proveAtProvider, signInWithoutScript, startSignIn, takeDuty, typeLogin } from "#test/support/sign-in.ts";
import { testDb } from "#test/support/test-db.ts";
import { startWorld } from "#test/support/world.ts";

const db = await testDb();
const world = await startWorld(db, {}, { PAGES_PER_MINUTE: "1000000" });
const other = await world.another();
const superuser = db.raw("superuser");
const { origin } = world;
const { host } = new URL(origin);
const at = (path: string) => `${origin}${path}`;
const lan = persona("lan").login;

/** What the other process of the portal answers this browser. */
const elsewhere = (browser: Browserless, target: string) =>
  ask(other.port, { target, headers: { host, cookie: browser.cookieHeader(origin) } });
const signedIn = async (browser: Browserless) => (await elsewhere(browser, "/book")).status === 200;
const formWith = (page: Visit, name: string, value?: string) =>
  page.forms.find((form) => form.fields.some(([n, v]) => n === name && (value === undefined || v === value)));
const idOf = async (browser: Browserless): Promise<string> => {
  const { createHash } = await import("node:crypto");
  const token = /-session=([^;]+)/.exec(browser.cookieHeader(origin))?.[1] ?? "";
  const hash = createHash("sha256").update(token).digest();
  const [row] = await superuser<{ id: string }[]>`select id from sessions where id_hash = ${hash}`;
  return row?.id ?? "";
};
const personOf = async (browser: Browserless) =>
  (await superuser<{ id: string }[]>`select person_id as id from sessions where id = ${await idOf(browser)}`)[0]?.id ??
  "";

beforeEach(async () => {
  await superuser`update sessions set ended_at = now(), ended_why = 'test' where ended_at is null`;
});

describe("where somebody is signed in", () => {
  test("is listed with device and place in words, this one marked, and nothing of what the browser sent", async () => {
    const page = await (await world.signIn(lan)).open(at("/privacy/sessions"));
    expect(page.status).toBe(200);
    expect(mainText(page)).toContain(vi.sessions.current);
    expect(mainText(page)).toContain(vi.sessions.localNetwork);
    expect(mainText(page)).toContain(vi.sessions.unknownDevice);
    expect(page.text).not.toMatch(/node|undici|127\.0\.0\.1|::1/);
    const [row] = await superuser`select device, network from sessions order by created_at desc limit 1`;
    expect(row).toEqual({ device: "unknown", network: "local" });
    const english = await (await world.signIn(lan)).open(at("/privacy/sessions?lang=en"));
    expect(mainText(english)).toContain("This device");
  });

  test("signing out one ends it in every process, and leaves the others", async () => {
    const [here, phone, tablet] = [await world.signIn(lan), await world.signIn(lan), await world.signIn(lan)];
    const page = await here.open(at("/privacy/sessions"));
    const done = await here.submit(page, formWith(page, "id", await idOf(phone)));
    expect(mainText(done)).toMatch(sentence(vi.sessions.endedOne));
    expect([await signedIn(here), await signedIn(phone), await signedIn(tablet)]).toEqual([true, false, true]);
    expect((await elsewhere(phone, "/book.data")).text).not.toContain("sections");
    expect(mainText(done)).toContain(vi.sessions.kind.ended);
  });

  test("signing out all others leaves this one; twice changes nothing", async () => {
    const [here, phone, tablet] = [await world.signIn(lan), await world.signIn(lan), await world.signIn(lan)];
    const page = await here.open(at("/privacy/sessions"));
    const all = page.forms.find((form) => form.buttons.some((b) => b.text === vi.sessions.endOthers));
    expect(mainText(await here.submit(page, all))).toMatch(sentence(vi.sessions.endedMany));
    expect([await signedIn(here), await signedIn(phone), await signedIn(tablet)]).toEqual([true, false, false]);
    expect((await here.submit(page, all)).status).toBe(200);
    expect(await signedIn(here)).toBe(true);
  });

  test("somebody else's session is not theirs to end, whatever id is sent", async () => {
    const [here, hung] = [await world.signIn(lan), await world.signIn(persona("hung").login)];
    const page = { url: new URL(at("/privacy/sessions")) } as Visit;
    for (const id of [await idOf(hung), newId(), "x"])
      await here.submit(page, { action: "/privacy/sessions", method: "post", fields: [["id", id]], buttons: [] });
    expect([await signedIn(here), await signedIn(hung)]).toEqual([true, true]);
  });

  test("below the book's level nobody is shown it", async () => {
    const browser = await signInWithoutScript(origin, persona("hoa").login);
    for (const path of ["/privacy/sessions", "/privacy/lock"]) {
      const form = { action: path, method: "post", fields: [["intent", "lock"]] as [string, string][], buttons: [] };
      const answer = await browser.submit({ url: new URL(at(path)) } as Visit, form);
      expect([path, answer.status]).toEqual([path, 403]);
    }
    expect(await superuser`select from access_locks`).toHaveLength(0);
  });
});

test("signing out against 50 requests at once: none fails, and none that begins afterwards is let in", async () => {
  const browser = await world.signIn(lan);
  const cookie = browser.cookieHeader(origin);
  const request = (n: number) =>
    n % 2
      ? ask(other.port, { target: "/book.data", headers: { host, cookie } })
      : ask(Number(new URL(origin).port), { target: "/book", headers: { host, cookie } });
  const racing = Array.from({ length: 50 }, (_, n) => request(n));
  const out = await ask(Number(new URL(origin).port), {
    method: "POST",
    target: "/sign-out",
    headers: { host, cookie, origin },
  });
  // Ended here, it goes on to the provider by a page of ours.
  expect([out.status, out.headers.refresh]).toEqual([200, expect.stringContaining(world.identityProvider.issuer)]);
  const after = await Promise.all(Array.from({ length: 10 }, (_, n) => request(n)));
  for (const { status, text } of after) {
    expect([200, 202, 302]).toContain(status);
    expect(text).not.toContain("Nguyễn Thị Lan");
  }
  for (const { status } of await Promise.all(racing)) expect([200, 202, 302]).toContain(status);
});

test("signing out is said once, to the person and in the log, however often it is sent", async () => {
  const browser = await world.signIn(lan);
  const headers = { host, cookie: browser.cookieHeader(origin), origin };
  const id = await idOf(browser);
  await Promise.all([1, 2, 3].map(() => ask(other.port, { method: "POST", target: "/sign-out", headers })));
  const lines =
    await superuser`select kind, code, device from sign_in_history where session_id = ${id} and kind <> 'opened'`;
  expect(lines).toEqual([{ kind: "signed-out", code: null, device: "unknown" }]);
  const acts = await superuser`select act, actor_kind as actor, detail from acts where about_id = ${id}`;
  expect(acts).toEqual([{ act: "session.ended", actor: "citizen", detail: { why: "signed-out" } }]);
});

describe("locking one's access", () => {
  const lockNow = async (browser: Browserless) => {
    const page = await browser.open(at("/privacy/lock"));
    expect(mainText(page)).toMatch(sentence(vi.lock.does.feeds));
    return browser.submit(page, formWith(page, "intent", "lock"));
  };

  test("ends every session everywhere; signing in again reaches one page; a fresh strong proof opens it", async () => {
    const [here, phone] = [await world.signIn(lan), await world.signIn(lan)];
    const person = await personOf(here);
    const done = await lockNow(here);
    expect([done.url.pathname, mainText(done).includes(vi.lock.done)]).toEqual(["/signed-out", true]);
    expect([await signedIn(here), await signedIn(phone)]).toEqual([false, false]);

    const again = world.browser();
    const page = await typeLogin(again, await startSignIn(again, at("/sign-in")), lan);
    expect(page.url.pathname).toBe("/privacy/lock");
    expect(mainText(page)).toMatch(sentence(vi.lock.nobody));
    for (const path of ["/book", "/privacy", "/people", "/book/export", "/duty", "/privacy/sessions"])
      expect([path, (await elsewhere(again, path)).headers.location]).toEqual([path, "/privacy/lock"]);
    expect((await elsewhere(again, "/book.data")).text).not.toContain("sections");
    expect((await ask(other.port, { target: "/ops/healthz", headers: { host } })).status).toBe(200);

    // Without a proof newer than the lock nothing opens it.
    const form = {
      action: "/privacy/lock",
      method: "post",
      fields: [["intent", "unlock"]] as [string, string][],
      buttons: [],
    };
    expect((await again.submit(page, form)).status).toBe(403);
    const proved = await proveAtProvider(again, await again.submit(page, formWith(page, "stepUp", "unlock")), lan);
    expect(proved.url.pathname).toBe("/privacy/lock");
    const open = await again.submit(proved, formWith(proved, "intent", "unlock"));
    expect(open.url.pathname).toBe("/privacy/sessions");
    expect(await signedIn(again)).toBe(true);
    for (const kind of ["locked", "unlocked", "step-up"] as const)
      expect(mainText(open)).toContain(vi.sessions.kind[kind]);
    const acts =
      await superuser`select act from acts where about_id = ${person} and act like 'access.%' order by occurred_at`;
    expect(acts.map((row) => row.act)).toEqual(["access.locked", "access.unlocked"]);
  });

  test("a strong proof from before the lock does not open it", async () => {
    const browser = await world.signIn(lan, undefined, "export");
    const kept = await world.signIn(lan, undefined, "export");
    await lockNow(browser);
    // As if the sign-in had been under way while it was locked: strong, and older than the lock.
    await superuser`update sessions set ended_at = null, ended_why = null, authenticated_at = authenticated_at - interval '2 seconds' where id = ${await idOf(kept)}`;
    const page = await kept.open(at("/privacy/lock"));
    expect(formWith(page, "intent", "unlock")).toBeUndefined();
    const form = {
      action: "/privacy/lock",
      method: "post",
      fields: [["intent", "unlock"]] as [string, string][],
      buttons: [],
    };
    expect((await kept.submit(page, form)).status).toBe(403);
    await superuser`update access_locks set lifted_at = now(), lifted_by = 'operator' where lifted_at is null`;
  });

  test("20 times at once makes one lock", async () => {
    const browser = await world.signIn(lan);
    const cookie = browser.cookieHeader(origin);
    const headers = {
      host,
      cookie,
      origin,
      "content-type": "application/x-www-form-urlencoded",
      "content-length": "11",
    };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        ask(n % 2 ? other.port : Number(new URL(origin).port), {
          method: "POST",
          target: "/privacy/lock",
          headers,
          body: "intent=lock",
        }),
      ),
    );
    for (const { status } of answers) expect(status).toBe(302);
    expect(await superuser`select from access_locks where lifted_at is null`).toHaveLength(1);
    await superuser`update access_locks set lifted_at = now(), lifted_by = 'operator' where lifted_at is null`;
  });
});

describe("the help desk", () => {
  test("locks and opens with a reason, in the person's own log; what it closed the person cannot open", async () => {
    const browser = await world.signIn(lan);
    const person = await personOf(browser);
    const desk = await world.signIn(persona("bao-so").login);
    await superuser`
      insert into staff_roles (person_id, id, role, issuer, granted_by) values (${await personOf(desk)}, ${newId()}, 'operator', ${world.identityProvider.issuer}, 'test')`;
    await takeDuty(desk, origin, "operator");
    const address = at(`/operator/persons/${person}`);
    const page = await desk.open(address);
    const nothing = await desk.submit(page, formWith(page, "intent", "lock"), { why: "" });
    expect(mainText(nothing)).toContain(vi.form.required);
    expect(await signedIn(browser)).toBe(true);
    const locked = await desk.submit(page, formWith(page, "intent", "lock"), { why: "device-lost" });
    expect(mainText(locked)).toContain(vi.persons.access.unlock);
    expect(await signedIn(browser)).toBe(false);

    const again = world.browser();
    const stuck = await typeLogin(again, await startSignIn(again, at("/sign-in")), lan);
    expect(mainText(stuck)).toMatch(sentence(vi.lock.desk));
    expect(formWith(stuck, "stepUp")).toBeUndefined();
    const open = await desk.submit(locked, formWith(locked, "intent", "unlock"), { why: "identity-checked" });
    expect(mainText(open)).toContain(vi.persons.access.lock);
    expect(await signedIn(again)).toBe(true);
    const log = mainText(await again.open(at("/privacy")));
    for (const words of [vi.log.whole.lock, vi.log.whole.unlock]) expect(log).toContain(words);
    const acts =
      await superuser`select act, detail ->> 'reason' as reason from acts where about_id = ${person} and act like 'access.%' and detail ? 'reason' order by occurred_at`;
    expect(acts).toEqual([
      { act: "access.locked", reason: "device-lost" },
      { act: "access.unlocked", reason: "identity-checked" },
    ]);
  });
});
