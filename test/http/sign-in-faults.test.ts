import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { vi } from "#app/i18n/vi.ts";
import { type FaultName, faultNames } from "#test/sandbox/identity-provider/faults/table.ts";
import { type LogoutFault, logoutFaults } from "#test/sandbox/identity-provider/logout-token.ts";
import { providerEntries } from "#test/sandbox/identity-provider/providers-file.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import type { Browserless, Visit } from "#test/support/browser-less.ts";
import { mainText, sentence } from "#test/support/page-text.ts";
import { ask } from "#test/support/raw-http.ts";
import { startSignIn, typeLogin } from "#test/support/sign-in.ts";
import { testDb } from "#test/support/test-db.ts";
import { relyingParty, startWorld } from "#test/support/world.ts";

const db = await testDb();
const world = await startWorld(db, {}, { PAGES_PER_MINUTE: "1000000" }, providerEntries);
const superuser = db.raw("superuser");
const lan = persona("lan");
const at = (path: string) => `${world.origin}${path}`;

type Problem = keyof typeof vi.problem.reason;

interface Refusal {
  fault: FaultName;
  code: string;
  problem: Problem;
  /** At which of the sandbox's digital IDs; the plain one unless said. */
  at?: string;
  started?: false;
}

const badAnswer = (at: string, codes: Partial<Record<FaultName, string>>): Refusal[] =>
  Object.entries(codes).map(([fault, code]) => ({ fault: fault as FaultName, code, problem: "bad-answer", at }));
const down = (at: string, faults: FaultName[], started = true): Refusal[] =>
  faults.map((fault) => ({
    ...{ fault, at, code: "provider-unavailable", problem: "provider-down" },
    ...(started ? {} : { started }),
  }));

/** What a sign-in that the provider spoils comes to: the words people read, and the code in the log. */
const refused: Refusal[] = [
  ...badAnswer("default", {
    "wrong-issuer": "token-iss",
    "wrong-audience": "token-aud",
    "several-audiences": "token-aud",
    "wrong-azp": "token-azp",
    "wrong-nonce": "token-nonce",
    "no-nonce": "token-nonce",
    "bad-at-hash": "token-at_hash",
    "expired-token": "token-time",
    "future-token": "token-time",
    "bad-signature": "token-signature",
    "header-jwk": "token-signature",
    "header-jku": "token-signature",
    "alg-none": "token-algorithm",
    "alg-hs256-public-key": "token-algorithm",
    "alg-hs256-secret": "token-algorithm",
    "unknown-kid": "token-key-unknown",
    "no-kid-two-keys": "token-key-ambiguous",
    "wrong-iss-parameter": "answer-parameters",
    "no-iss-parameter": "answer-parameters",
    "mixed-up": "answer-parameters",
    "used-code": "code-refused",
  }),
  ...badAnswer("national-portal", { "userinfo-other-sub": "userinfo-sub", "alg-hs256-public-key": "token-algorithm" }),
  ...badAnswer("esignet", {
    "userinfo-bad-signature": "userinfo-signature",
    "userinfo-wrong-audience": "userinfo-aud",
    "userinfo-wrong-issuer": "userinfo-iss",
    "userinfo-plain": "userinfo-format",
    "userinfo-other-sub": "userinfo-sub",
    "tampered-jwe": "userinfo-decryption",
    unencrypted: "userinfo-not-encrypted",
  }),
  ...badAnswer("fapi", {
    "tampered-jwe": "token-decryption",
    unencrypted: "token-not-encrypted",
    "bad-signature": "token-signature",
    "dpop-refused": "proof-refused",
    "mixed-up": "answer-parameters",
  }),
  { fault: "par-refused", at: "fapi", code: "request-refused", problem: "bad-answer", started: false },
  { fault: "used-request-uri", at: "fapi", code: "request-uri-refused", problem: "expired" },
  { fault: "expired-request-uri", at: "fapi", code: "request-uri-refused", problem: "expired" },
  { fault: "discovery-wrong-issuer", code: "issuer-mismatch", problem: "bad-answer", started: false },
  { fault: "wrong-state", code: "attempt-unknown", problem: "not-started-here" },
  { fault: "access-denied", code: "sign-in-cancelled", problem: "cancelled" },
  ...down("default", ["token-error-500", "token-html", "token-huge", "token-endless", "jwks-500"]),
  ...down("national-portal", ["userinfo-500"]),
  ...down("default", ["unavailable"], false),
  ...down("fapi", ["par-500"], false),
];

/** Faults a sign-in survives: where, and the status of the book after it. */
const survived: [FaultName, status: number, at?: string][] = [
  ["no-acr", 403],
  ["lower-acr", 403],
  ["slow-token", 200],
  ["userinfo-other-sub", 200],
  ["no-personal-number", 200],
  ["no-personal-number", 200, "esignet"],
  ["no-kid", 200],
  ["rotated-key", 200],
  ["rotated-key", 200, "vneid"],
  ["dpop-nonce-due", 200, "fapi"],
];

/** Addresses and log lines of all sign-ins in this file. */
const told: string[] = [];

async function signIn(browser: Browserless, provider = "default"): Promise<Visit> {
  const there = await startSignIn(browser, at("/sign-in"), provider);
  const page = there.url.origin === world.origin ? there : await typeLogin(browser, there, lan.login);
  told.push(...[...there.trail, ...page.trail, page.url].map(String), ...world.log.lines);
  return page;
}

const sessions = async () => (await superuser`select from sessions`).length;
const sessionCookies = (browser: Browserless) =>
  browser.cookieNames(world.origin).filter((name) => name.endsWith("-session"));

/** Nothing that says who somebody is, or lets anybody in, may stand in the log. */
const SECRET = /eyJ|\d{12}|Nguy|Lan\b|code=|state=|(?<!token-)nonce|id_token|verifier|__Host|@/;

beforeAll(async () => {
  await world.signIn(lan.login);
  for (const provider of ["national-portal", "vneid", "esignet", "fapi"]) await signIn(world.browser(), provider);
});

// The portal knows nothing of the provider yet, so that each sign-in fetches everything.
beforeEach(() => {
  world.identityProvider.setFault("none");
  world.parts.digitalIds = relyingParty(world.config, world.parts.rpKeys);
  world.log.clear();
});

describe("a provider that misbehaves", () => {
  test.each(refused.map((one) => [one.fault, one.at ?? "default", one] as const))(
    "%s at %s: a page that helps, no session, one code in the log",
    async (fault, provider, wanted) => {
      const before = await sessions();
      const browser = world.browser();
      world.identityProvider.setFault(fault, fault === "unavailable" ? 2 : 1);
      const page = await signIn(browser, provider);
      world.identityProvider.setFault("none");

      const said = world.log.of(wanted.started === false ? "sign-in not started" : "sign-in refused");
      expect(said.map((line) => line.code)).toEqual([wanted.code]);
      expect(page.url.pathname).toBe("/sign-in");
      expect(page.status).toBe(200);
      expect(mainText(page)).toMatch(sentence(vi.problem.title));
      expect(mainText(page)).toMatch(sentence(vi.problem.reason[wanted.problem]));
      expect(mainText(page)).toMatch(sentence(vi.problem.next[wanted.problem]));
      expect(sessionCookies(browser)).toEqual([]);
      expect(await sessions()).toBe(before);
      expect(world.log.lines.join("").replace(/"requestId":"[^"]*"/g, "")).not.toMatch(SECRET);
      expect((await browser.open(at("/book"))).url.pathname).toBe("/sign-in");
    },
  );

  test.each(survived)("%s: the sign-in goes through, the book answers %d", async (fault, status, provider) => {
    world.identityProvider.setFault(fault);
    const page = await signIn(world.browser(), provider);
    expect([page.url.pathname, page.status]).toEqual(["/book", status]);
    expect(world.log.lines.join("").replace(/"requestId":"[^"]*"/g, "")).not.toMatch(SECRET);
  });

  test("a key changed between two sign-ins is asked for at once, but once a minute at most", async () => {
    expect((await signIn(world.browser(), "vneid")).url.pathname).toBe("/book");
    world.identityProvider.setFault("rotated-key", 2);
    expect((await signIn(world.browser(), "vneid")).url.pathname).toBe("/book");
    expect((await signIn(world.browser(), "vneid")).url.pathname).toBe("/sign-in");
    expect(world.log.of("sign-in refused").map(({ code }) => code)).toEqual(["token-key-unknown"]);
  });

  test("an answer of one digital ID under the attempt of another opens nothing", async () => {
    const browser = world.browser();
    const stopping = browser.copy({ until: (url) => url.pathname.startsWith("/sign-in/callback") });
    const codeOf = async (provider: string) =>
      typeLogin(stopping, await startSignIn(browser, at("/sign-in"), provider), lan.login);
    for (const [mine, other] of [
      ["default", "vneid"],
      ["vneid", "default"],
      ["national-portal", "vneid"],
    ] as const) {
      const [wanted, foreign] = [(await codeOf(mine)).url, (await codeOf(other)).url];
      world.log.clear();
      for (const name of ["code", "iss"]) {
        const value = foreign.searchParams.get(name);
        if (value === null) wanted.searchParams.delete(name);
        else wanted.searchParams.set(name, value);
      }
      expect((await browser.open(wanted)).url.pathname).toBe("/sign-in");
      expect([mine, ...world.log.of("sign-in refused").map(({ code }) => code)]).toEqual([mine, "answer-parameters"]);
      expect(sessionCookies(browser)).toEqual([]);
    }
  });

  test("a pushed request is taken once: its address opened again, by anybody, signs nobody in", async () => {
    const browser = world.browser();
    const there = await startSignIn(browser, at("/sign-in"), "fapi");
    const pushed = there.trail.find((url) => url.searchParams.has("request_uri"));
    if (!pushed) throw new Error("no request was pushed");
    expect((await typeLogin(browser, there, lan.login)).url.pathname).toBe("/book");
    const before = await sessions();
    for (const again of [browser, world.browser()]) {
      world.log.clear();
      const page = await again.open(pushed);
      expect(page.url.origin).toBe(world.origin);
      expect(world.log.of("sign-in refused").map(({ code }) => code)).toEqual(["request-uri-refused"]);
    }
    const stranger = await world.browser().open(pushed);
    expect(mainText(stranger)).toMatch(sentence(vi.problem.reason.expired));
    expect(await sessions()).toBe(before);
  });

  test("an answer at another digital ID's address is refused before its code is used", async () => {
    const browser = world.browser();
    const stopping = browser.copy({ until: (url) => url.pathname.startsWith("/sign-in/callback") });
    for (const [mine, other] of [
      ["national-portal", "/vneid"],
      ["vneid", ""],
      ["default", "/vneid"],
      ["default", "/nobody"],
    ] as const) {
      const answer = (await typeLogin(stopping, await startSignIn(browser, at("/sign-in"), mine), lan.login)).url;
      expect(answer.pathname).toBe(mine === "default" ? "/sign-in/callback" : `/sign-in/callback/${mine}`);
      world.log.clear();
      // Asked for a token, the provider would fail, and the code would be another one.
      world.identityProvider.setFault("token-error-500");
      const page = await browser.open(at(`/sign-in/callback${other}${answer.search}`));
      world.identityProvider.setFault("none");
      expect(mainText(page)).toMatch(sentence(vi.problem.reason["bad-answer"]));
      expect([mine, ...world.log.of("sign-in refused").map(({ code }) => code)]).toEqual([mine, "answer-elsewhere"]);
      // Used up: the right address takes it no more.
      expect((await browser.open(answer)).url.pathname).toBe("/sign-in");
      expect(sessionCookies(browser)).toEqual([]);
    }
  });

  test("every fault the sandbox knows is tried here, and all digital IDs work after them", async () => {
    const tried = [...refused.map(({ fault }) => fault), ...survived.map(([fault]) => fault)];
    expect([...new Set(tried)].sort()).toEqual([...faultNames].sort());
    for (const provider of ["default", "national-portal", "vneid", "esignet", "fapi"])
      expect([provider, (await signIn(world.browser(), provider)).url.pathname]).toEqual([provider, "/book"]);
  });

  test("what the log says can be found by the reference on the page", async () => {
    world.identityProvider.setFault("bad-signature");
    const page = await signIn(world.browser());
    const [line] = world.log.of("sign-in refused");
    expect(mainText(page)).toContain(String(line?.requestId));
  });

  test("the person who cancels is told so, and the way on is the same digital ID and the page they wanted", async () => {
    const browser = world.browser();
    const provider = await startSignIn(browser, at("/sign-in?returnTo=/privacy/sessions"), "esignet");
    const page = await browser.submit(
      provider,
      provider.forms.find((form) => form.action.endsWith("/cancel")),
    );
    expect(mainText(page)).toMatch(sentence(vi.problem.reason.cancelled));
    const again = await browser.submit(
      page,
      page.forms.find((form) => form.action === "/sign-in"),
    );
    expect((await typeLogin(browser, again, lan.login)).url.pathname).toBe("/privacy/sessions");
  });
});

/** What is wrong with a logout token, and the code it is refused with. */
const refusedLogouts: Record<LogoutFault, string> = {
  "wrong-issuer": "iss",
  "wrong-audience": "aud",
  expired: "time",
  "from-the-future": "time",
  "no-events": "events",
  "other-event": "events",
  "with-nonce": "nonce",
  nobody: "sub",
  "no-jti": "jti",
  "id-token": "jti",
  "bad-signature": "signature",
  "alg-none": "algorithm",
};

describe("logout tokens of a provider", () => {
  const about = { profile: "vneid", login: lan.login } as const;
  const read = (token: string, provider = "vneid") => world.parts.digitalIds.find(provider)?.readLogoutToken(token);

  test("a good one names a session of the provider", async () => {
    await signIn(world.browser(), "vneid");
    const [sid = ""] = (await world.identityProvider.sids("vneid", lan.login)).slice(-1);
    const notice = await read(await world.identityProvider.logoutToken({ ...about, sid }));
    expect(notice).toMatchObject({ session: sid, subject: expect.any(String), jti: expect.any(String) });
  });

  test.each(logoutFaults)("%s is refused", async (fault) => {
    const token = await world.identityProvider.logoutToken(about, fault);
    await expect(read(token)).rejects.toMatchObject({ code: `logout-token-${refusedLogouts[fault]}` });
  });

  test("another provider's is refused, and one where none are expected", async () => {
    const token = await world.identityProvider.logoutToken(about);
    await expect(read(token, "esignet")).rejects.toMatchObject({ code: "logout-token-unexpected" });
    const plain = await world.identityProvider.logoutToken({ profile: "plain", login: lan.login });
    await expect(read(plain)).rejects.toMatchObject({ code: expect.stringMatching(/^logout-token-/) });
  });
});

describe("a mistake of our own in a step of the sign-in", () => {
  test("is the page every error is, with a reference and no words of the error", async () => {
    const broken = () => {
      throw new TypeError(`${lan.login} ${lan.name}`);
    };
    const all = world.parts.digitalIds.all.map((one) => ({ ...one, authorize: broken, finish: broken }));
    const digitalIds = { all, find: (id: string | undefined) => all.find((one) => one.id === id) };
    const { port } = await world.another({ digitalIds });
    const { host } = new URL(world.origin);
    const browser = world.browser();
    const stopping = browser.copy({ until: (url) => url.pathname.startsWith("/sign-in/callback") });
    const answer = (await typeLogin(stopping, await startSignIn(browser, at("/sign-in"), "vneid"), lan.login)).url;
    const cookie = browser.cookieHeader(world.origin);
    const form = { "content-type": "application/x-www-form-urlencoded", "content-length": "14" };
    for (const [language, asked] of [
      [
        "vi",
        {
          method: "POST",
          target: "/sign-in",
          headers: { host, origin: world.origin, ...form },
          body: "provider=vneid",
        },
      ],
      ["vi", { target: answer.pathname + answer.search, headers: { host, cookie } }],
    ] as const) {
      world.log.clear();
      const page = await ask(port, asked);
      expect([page.status, page.headers["content-type"], page.headers["cache-control"]]).toEqual([
        500,
        "text/html; charset=utf-8",
        "no-store",
      ]);
      expect(page.text).toContain(`lang="${language}"`);
      expect(page.text).toContain(vi.errors.server.title);
      const [line] = world.log.of("unexpected error");
      expect(page.text).toContain(String(line?.requestId));
      const said = page.text + world.log.lines.join("");
      for (const secret of [lan.login, "Nguy", "code=", "state="]) expect(said).not.toContain(secret);
    }
  });
});

test("no address and no line of any of these sign-ins holds the person's number, name or a token", () => {
  expect(told.length).toBeGreaterThan(200);
  const all = told.join("\n");
  for (const secret of [lan.login, lan.name, "Nguy"]) expect(all).not.toContain(secret);
  expect(all).not.toMatch(/eyJ[\w-]{8,}\.[\w-]+/);
});

describe("without the provider", () => {
  test("the portal starts, serves what needs no sign-in and keeps those in who are in; sign-in says why not", async () => {
    const inside = await world.signIn(lan.login);
    world.parts.digitalIds = relyingParty({
      ...world.config,
      providers: world.config.providers.map((one) => ({ ...one, issuer: "http://localhost:9" })),
    });
    for (const path of ["/", "/help", "/accessibility", "/sign-in", "/signed-out", "/ops/healthz", "/ops/readyz"]) {
      expect([path, (await fetch(at(path))).status]).toEqual([path, 200]);
    }
    expect((await inside.open(at("/book"))).status).toBe(200);

    const page = await signIn(world.browser());
    expect(page.url.pathname).toBe("/sign-in");
    expect(mainText(page)).toMatch(sentence(vi.problem.reason["provider-down"]));
    expect(mainText(page)).toMatch(sentence(vi.problem.next["provider-down"]));
    expect(world.log.of("sign-in not started").map((line) => line.code)).toEqual(["provider-unavailable"]);

    const out = await inside.open(at("/"));
    const signedOut = await inside.submit(await inside.open(at("/book")), {
      action: "/sign-out",
      method: "post",
      fields: [],
      buttons: [],
    });
    expect(out.status).toBe(200);
    expect(signedOut.url.pathname).toBe("/signed-out");
    expect((await inside.open(at("/book"))).url.pathname).toBe("/sign-in");
  });
});
