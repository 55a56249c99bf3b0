import { beforeEach, describe, expect, test } from "vitest";
import { facilityId, personIdOf } from "#test/sandbox/province/load.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import { Authenticator } from "#test/support/authenticator.ts";
import type { Browserless, Visit } from "#test/support/browser-less.ts";
import { mainText } from "#test/support/page-text.ts";
import { registerProvince } from "#test/support/province.ts";
import { ask } from "#test/support/raw-http.ts";
import { startSignIn, takeDuty, typeLogin } from "#test/support/sign-in.ts";
import { testDb } from "#test/support/test-db.ts";
import { startWorld } from "#test/support/world.ts";

const db = await testDb();
const world = await startWorld(db, {}, { PAGES_PER_MINUTE: "1000000" });
const { sandbox } = await registerProvince(db, world);
const superuser = db.raw("superuser");
const at = (path: string) => world.origin + path;
const [VINH, LINH, THAO] = ["vinh", "linh", "thao"].map((key) => persona(key).login) as [string, string, string];
const [vinh, linh] = [await personIdOf(sandbox, "vinh"), await personIdOf(sandbox, "linh")];
let counter: Browserless;
const keys = new Map<string, Authenticator>();

const formTo = (page: Visit, action: string) => page.forms.find((form) => form.action === action);
const post = (browser: Browserless, action: string, values: Record<string, string>) =>
  browser.submit({ url: new URL(at("/counter")) } as Visit, {
    action,
    method: "post",
    fields: Object.entries(values),
    buttons: [],
  });

/** From the counter's own page through the provider's. */
async function signInAtCounter(browser: Browserless, login: string, returnTo = "/counter"): Promise<Visit> {
  const provider = await startSignIn(browser, at(`/sign-in?returnTo=${returnTo}`));
  expect(provider.trail.map((url) => url.searchParams.get("max_age"))).toContain("0");
  const page = await typeLogin(browser, provider, login);
  const notice = page.forms.find((form) => form.action.endsWith("/privacy/notice"));
  return notice ? browser.submit(page, notice, {}) : page;
}

async function enrol(browser: Browserless, login: string): Promise<void> {
  const page = await browser.open(at("/counter/passkeys"));
  const options = /data-enrol="([^"]*)"/.exec(page.text)?.[1]?.replaceAll("&quot;", '"') ?? "{}";
  const key = new Authenticator(world.origin);
  keys.set(login, key);
  const made = await post(browser, "/counter/passkeys", { response: key.create(JSON.parse(options)) });
  expect(made.url.search).toBe("?news=added");
}

const shiftOf = async (personId: string) => {
  const [row] = await superuser<{ id: string }[]>`
    select id from sessions where person_id = ${personId} and counter_id is not null and ended_at is null`;
  return row?.id ?? "";
};

async function challenge(browser: Browserless, sessionId: string): Promise<{ challenge: string; problem?: string }> {
  return JSON.parse((await post(browser, "/counter/unlock", { intent: "challenge", sessionId })).text);
}

/** One press on a name at the lock page, and the passkey. */
async function switchTo(browser: Browserless, personId: string, key: Authenticator, faults = {}): Promise<Visit> {
  const options = await challenge(browser, await shiftOf(personId));
  return post(browser, "/counter/unlock", { response: key.get(options, faults) });
}

const nameOn = (page: Visit) => /class="menu-who">([^<]*)</.exec(page.text)?.[1];
const key = (login: string) => keys.get(login) as Authenticator;

beforeEach(async () => {
  await superuser`delete from sessions`;
  await superuser`update counters set revoked_at = now() where revoked_at is null`;
  await superuser`delete from passkeys`;
  counter = await world.signIn(VINH, "pharmacist");
  const page = await counter.open(at("/counter/register"));
  const registered = await counter.submit(page, formTo(page, "/counter/register"), { name: "Quầy thuốc số 1" });
  expect(mainText(registered)).toContain("tự khóa sau 3 phút");
  await enrol(counter, VINH);
  await post(counter, "/counter", { intent: "lock" });
});

describe("a shared counter", () => {
  test("locks, lists who is in the shift, and opens again for them by passkey under a new token", async () => {
    const old = counter.cookieHeader(world.origin);
    const locked = await counter.open(at("/counter"));
    expect(mainText(locked)).toMatch(/Nhà thuốc Minh Tâm · Quầy thuốc số 1.*Máy đang khóa.*Ngô Quang Vinh/);
    for (const path of ["/duty", "/book", "/counter/passkeys"]) {
      const page = await counter.open(at(path));
      expect([path, page.url.pathname, nameOn(page)]).toEqual([path, "/counter", undefined]);
    }
    const open = await switchTo(counter, vinh, key(VINH));
    expect([open.status, nameOn(open)]).toEqual([200, "Ngô Quang Vinh"]);
    expect(counter.cookieHeader(world.origin)).not.toBe(old);
    const { host, port } = new URL(world.origin);
    expect((await ask(Number(port), { target: "/duty", headers: { host, cookie: old } })).status).toBe(302);
  });

  test("is shared by two: each signs in once, then they switch; each act is their own", async () => {
    const begun = await signInAtCounter(counter, LINH);
    expect(nameOn(begun)).toBe("Đặng Mỹ Linh");
    await enrol(counter, LINH);
    const back = await switchTo(counter, vinh, key(VINH));
    expect(nameOn(back)).toBe("Ngô Quang Vinh");
    const [theirs] =
      await superuser`select locked_at is not null as locked from sessions where person_id = ${linh} and ended_at is null`;
    expect(theirs).toEqual({ locked: true });
    expect(nameOn(await switchTo(counter, linh, key(LINH)))).toBe("Đặng Mỹ Linh");
    const kinds =
      await superuser`select distinct kind from sign_in_history where person_id = ${vinh} and kind = 'unlocked'`;
    expect(kinds).toHaveLength(1);
  });

  test("locks by itself after three minutes, in every process; a press keeps what was written for the same person alone", async () => {
    await switchTo(counter, vinh, key(VINH));
    const { port } = await world.another();
    const headers = { host: new URL(world.origin).host, cookie: counter.cookieHeader(world.origin) };
    expect((await ask(port, { target: "/duty", headers })).status).toBe(200);
    await superuser`update sessions set last_seen_at = now() - interval '181 seconds' where person_id = ${vinh}`;
    expect((await ask(port, { target: "/duty", headers })).status).toBe(302);
    await superuser`update sessions set locked_at = null where person_id = ${vinh}`;
    const words = "Đã gọi bác sĩ hỏi lại liều dùng";
    const sent = await post(counter, "/duty", { duty: "", words });
    expect([sent.url.pathname, sent.text.includes(words)]).toEqual(["/counter", false]);
    await signInAtCounter(counter, LINH);
    expect((await counter.open(at("/counter/kept"))).text).not.toContain(words);
    const mine = await switchTo(counter, vinh, key(VINH));
    expect([mine.url.pathname, mine.text.includes(`value="${words}"`)]).toEqual(["/counter/kept", true]);
    const dropped = await post(counter, "/counter/kept", {});
    expect(dropped.status).toBe(200);
    expect((await counter.open(at("/counter/kept"))).text).not.toContain(words);
  });

  test("is of use to no other facility's staff, nor to a duty elsewhere", async () => {
    await signInAtCounter(counter, THAO, "/duty");
    const [row] =
      await superuser`select counter_id as counter from sessions where person_id = ${await personIdOf(sandbox, "thao")}`;
    expect(row).toEqual({ counter: null });
    await switchTo(counter, vinh, key(VINH));
    const asked = await post(counter, "/duty", { duty: `pharmacist:${facilityId("pharmacy-hong-phuc")}` });
    expect(asked.status).toBe(404);
  });

  test("is taken out of use at once", async () => {
    await switchTo(counter, vinh, key(VINH));
    const operator = await world.signIn(persona("bao-so").login, "operator");
    const page = await operator.open(at("/operator/counters"));
    const revoke = page.forms.find((form) => form.fields.some(([, value]) => value === "revoke"));
    await operator.submit(page, revoke);
    expect((await counter.open(at("/duty"))).url.pathname).toBe("/sign-in");
    expect(mainText(await counter.open(at("/counter")))).toContain("chưa phải là máy ở quầy");
  });
});

describe("a passkey opens nothing", () => {
  const stays = (page: Visit) => expect([page.url.pathname, nameOn(page)]).toEqual(["/counter", undefined]);

  test("in another browser, with the session's cookie or without", async () => {
    const session = await shiftOf(vinh);
    expect(await challenge(world.browser(), session)).toEqual({ problem: "over" });
    const options = await challenge(counter, session);
    const other = await world.signIn(LINH, "pharmacist");
    const page = await other.open(at("/counter/register"));
    await other.submit(page, formTo(page, "/counter/register"), { name: "Quầy thuốc số 2" });
    await post(other, "/counter", { intent: "lock" });
    stays(await post(other, "/counter/unlock", { response: key(VINH).get(options) }));
    await switchTo(counter, vinh, key(VINH));
    const cookies = counter.cookieHeader(world.origin).split("; ");
    const { host, port } = new URL(world.origin);
    const cookie = cookies.filter((one) => !one.includes("-counter=")).join("; ");
    expect((await ask(Number(port), { target: "/duty", headers: { host, cookie } })).status).toBe(302);
  });

  test("a second time with the same answer", async () => {
    const options = await challenge(counter, await shiftOf(vinh));
    const response = key(VINH).get(options);
    expect(nameOn(await post(counter, "/counter/unlock", { response }))).toBe("Ngô Quang Vinh");
    await post(counter, "/counter", { intent: "lock" });
    stays(await post(counter, "/counter/unlock", { response }));
  });

  test("twenty times at once: one of them", async () => {
    const response = key(VINH).get(await challenge(counter, await shiftOf(vinh)));
    const headers = { cookie: counter.cookieHeader(world.origin), origin: world.origin };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        fetch(at("/counter/unlock"), {
          method: "POST",
          headers,
          body: new URLSearchParams({ response }),
          redirect: "manual",
        }),
      ),
    );
    expect(answers.filter((answer) => answer.headers.getSetCookie().length > 0)).toHaveLength(1);
  });

  test.each([
    ["of another site", { origin: "https://evil.example" }],
    ["for another host", { host: "evil.example" }],
    ["without finger or PIN", { unverified: true }],
  ])("%s", async (_name, faults) => {
    stays(await switchTo(counter, vinh, key(VINH), faults));
  });

  test("of somebody else", async () => {
    await signInAtCounter(counter, LINH);
    await enrol(counter, LINH);
    await post(counter, "/counter", { intent: "lock" });
    stays(await switchTo(counter, vinh, key(LINH)));
  });

  test("that was copied: its number goes back, and it is taken out of use", async () => {
    expect(nameOn(await switchTo(counter, vinh, key(VINH)))).toBe("Ngô Quang Vinh");
    await post(counter, "/counter", { intent: "lock" });
    stays(await switchTo(counter, vinh, key(VINH), { signCount: 1 }));
    const [row] = await superuser`select removed_why as why from passkeys where person_id = ${vinh}`;
    expect(row).toEqual({ why: "cloned" });
    expect(await challenge(counter, await shiftOf(vinh))).toEqual({ problem: "no-passkey" });
  });

  test("when the shift, or the role, is over", async () => {
    const session = await shiftOf(vinh);
    await superuser`update sessions set ends_at = now() - interval '1 second' where id = ${session}`;
    expect(await challenge(counter, session)).toEqual({ problem: "over" });
    await superuser`update sessions set ends_at = now() + interval '1 hour' where id = ${session}`;
    await superuser`update staff_roles set valid_to = now() where person_id = ${vinh}`;
    expect(nameOn(await switchTo(counter, vinh, key(VINH)))).toBeUndefined();
    await superuser`update staff_roles set valid_to = null where person_id = ${vinh}`;
  });

  test("after its person, or an operator, has removed it", async () => {
    await switchTo(counter, vinh, key(VINH));
    const page = await counter.open(at("/counter/passkeys"));
    const remove = page.forms.find((form) => form.fields.some(([, value]) => value === "remove-passkey"));
    await counter.submit(page, remove);
    await post(counter, "/counter", { intent: "lock" });
    expect(await challenge(counter, await shiftOf(vinh))).toEqual({ problem: "no-passkey" });
  });
});

describe("a passkey is not made", () => {
  test.each([
    ["for another site", { origin: "https://evil.example" }],
    ["without finger or PIN", { unverified: true }],
    ["with a challenge of nobody's", { challenge: "AAAA" }],
  ])(
    "%s",
    async (_name, { challenge: said, ...faults }: { challenge?: string; origin?: string; unverified?: boolean }) => {
      await switchTo(counter, vinh, key(VINH));
      const page = await counter.open(at("/counter/passkeys"));
      const options = JSON.parse(/data-enrol="([^"]*)"/.exec(page.text)?.[1]?.replaceAll("&quot;", '"') ?? "{}");
      const response = new Authenticator(world.origin).create({ challenge: said ?? options.challenge }, faults);
      expect((await post(counter, "/counter/passkeys", { response })).url.search).toBe("?news=refused");
    },
  );

  test("where the digital ID was asked for too long ago", async () => {
    await switchTo(counter, vinh, key(VINH));
    await superuser`update sessions set authenticated_at = now() - interval '20 minutes'`;
    const page = await counter.open(at("/counter/passkeys"));
    expect([page.text.includes("data-enrol"), mainText(page).includes("xác nhận lại")]).toEqual([false, true]);
    const response = new Authenticator(world.origin).create({ challenge: "AAAA" });
    expect((await post(counter, "/counter/passkeys", { response })).status).toBe(403);
  });
});

test("a role that stands at the counter alone is offered there; its own book is a context of its own", async () => {
  await switchTo(counter, vinh, key(VINH));
  const own = await post(counter, "/duty", { duty: "" });
  expect([own.url.pathname, own.status]).toEqual(["/book", 200]);
  expect((await takeDuty(counter, world.origin, "pharmacist")).status).toBe(200);
});
