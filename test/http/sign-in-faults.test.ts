import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { vi } from "#app/i18n/vi.ts";
import { type FaultName, faultNames } from "#test/sandbox/identity-provider/faults/table.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import type { Browserless, Visit } from "#test/support/browser-less.ts";
import { mainText, sentence } from "#test/support/page-text.ts";
import { startSignIn, typeLogin } from "#test/support/sign-in.ts";
import { testDb } from "#test/support/test-db.ts";
import { relyingParty, startWorld } from "#test/support/world.ts";

const db = await testDb();
const world = await startWorld(db);
const superuser = db.raw("superuser");
const lan = persona("lan");
const at = (path: string) => `${world.origin}${path}`;

type Problem = keyof typeof vi.problem.reason;

/** What a sign-in that the provider spoils comes to: the words people read, and the code in the log. */
const refused: Partial<Record<FaultName, { problem: Problem; code: string; started?: false }>> = {
  "wrong-issuer": { problem: "bad-answer", code: "token-iss" },
  "wrong-audience": { problem: "bad-answer", code: "token-aud" },
  "wrong-nonce": { problem: "bad-answer", code: "token-nonce" },
  "expired-token": { problem: "bad-answer", code: "token-time" },
  "bad-signature": { problem: "bad-answer", code: "token-signature" },
  "alg-none": { problem: "bad-answer", code: "token-algorithm" },
  "wrong-iss-parameter": { problem: "bad-answer", code: "answer-parameters" },
  "wrong-state": { problem: "not-started-here", code: "attempt-unknown" },
  "access-denied": { problem: "cancelled", code: "sign-in-cancelled" },
  "token-error-500": { problem: "provider-down", code: "provider-unavailable" },
  "jwks-500": { problem: "provider-down", code: "provider-unavailable" },
  "discovery-wrong-issuer": { problem: "bad-answer", code: "issuer-mismatch", started: false },
  unavailable: { problem: "provider-down", code: "provider-unavailable", started: false },
};

/** Faults a sign-in survives, and the status of the book after it. */
const survived: Partial<Record<FaultName, number>> = {
  "no-acr": 403,
  "lower-acr": 403,
  "slow-token": 200,
  "userinfo-other-sub": 200,
  "no-personal-number": 200,
};

async function signIn(browser: Browserless): Promise<Visit> {
  const provider = await startSignIn(browser, at("/sign-in"));
  return provider.url.origin === world.origin ? provider : typeLogin(browser, provider, lan.login);
}

const sessions = async () => (await superuser`select from sessions`).length;
const sessionCookies = (browser: Browserless) =>
  browser.cookieNames(world.origin).filter((name) => name.endsWith("-session"));

/** Nothing that says who somebody is, or lets anybody in, may stand in the log. */
const SECRET = /eyJ|\d{12}|Nguy|Lan\b|code=|state=|(?<!token-)nonce|id_token|verifier|__Host|@/;

beforeAll(async () => {
  await world.signIn(lan.login);
});

// The portal knows nothing of the provider yet, so that each sign-in fetches everything.
beforeEach(() => {
  world.identityProvider.setFault("none");
  world.parts.digitalIds = relyingParty(world.config);
  world.log.clear();
});

describe("a provider that misbehaves", () => {
  test.each(Object.entries(refused))(
    "%s: a page that helps, no session, one code in the log",
    async (fault, wanted) => {
      const before = await sessions();
      const browser = world.browser();
      world.identityProvider.setFault(fault as FaultName, fault === "unavailable" ? 2 : 1);
      const page = await signIn(browser);
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
      const book = await browser.open(at("/book"));
      expect(book.url.pathname).toBe("/sign-in");
      expect((await signIn(world.browser())).url.pathname).toBe("/book");
    },
  );

  test.each(Object.entries(survived))("%s: the sign-in goes through, the book answers %d", async (fault, status) => {
    world.identityProvider.setFault(fault as FaultName);
    const page = await signIn(world.browser());
    expect([page.url.pathname, page.status]).toEqual(["/book", status]);
    expect(world.log.lines.join("").replace(/"requestId":"[^"]*"/g, "")).not.toMatch(SECRET);
  });

  test("every fault the sandbox knows is tried here", () => {
    expect([...Object.keys(refused), ...Object.keys(survived)].sort()).toEqual([...faultNames].sort());
  });

  test("what the log says can be found by the reference on the page", async () => {
    world.identityProvider.setFault("bad-signature");
    const page = await signIn(world.browser());
    const [line] = world.log.of("sign-in refused");
    expect(mainText(page)).toContain(String(line?.requestId));
  });

  test("the person who cancels is told so, and may start again", async () => {
    const browser = world.browser();
    const provider = await startSignIn(browser, at("/sign-in"));
    const page = await browser.submit(
      provider,
      provider.forms.find((form) => form.action.endsWith("/cancel")),
    );
    expect(mainText(page)).toMatch(sentence(vi.problem.reason.cancelled));
    expect((await signIn(browser)).url.pathname).toBe("/book");
  });
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
