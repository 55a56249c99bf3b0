import { beforeAll, describe, expect, test } from "vitest";
import { vi } from "#app/i18n/vi.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import type { Browserless, Visit } from "#test/support/browser-less.ts";
import { mainText, sentence } from "#test/support/page-text.ts";
import { startSignIn, typeLogin } from "#test/support/sign-in.ts";
import { testDb } from "#test/support/test-db.ts";
import { startWorld } from "#test/support/world.ts";

const db = await testDb();
const world = await startWorld(db);
const superuser = db.raw("superuser");
const at = (path: string) => `${world.origin}${path}`;
const an = persona("an");
let browser: Browserless;
let page: Visit;
let operator: Browserless;

const signIn = async (as: Browserless) => typeLogin(as, await startSignIn(as, at("/sign-in")), an.login);
const formOf = (visit: Visit, intent: string) =>
  visit.forms.find((form) => form.fields.some(([name, value]) => name === "intent" && value === intent));
const cookies = (of: Browserless) => of.cookieNames(world.origin).map((name) => name.split("-").at(-1));

/** Signs in as an operator; whose session it is stands in the roster first. */
async function operatorAs(key: string): Promise<Browserless> {
  await world.signIn(persona(key).login);
  const [person] = await superuser<
    { id: string }[]
  >`select person_id as id from sessions order by created_at desc limit 1`;
  await superuser`
    insert into staff_roles (person_id, id, role, issuer, granted_by)
    values (${person?.id ?? ""}, gen_random_uuid(), 'operator', ${world.config.providers[0]?.issuer ?? ""}, 'test')`;
  return world.signIn(persona(key).login, "operator");
}

beforeAll(async () => {
  operator = await operatorAs("lan");
  browser = world.browser();
  page = await signIn(browser);
});

describe("whoever nobody can tell", () => {
  test("lands on their case: no session, a number to read out, what to do, whom to call", () => {
    expect([page.url.pathname, page.status]).toEqual(["/sign-in/help", 200]);
    expect(cookies(browser)).toEqual(["help"]);
    for (const words of [vi.signInHelp.told["no-number"], vi.signInHelp.doCard, vi.signInHelp.safe])
      expect(mainText(page)).toMatch(sentence(words));
    expect(mainText(page)).toMatch(/DN-\d\d-[2-9B-Z]{4}-[2-9B-Z]{2}/);
    expect(page.text).not.toContain(an.name);
  });

  test("gets nowhere else with it", async () => {
    for (const path of ["/book", "/privacy", "/privacy/accounts", "/operator/identities"])
      expect([path, (await browser.open(at(path))).url.pathname]).toEqual([path, "/sign-in"]);
  });

  test("leaves a number and words; what is wrong is said with everything still there", async () => {
    const wrong = await browser.submit(page, formOf(page, "say"), { phone: "gọi tôi", words: "mới đổi số" });
    expect(wrong.text).toContain(vi.form.phone);
    expect(wrong.text).toContain("mới đổi số");
    const sent = await browser.submit(page, formOf(page, "say"), { phone: "0912 345 678", words: "mới đổi số" });
    expect(mainText(sent)).toMatch(sentence(vi.signInHelp.sent));
    expect(mainText(sent)).toContain("•••••••678");
    expect(sent.url.search).toBe("?sent");
  });

  test("signs out here and at the provider; the case stays, and signing in again leads back to it", async () => {
    const reference = /DN-[0-9A-Z-]+/.exec(mainText(page))?.[0] ?? "none";
    const out = await browser.submit(page, formOf(page, "sign-out"));
    expect(out.status).toBe(200);
    expect(cookies(browser)).not.toContain("help");
    const acts =
      await superuser`select actor_kind as actor, detail from acts where act = 'session.ended' and about_kind = 'identity-case'`;
    expect(acts).toEqual([{ actor: "anonymous", detail: { why: "signed-out" } }]);
    expect(mainText(await browser.open(at("/sign-in/help")))).toMatch(sentence(vi.signInHelp.over));
    expect(mainText(await signIn(world.browser()))).toContain(reference);
  });
});

describe("an operator", () => {
  test("sees the case in the queue, decides with grounds, and the next sign-in goes in", async () => {
    expect((await operator.open(at("/operator"))).text).toContain("/operator/identities");
    const list = await operator.open(at("/operator/identities"));
    expect(list.text).not.toContain(an.name);
    const [, id] = /\/operator\/identities\/([0-9a-f-]{36})/.exec(list.text) ?? [];
    const item = await operator.open(at(`/operator/identities/${id}`));
    expect(item.text).toContain(an.name);
    expect(item.text).toContain("0912345678");
    const without = await operator.submit(item, formOf(item, "decide"), { decision: "create", why: "" });
    expect(without.text).toContain(vi.form.required);
    const reasonless = await operator.submit(item, formOf(item, "decide"), { decision: "refuse", why: "không rõ" });
    expect(reasonless.text).toContain(vi.form.required);
    const answered = await operator.submit(item, formOf(item, "answer"), { answer: "call-us" });
    expect(mainText(await signIn(world.browser()))).toMatch(sentence(vi.signInHelp.answerOf["call-us"]));
    const done = await operator.submit(answered, formOf(answered, "decide"), {
      decision: "create",
      why: "đã xem hộ chiếu",
    });
    expect(mainText(done)).toContain("Đã liên kết");
    expect(done.text).not.toContain("0912345678");
    const late = await operator.submit(item, formOf(item, "decide"), {
      decision: "refuse",
      refusal: "not-confirmed",
      why: "muộn",
    });
    expect(late.text).toContain(vi.form["identity-decided"]);
    const inside = await signIn(world.browser());
    expect(inside.url.pathname).toBe("/privacy/notice");
  });

  test("undoes the link on the person's page: the session is over at its next request", async () => {
    const anBrowser = world.browser();
    const notice = await signIn(anBrowser);
    await anBrowser.submit(
      notice,
      notice.forms.find((form) => form.action.endsWith("/privacy/notice")),
    );
    expect((await anBrowser.open(at("/privacy/accounts"))).text).toContain(vi.accounts.current);
    const list = await operator.open(at("/operator/identities?state=decided"));
    const [, id] = /\/operator\/identities\/([0-9a-f-]{36})/.exec(list.text) ?? [];
    const item = await operator.open(at(`/operator/identities/${id}`));
    const [, person] = /\/operator\/persons\/([0-9a-f-]{36})/.exec(item.text) ?? [];
    const who = await operator.open(at(`/operator/persons/${person}`));
    const undone = await operator.submit(who, formOf(who, "unlink"));
    expect(undone.text).toContain("bỏ liên kết ngày");
    expect((await anBrowser.open(at("/book"))).url.pathname).toBe("/sign-in");
    expect((await signIn(world.browser())).url.pathname).toBe("/sign-in/help");
  });
});

describe("somebody who was only looked up", () => {
  test("is proposed by one operator; the second reads why, and confirms", async () => {
    await world.signIn(persona("ha").login);
    const second = await operatorAs("hung");
    const list = await operator.open(at("/operator/identities"));
    const [, id] = /\/operator\/identities\/([0-9a-f-]{36})/.exec(list.text) ?? [];
    const item = await operator.open(at(`/operator/identities/${id}`));
    const found = await operator.submit(item, formOf(item, "find"), {
      kind: "personal_number",
      value: persona("ha").personalNumber ?? "",
    });
    expect(found.text).toContain(vi.identities.secondHint);
    const [, decision] = /value="((?:link|replace):[0-9a-f-]{36})"/.exec(found.text) ?? [];
    const why = "đã gặp tại Sở, thẻ số sai";
    const proposed = await operator.submit(found, formOf(found, "decide"), { decision: decision ?? "", why });
    expect(mainText(proposed)).toMatch(sentence(vi.identities.proposalMine));
    expect(proposed.text).not.toContain(vi.identities.confirmProposal);
    expect((await second.open(at("/operator/identities"))).text).toContain(vi.identities.proposed);
    const seen = await second.open(at(`/operator/identities/${id}`));
    expect(mainText(seen)).toContain(why);
    const form = seen.forms.find((one) => one.fields.some(([name]) => name === "proposalId"));
    const own = await operator.submit(proposed, form, { intent: "confirm", why: "tự mình" });
    expect(own.text).toContain(vi.form["own-proposal"]);
    expect((await second.submit(seen, form, { intent: "confirm", why: "" })).text).toContain(vi.form.required);
    const done = await second.submit(seen, form, { intent: "confirm", why: "đã gọi lại cho trạm" });
    expect(mainText(done)).toContain("Đã liên kết");
    for (const words of [why, "đã gọi lại cho trạm"]) expect(mainText(done)).toContain(words);
    expect((await signIn(world.browser())).url.pathname).not.toBe("/sign-in/help");
  });
});

test("no log line says who anybody is", () => {
  expect(world.log.lines.join("\n")).not.toMatch(/0912345678|Hoài|hộ chiếu|DN-\d\d|mới đổi/);
});
