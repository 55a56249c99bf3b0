import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { vi as clock, describe, expect, onTestFinished, test } from "vitest";
import { addressKey } from "#app/http/address-key.ts";
import { cookieName } from "#app/http/cookies.ts";
import { signInAdmission } from "#app/http/sign-in-admission.ts";
import { vi } from "#app/i18n/vi.ts";
import { newId } from "#app/shared/ids.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import { Browserless } from "#test/support/browser-less.ts";
import { ask } from "#test/support/raw-http.ts";
import { startSignIn, typeLogin } from "#test/support/sign-in.ts";
import { testDb } from "#test/support/test-db.ts";
import { startWorld } from "#test/support/world.ts";

const db = await testDb();
const world = await startWorld(db, {}, { TRUSTED_PROXIES: "1", SIGN_INS_PER_SECOND: "4", PAGES_PER_MINUTE: "60" });
const superuser = db.raw("superuser");
const { origin } = world;
const { host, port } = new URL(origin);

const lan = persona("lan").login;
const ATTACKER = "198.51.100.7";

/** A browser behind a proxy that says where it is. */
const from = (address: string) => new Browserless({ headers: { "x-forwarded-for": address } });

/** Where an answer leads on to: a page of ours that goes on by itself, to the digital ID. */
const leadsTo = ({
  headers,
}: {
  headers: { location?: string | undefined; refresh?: string | string[] | undefined };
}) => headers.location ?? /^0; url=(.+)$/.exec(String(headers.refresh))?.[1] ?? "";
const begun = (answer: { status: number; headers: object }) =>
  answer.status < 400 && leadsTo(answer).startsWith(world.identityProvider.issuer);

function begin(address: string, cookie = "", path = "/sign-in", fields = "returnTo=%2Fbook%2Fresults") {
  const headers = {
    host,
    origin,
    "x-forwarded-for": address,
    cookie,
    "content-type": "application/x-www-form-urlencoded",
  };
  const length = { "content-length": String(fields.length) };
  return ask(Number(port), { method: "POST", target: path, headers: { ...headers, ...length }, body: fields });
}

/** Everything one address can send, for as long as `work` lasts. */
async function underAttack<T>(work: () => Promise<T>): Promise<T> {
  let over = false;
  const attack = (async () => {
    while (!over) {
      await Promise.all([
        ...Array.from({ length: 12 }, () => begin(ATTACKER)),
        ...["/sign-in", "/sign-in/callback?state=x&code=y", "/book"].map((target) =>
          ask(Number(port), { target, headers: { host, "x-forwarded-for": ATTACKER } }),
        ),
      ]);
    }
  })();
  const look = (target: string) => ask(Number(port), { target, headers: { host, "x-forwarded-for": ATTACKER } });
  await sleep(1_200);
  await Promise.all(Array.from({ length: 140 }, (_, n) => look(n % 2 ? "/sign-in" : "/signed-out")));
  try {
    return await work();
  } finally {
    over = true;
    await attack;
  }
}

describe("more sign-ins than there is room for", () => {
  test("the surplus waits: 503, when to come again, by itself, and where to", async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => begin(ATTACKER)));
    const waiting = answers.filter(({ status }) => status === 503);
    expect(answers.filter(begun).length).toBeGreaterThanOrEqual(2);
    expect(waiting.length).toBeGreaterThan(0);
    for (const { headers, text, cookies } of waiting) {
      expect(Number(headers["retry-after"])).toBeGreaterThanOrEqual(5);
      expect(headers.refresh).toMatch(/^\d+; url=\/sign-in\/wait\?returnTo=%2Fbook%2Fresults$/);
      expect(headers["cache-control"]).toBe("no-store");
      expect(text).toContain(vi.busy.title);
      expect(text).toContain('name="returnTo" value="/book/results"');
      expect(text).toMatch(/<link rel="stylesheet" href="\/assets\/[^"]+\.css">/);
      expect(cookies.join()).toContain("-signin=");
    }
    const [one] = waiting;
    await sleep(1_100);
    const cookie = one?.cookies.map((line) => line.split(";")[0]).join("; ") ?? "";
    const target = /url=(.*)$/.exec(String(one?.headers.refresh))?.[1] ?? "";
    const again = await ask(Number(port), { target, headers: { host, cookie, "x-forwarded-for": "203.0.113.20" } });
    expect(begun(again)).toBe(true);
  });

  test.each(["/sign-in.data", "/Sign-In", "/sign-in/", "/SIGN-IN.data"])("%s is no way round it", async (path) => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => begin(ATTACKER, "", path)));
    expect(answers.filter(({ status }) => status === 503).length).toBeGreaterThan(0);
    await sleep(1_100);
  });

  test("the waiting page starts nothing for a browser that has pressed no button", async () => {
    const headers = { host, "x-forwarded-for": "203.0.113.21" };
    const page = await ask(Number(port), { target: "/sign-in/wait?returnTo=/book", headers });
    expect(page.headers.location).toBe("/sign-in?returnTo=%2Fbook");
    const forged = { ...headers, cookie: `${cookieName(world.config, "signin")}=abc.def` };
    expect((await ask(Number(port), { target: "/sign-in/wait", headers: forged })).headers.location).toBe("/sign-in");
  });

  test("what a form says comes back as text, whatever it is", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        begin(
          ATTACKER,
          "",
          "/sign-in",
          `provider=${encodeURIComponent('"><script>x</script>')}&returnTo=//evil.example`,
        ),
      ),
    );
    const waiting = answers.filter(({ status }) => status === 503);
    expect(waiting.length).toBeGreaterThan(5);
    for (const { text, headers } of waiting) {
      expect(text).not.toContain("<script>");
      expect(text).toContain('value="/book"');
      expect(headers.refresh).toContain("returnTo=%2Fbook&");
    }
    await sleep(1_100);
  });
});

describe("an attacker who uses up everything they can", () => {
  test("does not keep a stranger from elsewhere out", async () => {
    await underAttack(async () => {
      const browser = from("203.0.113.5");
      const page = await typeLogin(browser, await startSignIn(browser, `${origin}/sign-in`), lan);
      expect(["/book", "/privacy/notice"]).toContain(page.url.pathname);
    });
  });

  test("does not stop an answer on its way, even behind the same address", { timeout: 40_000 }, async () => {
    await sleep(1_100);
    const browser = from(ATTACKER);
    // Begun before the noise, in a minute of its own.
    const fresh = await world.another();
    const start = await begin("203.0.113.9");
    const cookie = start.cookies.map((line) => line.split(";")[0]).join("; ");
    const provider = await browser.open(leadsTo(start));
    const stopped = browser.copy({ until: (url) => url.pathname === "/sign-in/callback" });
    const { url } = await typeLogin(stopped, provider, lan);
    expect(fresh.port).toBeGreaterThan(0);
    await underAttack(async () => {
      const shut = await ask(Number(port), { target: "/sign-in", headers: { host, "x-forwarded-for": ATTACKER } });
      expect(shut.status).toBe(429);
      expect(shut.text).toContain(vi.errors["too-many"].title);
      const headers = { host, cookie, "x-forwarded-for": ATTACKER };
      const answer = await ask(Number(port), { target: url.pathname + url.search, headers });
      expect([answer.status, answer.cookies.some((line) => line.includes("-session="))]).toEqual([302, true]);
    });
  });

  test("does not keep a browser out that has signed in before, even behind the same address", async () => {
    await sleep(1_500);
    const browser = from("203.0.113.6");
    await typeLogin(browser, await startSignIn(browser, `${origin}/sign-in`), lan);
    const device = cookieName(world.config, "device");
    const known =
      browser
        .cookieHeader(origin)
        .split("; ")
        .find((pair) => pair.startsWith(device)) ?? "";
    expect(known).not.toBe("");
    await underAttack(async () => {
      const headers = { host, cookie: known, "x-forwarded-for": ATTACKER };
      expect((await ask(Number(port), { target: "/sign-in", headers })).status).toBe(200);
      expect(begun(await begin(ATTACKER, known))).toBe(true);
      const forged = await ask(Number(port), { target: "/sign-in", headers: { ...headers, cookie: `${known}x` } });
      expect(forged.status).toBe(429);
    });
  });

  test("who fills up somebody's account with sessions ends the oldest of them, and shuts nobody out", async () => {
    await sleep(1_500);
    const browser = from("203.0.113.30");
    await typeLogin(browser, await startSignIn(browser, `${origin}/sign-in`), lan);
    const [own] = await superuser<{ person: string; id: string }[]>`
      select person_id as person, id from sessions where ended_at is null order by created_at desc limit 1`;
    await superuser`
      insert into sessions (id_hash, id, person_id, provider, issuer, subject_hash, display_name, assurance_level, authenticated_at, ends_at, device, network, created_at)
      select sha256(n::text::bytea), gen_random_uuid(), person_id, provider, issuer, subject_hash, display_name, 2, now(), ends_at, 'unknown', 'unknown', created_at + n * interval '1 ms'
      from sessions, generate_series(1, 40) n where id = ${own?.id ?? newId()}`;
    await sleep(1_100);
    const again = from("203.0.113.31");
    const page = await typeLogin(again, await startSignIn(again, `${origin}/sign-in`), lan);
    expect(page.status).toBe(200);
    const [row] =
      await superuser`select count(*)::int as n from sessions where person_id = ${own?.person ?? ""} and ended_at is null`;
    expect(row?.n).toBe(20);
    expect((await again.open(`${origin}/book`)).url.pathname).toBe("/book");
  });
});

describe("who is let in", () => {
  const at = (address: string) => ({ device: undefined, signIn: undefined, address });

  test("as many as there is room for, then those who ask little, then browsers that are known, then nobody", async () => {
    const admission = signInAdmission(16, () => 0);
    const ins = async (n: number, visitor: Parameters<typeof admission.ask>[0]) =>
      (await Promise.all(Array.from({ length: n }, () => admission.ask(visitor)))).filter((one) => one === "in").length;
    // Half a second's worth, and what its address may take of the reserve.
    expect(await ins(40, at("a"))).toBeLessThanOrEqual(8 + 4);
    expect(await admission.ask(at("a"))).toBe("wait");
    expect(await ins(1, { ...at("a"), device: "d" })).toBe(1);
    await sleep(600);
    await ins(40, at("a"));
    expect(await ins(1, at("b"))).toBe(1);
  });

  test("an address that goes on asking never counts as one that asks little", async () => {
    onTestFinished(() => void clock.useRealTimers());
    clock.useFakeTimers();
    const admission = signInAdmission(4, () => 1);
    for (let second = 0; second < 30; second++) {
      await Promise.all(Array.from({ length: 12 }, () => admission.ask(at("loud"))));
      if (second > 2) expect([second, await admission.ask(at(`stranger ${second}`))]).toEqual([second, "in"]);
      await clock.advanceTimersByTimeAsync(1_000);
    }
  });

  test("fewer while the process has its hands full", async () => {
    const ins = async (load: number) => {
      const admission = signInAdmission(64, () => load);
      await Promise.all(Array.from({ length: 6 }, () => admission.ask(at("loud"))));
      return (await Promise.all(Array.from({ length: 60 }, () => admission.ask(at("loud"))))).filter(
        (one) => one === "in",
      ).length;
    };
    const [idle, half, full] = [await ins(0), await ins(0.9), await ins(1)];
    expect(idle).toBeGreaterThan(half);
    expect(half).toBeGreaterThan(full);
  });

  test("one browser alone may not begin without end", async () => {
    const admission = signInAdmission(1_000);
    const asked = await Promise.all(Array.from({ length: 40 }, () => admission.ask({ ...at("a"), signIn: "s" })));
    expect(asked.filter((one) => one === "slow")).toHaveLength(10);
    expect(await admission.ask({ ...at("a"), signIn: "t" })).toBe("in");
  });
});

describe("by what an address is counted", () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16));
  const groups = (length: number) => fc.array(group, { minLength: length, maxLength: length });

  test("every address of an IPv6 /64 is one, and of the next /64 another", () => {
    fc.assert(
      fc.property(groups(4), groups(4), groups(4), fc.nat({ max: 3 }), (net, one, other, at) => {
        fc.pre(net.some((g) => g !== "0"));
        const key = addressKey([...net, ...one].join(":"));
        expect(addressKey([...net, ...other].map((g) => g.padStart(4, "0").toUpperCase()).join(":"))).toBe(key);
        const next = net.map((g, i) => (i === at ? (Number.parseInt(g, 16) ^ 1).toString(16) : g));
        expect(addressKey([...next, ...one].join(":"))).not.toBe(key);
      }),
    );
  });

  test("an IPv4 address is itself, however it is written", () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(addressKey(address)).toBe(address);
        expect(addressKey(`::ffff:${address}`)).toBe(address);
        expect(addressKey(`0:0:0:0:0:FFFF:${address}`)).toBe(address);
      }),
    );
  });

  test("of a link, of this machine, and of nothing", () => {
    expect(["fe80::1%eth0", "::1", "2001:db8::7", undefined, "x"].map(addressKey)).toEqual([
      "fe80:0:0:0::/64",
      "0:0:0:0::/64",
      "2001:db8:0:0::/64",
      "unknown",
      "unknown",
    ]);
  });
});

test("changing the address within an IPv6 network gets round no limit", async () => {
  const addresses = Array.from({ length: 70 }, (_, i) => `2001:db8:7:7::${(i + 1).toString(16)}`);
  const answers = await Promise.all(
    addresses.map((address) => ask(Number(port), { target: "/", headers: { host, "x-forwarded-for": address } })),
  );
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
});
