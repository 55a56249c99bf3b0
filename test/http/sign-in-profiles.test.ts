import { type MutableToken, OAuth2Server } from "oauth2-mock-server";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { vi } from "#app/i18n/vi.ts";
import { providerEntries } from "#test/sandbox/identity-provider/providers-file.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import type { Browserless, Visit } from "#test/support/browser-less.ts";
import { mainText, sentence } from "#test/support/page-text.ts";
import { proveAtProvider, startSignIn, typeLogin } from "#test/support/sign-in.ts";
import { testDb } from "#test/support/test-db.ts";
import { startWorld } from "#test/support/world.ts";

const [lan, hoa] = [persona("lan"), persona("hoa")];

/** A provider nobody here wrote, connected by settings alone: what it knows comes by events, as its own documentation says. */
const stranger = new OAuth2Server();
await stranger.issuer.keys.generate("RS256");
await stranger.start(0, "localhost");
afterAll(() => stranger.stop());
stranger.service.on("beforeTokenSigning", ({ payload }: MutableToken) => {
  Object.assign(payload, { acr: "high", full_name: lan.name, dob: "12/03/1961", national_id: lan.login });
});

const strangerEntry = (client: { id: string; secret: string }) => ({
  id: "stranger",
  issuer: stranger.issuer.url,
  label: { vi: "Định danh lạ", en: "A stranger" },
  clientId: client.id,
  clientSecret: client.secret,
  claims: { name: "full_name", birthDate: { from: "dob", formats: ["dd/MM/yyyy"] }, personalNumber: "national_id" },
  assurance: { high: 2 },
});

const db = await testDb();
const world = await startWorld(db, {}, { PAGES_PER_MINUTE: "1000000" }, (origin, client) => [
  ...providerEntries(origin, client),
  strangerEntry(client),
]);
const superuser = db.raw("superuser");
const at = (path: string) => `${world.origin}${path}`;

const profiles = ["default", "national-portal", "vneid", "esignet", "fapi"] as const;

/** Through this provider's pages as a person would; the notice of the first time is read. */
async function signIn(provider: string, login: string, browser = world.browser()): Promise<[Browserless, Visit]> {
  const page = await typeLogin(browser, await startSignIn(browser, at("/sign-in"), provider), login);
  return [browser, await pastNotice(browser, page)];
}

async function pastNotice(browser: Browserless, page: Visit): Promise<Visit> {
  const notice = page.forms.find(({ action }) => action.endsWith("/privacy/notice"));
  return notice ? browser.submit(page, notice) : page;
}

const signOut = (browser: Browserless, book: Visit) =>
  browser.submit(
    book,
    book.forms.find(({ action }) => action === "/sign-out"),
  );

beforeEach(() => {
  world.identityProvider.setFault("none");
  world.log.clear();
});

test("the page has one button, and the others by their names below it", async () => {
  const { text, forms } = await world.browser().open(at("/sign-in"));
  const starts = forms.filter(({ action }) => action === "/sign-in");
  expect(starts.map(({ fields }) => Object.fromEntries(fields).provider)).toEqual([
    undefined,
    ...profiles.slice(1),
    "stranger",
  ]);
  expect(text).toContain(vi.signIn.others);
  expect(text).toContain("Cổng Dịch vụ công");
});

describe.each(profiles)("%s", (provider) => {
  test("a citizen signs in and reads the book", async () => {
    const [browser, page] = await signIn(provider, lan.login);
    expect(world.log.of("sign-in refused")).toEqual([]);
    expect([page.url.pathname, page.status]).toEqual(["/book", 200]);
    expect(mainText(page)).toContain(lan.name);
    expect((await browser.open(at("/book/results"))).status).toBe(200);
    const [session] = await superuser<{ provider: string; level: number }[]>`
      select provider, assurance_level as level from sessions order by created_at desc limit 1`;
    expect(session).toEqual({ provider, level: 2 });
  });

  test("everybody is the same person whichever way they come", async () => {
    await signIn(provider, lan.login);
    const people = await superuser`select distinct person_id from sessions where assurance_level = 2`;
    expect(people).toHaveLength(1);
  });

  test("an account of level 1 opens no book", async () => {
    const [, page] = await signIn(provider, hoa.login);
    expect([page.url.pathname, page.status]).toEqual(["/book", 403]);
    expect(mainText(page)).toMatch(sentence(vi.level.title));
  });

  test("a stronger proof is asked for, given, and known afterwards", async () => {
    const [browser] = await signIn(provider, lan.login);
    const ask = await browser.open(at("/sign-in/confirm?for=open-hidden"));
    const form = ask.forms.find(({ fields }) => fields.some(([name]) => name === "stepUp"));
    const after = await proveAtProvider(browser, await browser.submit(ask, form), lan.login);
    expect(world.log.of("sign-in refused").map(({ code }) => code)).toEqual([]);
    expect(after.url.href).toBe(at("/sign-in/confirm?for=open-hidden"));
    const levels = await superuser`
      select assurance_level as level from sessions where ended_at is null and provider = ${provider} order by created_at desc limit 1`;
    expect(levels).toEqual([{ level: 3 }]);
  });

  test("signing out ends the session here, and there where that is offered", async () => {
    const [browser, book] = await signIn(provider, lan.login);
    const after = await signOut(browser, book);
    expect(after.url.href).toBe(at("/signed-out"));
    const through = after.trail.map(({ origin, pathname }) => origin + pathname);
    const idp = world.identityProvider.issuer;
    const ending: Record<string, string | undefined> = {
      default: `${idp}/end-session`,
      "national-portal": `${idp.replace("localhost", "127.0.0.1")}/national-portal/third-party/logout`,
      vneid: `${idp}/vneid/protocol/openid-connect/logout`,
      fapi: `${idp}/fapi/end-session`,
    };
    if (ending[provider]) expect(through).toContain(ending[provider]);
    else expect(through).toEqual([at("/sign-out"), at("/signed-out")]);
    expect((await browser.open(at("/book"))).url.pathname).toBe("/sign-in");
  });
});

test("a provider nobody here wrote: the book opens, and signing out ends the session there too", async () => {
  const browser = world.browser();
  const book = await pastNotice(browser, await startSignIn(browser, at("/sign-in"), "stranger"));
  expect(world.log.of("sign-in refused")).toEqual([]);
  expect([book.url.pathname, mainText(book).includes(lan.name)]).toEqual(["/book", true]);
  const after = await signOut(browser, book);
  expect(after.trail.map(String).some((address) => address.startsWith(`${stranger.issuer.url}/endsession`))).toBe(true);
  expect(after.url.pathname).toBe("/signed-out");
});
