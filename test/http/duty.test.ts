import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "#app/shared/ids.ts";
import { facilityId, personIdOf } from "#test/sandbox/province/load.ts";
import { persona } from "#test/sandbox/province/personas.ts";
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
const yen = await personIdOf(sandbox, "yen");
const hospital = facilityId("general-hospital");

/** What stands above every page at work: as what, and where. */
const barOf = (page: Visit) =>
  /class="duty-bar".*?<b>(.*?)<\/b> <span>(.*?)<\/span>/s.exec(page.text)?.slice(1).join(" ");
const dutyForms = (page: Visit) => page.forms.filter((form) => form.action === "/duty");
const press = (browser: Browserless, page: Visit, value: string) =>
  browser.submit(
    page,
    dutyForms(page).find((form) => form.fields.some(([name, v]) => name === "duty" && v === value)),
  );

interface Session {
  role: string | null;
  facility: string | null;
  level: number;
  since: Date;
  why: string | null;
}
const sessions = () => superuser<Session[]>`
  select role, facility_id as facility, assurance_level as level, authenticated_at as since, ended_why as why
  from sessions where person_id = ${yen} order by created_at, ended_at nulls last`;

let browser: Browserless;
beforeEach(async () => {
  await superuser`delete from sessions`;
  browser = await world.signIn(persona("yen").login);
});

describe("a page of one's work", () => {
  test("asked for as oneself offers the fitting duty; one press takes it and opens the page", async () => {
    const [before] = await sessions();
    const asked = await browser.open(at("/clinic/corrections?page=1"));
    expect(asked.status).toBe(403);
    expect(mainText(asked)).toContain("Nhân viên tiếp đón · BV Đa khoa Kinh Bắc");
    expect(dutyForms(asked)).toHaveLength(1);
    const there = await press(browser, asked, `clerk:${hospital}`);
    expect([there.status, there.url.pathname + there.url.search]).toEqual([200, "/clinic/corrections?page=1"]);
    expect(barOf(there)).toBe("Nhân viên tiếp đón BV Đa khoa Kinh Bắc");
    const [after, ...more] = await sessions();
    expect(more).toEqual([]);
    expect([after?.role, after?.facility, after?.why]).toEqual(["clerk", hospital, null]);
    expect([after?.level, after?.since]).toEqual([before?.level, before?.since]);
  });

  test("that no duty of theirs fits is not there", async () => {
    expect((await browser.open(at("/operator"))).status).toBe(404);
    await takeDuty(browser, world.origin, "clerk");
    expect((await browser.open(at("/operator"))).status).toBe(404);
  });

  test("asked for before signing in opens at once, where one duty fits", async () => {
    const other = world.browser();
    const page = await typeLogin(other, await startSignIn(other, at("/clinic/upload")), persona("yen").login);
    expect([page.status, page.url.pathname]).toEqual([200, "/clinic/upload"]);
  });

  test("asks where two fit, and takes the one that is chosen", async () => {
    const clinic = facilityId("clinic");
    const id = newId();
    await superuser`
      insert into staff_roles (person_id, id, role, facility_id, issuer, granted_by)
      values (${yen}, ${id}, 'clinician', ${clinic}, ${sandbox.issuer}, 'test')`;
    const other = world.browser();
    const page = await typeLogin(other, await startSignIn(other, at("/clinic/upload")), persona("yen").login);
    expect([page.status, dutyForms(page).length]).toEqual([403, 2]);
    const there = await press(other, page, `clinician:${clinic}`);
    expect(barOf(there)).toBe("Bác sĩ, điều dưỡng PK An Bình");
    await superuser`delete from staff_roles where id = ${id}`;
    expect((await other.open(at("/clinic/upload"))).url.pathname).toBe("/sign-in");
  });

  test("keeps what was written, until a duty is taken", async () => {
    const page = { url: new URL(at("/clinic/corrections/YC-26-AAAA-AA")) } as Visit;
    const fields: [string, string][] = [
      ["intent", "decide"],
      ["words", "Đã đối chiếu với sổ đo"],
    ];
    const sent = await browser.submit(page, { action: page.url.pathname, method: "post", fields, buttons: [] });
    expect(sent.status).toBe(403);
    expect(sent.text).toContain('value="Đã đối chiếu với sổ đo"');
    expect(dutyForms(sent)).toHaveLength(1);
  });
});

describe("on duty", () => {
  beforeEach(async () => {
    await takeDuty(browser, world.origin, "clerk");
  });

  test.each(["/book", "/book/results", "/privacy", "/people"])("%s is closed, and says why", async (path) => {
    const [before] = await superuser<{ n: number }[]>`select count(*)::int as n from access_events`;
    const page = await browser.open(at(path));
    expect([page.status, dutyForms(page).length]).toEqual([403, 1]);
    expect(mainText(page)).toContain("Đang trong ca làm việc");
    const [after] = await superuser<{ n: number }[]>`select count(*)::int as n from access_events`;
    expect(after).toEqual(before);
    const own = await press(browser, page, "");
    expect([own.status, own.url.pathname]).toEqual([200, "/book"]);
    expect((await browser.open(at("/clinic/corrections"))).status).toBe(403);
  });

  test("the earlier cookie opens nothing any more", async () => {
    const old = browser.cookieHeader(world.origin);
    await press(browser, await browser.open(at("/duty")), "");
    for (const path of ["/book", "/duty", "/clinic/corrections"]) {
      const answer = await fetch(at(path), { headers: { cookie: old }, redirect: "manual" });
      expect([path, answer.status]).toEqual([path, 302]);
    }
  });

  test("whom they acted for is left behind, both ways", async () => {
    const trang = await personIdOf(sandbox, "trang");
    await superuser`
      insert into proxies (person_id, id, helper_id, legal_kind, scope, state, starts_at, ends_at)
      values (${trang}, ${newId()}, ${yen}, 'guardian', 'see', 'active', now() - interval '1 day', now() + interval '1 day')`;
    await press(browser, await browser.open(at("/duty")), "");
    const people = await browser.open(at("/people"));
    const open = people.forms.find((form) => form.fields.some(([, value]) => value === trang));
    expect((await browser.submit(people, open)).text).toContain('class="acting"');
    const work = await takeDuty(browser, world.origin, "clerk");
    expect(work.text).not.toContain('class="acting"');
    const own = await press(browser, await browser.open(at("/duty")), "");
    expect([own.status, own.text.includes('class="acting"')]).toEqual([200, false]);
    // Nor is anybody's book opened by a form while at work.
    await takeDuty(browser, world.origin, "clerk");
    expect((await browser.submit(people, open)).status).toBe(403);
    await superuser`delete from proxies where helper_id = ${yen}`;
  });

  test("ends with the role, on the next request and in every process; and after a quarter of an hour", async () => {
    const { port } = await world.another();
    const headers = { host: new URL(world.origin).host, cookie: browser.cookieHeader(world.origin) };
    const elsewhere = async (path: string) => (await ask(port, { target: path, headers })).status;
    expect(await elsewhere("/clinic/corrections")).toBe(200);
    await superuser`update staff_roles set valid_to = now() where person_id = ${yen}`;
    expect((await browser.open(at("/clinic/corrections"))).url.pathname).toBe("/sign-in");
    expect(await elsewhere("/clinic/corrections")).toBe(302);
    await superuser`update staff_roles set valid_to = null where person_id = ${yen}`;
    expect((await browser.open(at("/clinic/corrections"))).status).toBe(200);
    await superuser`update sessions set last_seen_at = now() - interval '16 minutes'`;
    expect((await browser.open(at("/clinic/corrections"))).url.pathname).toBe("/sign-in");
    await superuser`update sessions set role = null, facility_id = null`;
    expect((await browser.open(at("/book"))).status).toBe(200);
  });

  test("is in the line of every request made on duty, and in none of one's own; who it is in neither", async () => {
    const linesOf = async (path: string) => {
      world.log.clear();
      await browser.open(at(path));
      return world.log.of("request");
    };
    await press(browser, await browser.open(at("/duty")), "");
    expect((await linesOf("/book")).filter((line) => "facility" in line)).toEqual([]);
    await takeDuty(browser, world.origin, "clerk");
    for (const path of ["/clinic/corrections", "/book", "/"]) {
      const lines = await linesOf(path);
      expect([path, lines.map(({ facility }) => facility)]).toEqual([path, [hospital]]);
      expect(JSON.stringify(lines)).not.toContain(yen);
    }
  });

  test("is in the log with role and facility", async () => {
    const acts = await superuser`
      select act, actor_kind as kind, actor_facility_id as facility from acts where act like 'duty.%' and actor_person_id = ${yen}
      order by occurred_at desc limit 1`;
    expect(acts).toEqual([{ act: "duty.taken", kind: "clerk", facility: hospital }]);
  });
});

describe("a duty is refused", () => {
  test.each([
    ["of a role they do not have", "operator", 404],
    ["at a facility that is not theirs", `clerk:${facilityId("clinic")}`, 404],
    ["without the facility", "clerk", 404],
    ["of no such role", "director", 400],
    ["with a facility that is none", "clerk:x", 400],
    ["with more than one facility", `clerk:${hospital}:${hospital}`, 400],
  ])("%s; the session stays what it was", async (_name, value, status) => {
    const page = await browser.open(at("/duty"));
    const form = { action: "/duty", method: "post", fields: [["duty", value]] as [string, string][], buttons: [] };
    expect((await browser.submit(page, form)).status).toBe(status);
    expect((await browser.open(at("/book"))).status).toBe(200);
  });

  test("to all but one of twenty who come with one token at once", async () => {
    const headers = { cookie: browser.cookieHeader(world.origin), origin: world.origin };
    const body = () => new URLSearchParams({ duty: `clerk:${hospital}` });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        fetch(at("/duty"), { method: "POST", headers, body: body(), redirect: "manual" }),
      ),
    );
    expect(answers.filter((answer) => answer.headers.getSetCookie().length > 0)).toHaveLength(1);
    expect((await sessions()).filter((one) => one.why === null)).toHaveLength(1);
  });
});
