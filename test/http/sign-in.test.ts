import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { identifierHash } from "#app/adapters/keys/identifier-hash.ts";
import { safeReturnTo } from "#app/domain/identity/rules.ts";
import { unsealNames } from "#app/domain/persons/demographics.ts";
import { matchPerson } from "#app/domain/persons/match-person.ts";
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

const noticeForm = (page: Visit) => page.forms.find((form) => form.action.endsWith("/privacy/notice"));

/** Through both sites as a person would, with the returnTo of the page that was asked for. */
async function signIn(browser: Browserless, key: string, from = "/sign-in"): Promise<Visit> {
  return typeLogin(browser, await startSignIn(browser, at(from)), persona(key).login);
}

describe("signing in", () => {
  let first: Visit;
  const browser = world.browser();

  beforeAll(async () => {
    first = await signIn(browser, "lan");
  });

  test("the first time leads to the privacy notice, then to the book", async () => {
    expect(first.url.pathname).toBe("/privacy/notice");
    expect(mainText(first)).toMatch(sentence(vi.notice.title));
    const book = await browser.submit(first, noticeForm(first));
    expect(book.url.pathname).toBe("/book");
    expect(book.status).toBe(200);
    expect(mainText(book)).toContain(persona("lan").name);
  });

  test("records who has read which notice, when and in which language, once however often it is sent", async () => {
    await browser.submit(first, noticeForm(first));
    const rows = await superuser`select notice, version, language from notice_acknowledgements`;
    expect(rows).toEqual([{ notice: "privacy", version: "2026-11", language: "vi" }]);
  });

  test("the next time leads straight to the book", async () => {
    const again = await signIn(world.browser(), "lan");
    expect(again.url.pathname).toBe("/book");
    expect(mainText(again)).toContain(persona("lan").name);
  });

  test("the notice can be read again, without a button that asks to confirm it", async () => {
    const notice = await browser.open(at("/privacy/notice"));
    expect(mainText(notice)).toMatch(sentence(vi.notice.title));
    expect(noticeForm(notice)).toBeUndefined();
  });

  test("starting again while signed in leads to the book, not to the provider", async () => {
    const page = await browser.open(at("/sign-in"));
    expect(page.url.href).toBe(at("/book"));
  });

  test("is in the log of acts with the level reached, and with no name and no number", async () => {
    const acts = await superuser<{ detail: object; text: string }[]>`
      select detail, row_to_json(a)::text as text from acts a where act = 'session.opened'`;
    expect(acts.length).toBeGreaterThan(0);
    for (const { detail, text } of acts) {
      expect(detail).toEqual({ level: 2 });
      expect(text).not.toContain(persona("lan").login);
      expect(text).not.toContain(persona("lan").name);
    }
  });

  test("keeps neither cookie, token nor name in clear", async () => {
    const rows = await superuser<{ text: string }[]>`
      select row_to_json(s)::text || encode(display_name, 'escape') || encode(id_token, 'escape') as text from sessions s`;
    const cookies = browser.cookieHeader(world.origin).split("; ");
    const session = cookies.find((cookie) => cookie.includes("-session="))?.split("=")[1] ?? "";
    expect(session).toHaveLength(43);
    for (const { text } of rows) {
      expect(text).not.toContain(session);
      expect(text).not.toContain(persona("lan").login);
      expect(text).not.toContain("Lan");
      expect(text).not.toContain("eyJ");
    }
  });
});

describe("where a sign-in leads", () => {
  test("the page that was asked for without a session is shown afterwards, query included", async () => {
    const browser = world.browser();
    await signIn(browser, "lan");
    const other = world.browser();
    const asked = await other.open(at("/book/results?page=2"));
    expect(asked.url.pathname).toBe("/sign-in");
    const page = await typeLogin(other, await startSignIn(other, asked.url.href), persona("lan").login);
    expect(page.url.pathname + page.url.search).toBe("/book/results?page=2");
  });

  test("the notice keeps the way too", async () => {
    const browser = world.browser();
    const notice = await signIn(browser, "ha", "/sign-in?returnTo=/people");
    expect(notice.url.pathname).toBe("/privacy/notice");
    const page = await browser.submit(notice, noticeForm(notice));
    expect(page.url.href).toBe(at("/people"));
  });

  const hostile = [
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/book\r\nSet-Cookie: a=b",
    "/%0d%0aSet-Cookie:a=b",
    "/%2f%2fevil.example",
    "/%5cevil.example",
    "/..//evil.example",
    "/\tevil",
    "book",
    "@evil.example",
    " //evil.example",
    `/${"a".repeat(600)}`,
    "/\u2028/evil",
    "/\uff0fevil.example",
  ];

  test.each(hostile.map((returnTo) => [returnTo.slice(0, 40), returnTo]))(
    "%j leads to the book",
    async (_, returnTo) => {
      const page = await world.browser().open(at(`/sign-in?${new URLSearchParams({ returnTo })}`));
      const form = page.forms.find((f) => f.action === "/sign-in");
      expect(form?.fields).toEqual([["returnTo", "/book"]]);
      const browser = world.browser();
      const start = await browser.open(at("/sign-in"));
      const provider = await browser.submit(
        start,
        start.forms.find((f) => f.action === "/sign-in"),
        { returnTo },
      );
      const done = await typeLogin(browser, provider, persona("lan").login);
      expect(done.url.href).toBe(at("/book"));
      expect(browser.cookieNames(world.origin).filter((name) => !name.startsWith("__Host-"))).toEqual([]);
    },
  );

  test("no text at all leads to another origin", () => {
    const piece = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "%2f",
      "%5C",
      "%09",
      ":",
      "@",
      "evil.example",
      "//",
      "\r\n",
      "\t",
      "javascript:",
      "?",
      "#",
      "book",
      "\u3002",
      "\uff0f",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece).map((parts) => parts.join("")),
      fc.webUrl(),
    );
    fc.assert(
      fc.property(text, (wanted) => {
        const path = safeReturnTo(wanted);
        for (const base of [at("/sign-in"), at("/privacy/notice"), at("/sign-in/callback")]) {
          expect(new URL(path, base).origin).toBe(world.origin);
        }
        expect(path).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("who gets in", () => {
  test("level 1: the book answers 403 with why, and where to get level 2", async () => {
    const browser = world.browser();
    const page = await signIn(browser, "hoa");
    expect(page.url.pathname).toBe("/book");
    expect(page.status).toBe(403);
    expect(noticeForm(await browser.open(at("/privacy/notice")))).toBeUndefined();
    for (const words of [vi.level.title, vi.level.how, vi.level.step1, vi.level.meanwhile])
      expect(mainText(page)).toMatch(sentence(words));
    for (const path of ["/book/results", "/book/sources", "/privacy", "/people"]) {
      const other = await browser.open(at(path));
      expect([path, other.status]).toEqual([path, 403]);
      expect(mainText(other)).toMatch(sentence(vi.level.title));
    }
  });

  test("level 1: what was refused is in the person's own log", async () => {
    const rows =
      await superuser`select distinct outcome, reason from access_events where subject = 'book' and reason is not null`;
    expect(rows).toEqual([{ outcome: "deny", reason: "level-too-low" }]);
  });

  test("level 1 leaves nothing in the store: no name, no birth date, no link to the account", async () => {
    const number = { kind: "personal_number" as const, scope: "", value: persona("hoa").login };
    const rows = await superuser`
      select p.birth_low as birth, p.sex, array_agg(i.kind) as kinds, p.demographics from identifier_lookup l
      join persons p on p.id = l.person_id join identifiers i on i.person_id = p.id
      where l.hash = ${identifierHash(world.parts.keys, number)} group by p.id`;
    expect(rows.map((row) => ({ ...row, demographics: undefined }))).toEqual([
      { birth: null, sex: "unknown", kinds: ["personal_number"], demographics: undefined },
    ]);
    const [row] = await superuser<{ id: string; demographics: Buffer }[]>`
      select p.id, p.demographics from identifier_lookup l join persons p on p.id = l.person_id
      where l.hash = ${identifierHash(world.parts.keys, number)}`;
    expect(unsealNames(world.parts.keys, row?.id ?? "", row?.demographics ?? null)).toEqual([]);
  });

  test("a foreigner without a personal number is found through the verified passport", async () => {
    const browser = world.browser();
    const notice = await signIn(browser, "claire");
    const page = await browser.submit(notice, noticeForm(notice));
    expect(page.status).toBe(200);
    expect(mainText(page)).toContain("Claire Dubois");
    const passport = { kind: "passport" as const, scope: "", value: persona("claire").passport ?? "" };
    const found = await superuser`
      select from identifier_lookup where kind = 'passport' and hash = ${identifierHash(world.parts.keys, passport)}`;
    expect(found).toHaveLength(1);
  });

  test("without a number a first sign-in finds nobody; one that is known by its subject gets in", async () => {
    world.identityProvider.setFault("no-personal-number");
    const stranger = await signIn(world.browser(), "thanh");
    expect(stranger.url.pathname).toBe("/sign-in/help");
    expect(mainText(stranger)).toMatch(sentence(vi.signInHelp.told["no-number"]));
    world.identityProvider.setFault("no-personal-number");
    const known = await signIn(world.browser(), "lan");
    expect(known.url.pathname).toBe("/book");
  });

  test("a name that contradicts the store: no session, words that help, and an act in the log", async () => {
    const { personalNumber = "" } = persona("mai");
    await world.parts.db.transaction({}, async (tx) => {
      const said = {
        names: ["Đặng Văn Khác"],
        birth: undefined,
        sex: "unknown" as const,
        deceasedOn: undefined,
        identifiers: [{ kind: "personal_number" as const, system: "", value: personalNumber }],
      };
      await matchPerson(tx, said, { keys: world.parts.keys, assignerId: undefined, source: "test" });
    });
    const browser = world.browser();
    const page = await signIn(browser, "mai");
    expect(page.url.pathname).toBe("/sign-in/help");
    expect(mainText(page)).toMatch(sentence(vi.signInHelp.told["not-matching"]));
    expect(browser.cookieNames(world.origin).filter((name) => name.endsWith("-session"))).toEqual([]);
    const acts = await superuser`
      select act, actor_kind as actor, about_kind as about, detail from acts where act = 'sign-in.unclear' and detail ->> 'code' like 'name%'`;
    expect(acts).toEqual([
      {
        act: "sign-in.unclear",
        actor: "anonymous",
        about: "identity-case",
        detail: { code: "name-contradicts", level: 2 },
      },
    ]);
  });
});

test("the portal's public keys are published for providers, and nothing private", async () => {
  const answer = await fetch(at("/sign-in/jwks.json"));
  expect(answer.headers.get("content-type")).toBe("application/jwk-set+json");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=3600");
  const { keys } = (await answer.json()) as { keys: Record<string, string>[] };
  expect(keys.map(({ use, alg }) => `${use} ${alg}`)).toEqual(["sig ES256", "enc ECDH-ES+A256KW"]);
  expect(keys.map((key) => Object.keys(key).sort())).toEqual(
    keys.map(() => ["alg", "crv", "kid", "kty", "use", "x", "y"]),
  );
});
