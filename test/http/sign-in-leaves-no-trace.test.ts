import { expect, test } from "vitest";
import { providerEntries } from "#test/sandbox/identity-provider/providers-file.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import type { Visit } from "#test/support/browser-less.ts";
import { ask } from "#test/support/raw-http.ts";
import { proveAtProvider, startSignIn, typeLogin } from "#test/support/sign-in.ts";
import { testDb } from "#test/support/test-db.ts";
import { startWorld } from "#test/support/world.ts";

const db = await testDb();
const world = await startWorld(db, {}, { PAGES_PER_MINUTE: "1000000" }, providerEntries);
const superuser = db.raw("superuser");
const [lan, hoa] = [persona("lan"), persona("hoa")];
const number = lan.login;
const at = (path: string) => `${world.origin}${path}`;

/** Addresses that browsers were led to: they stand in histories, proxies and other people's logs. */
const addresses: string[] = [];
const led = (page: Visit): Visit => {
  addresses.push(...[...page.trail, page.url].map(String));
  return page;
};

let proven = 0;

const button = (page: Visit, action: string) => page.forms.find((form) => form.action.startsWith(action));

async function through(providers: readonly string[], login: string): Promise<void> {
  for (const provider of providers) {
    const browser = world.browser();
    const there = led(await startSignIn(browser, at("/sign-in?returnTo=/book/results"), provider));
    const page = led(await typeLogin(browser, there, login));
    const notice = button(page, "/privacy/notice");
    if (notice) led(await browser.submit(page, notice));
    led(await browser.open(at("/people")));
    const confirm = led(await browser.open(at("/sign-in/confirm?for=open-hidden")));
    const proof = confirm.forms.find(({ fields }) => fields.some(([name]) => name === "stepUp"));
    if (proof) {
      const there = led(await browser.submit(confirm, proof));
      if (led(await proveAtProvider(browser, there, login)).url.pathname === "/sign-in/confirm") proven += 1;
    }
    const book = led(await browser.open(at("/book")));
    if (button(book, "/sign-out")) led(await browser.submit(book, button(book, "/sign-out")));
  }
}

/** The number and the name where they never belong: somebody typed them, or a partner's system sends them. */
async function whereTheyNeverBelong(): Promise<void> {
  const { host, port, origin } = new URL(world.origin);
  const name = encodeURIComponent(lan.name);
  const targets = [
    `/sign-in/callback?code=${number}&state=${number}&iss=${name}`,
    `/sign-in/callback?error=${number}&error_description=${name}&state=${number}`,
    `/sign-in?reason=${number}&reference=${number}`,
    `/sign-in?returnTo=/book?q=${number}`,
    `/book?q=${number}`,
    `/nowhere/${number}`,
    `/fhir/Patient?identifier=${number}`,
  ];
  for (const target of targets) await ask(Number(port), { target, headers: { host } });
  const form = { host, origin, "content-type": "application/x-www-form-urlencoded" };
  const jwt = `${Buffer.from('{"alg":"ES384"}').toString("base64url")}.${Buffer.from(JSON.stringify({ iss: number, sub: lan.name })).toString("base64url")}.AAAA`;
  const bodies: [string, Record<string, string>][] = [
    ["/oauth/token", { grant_type: "client_credentials", client_id: number, client_assertion: jwt, scope: number }],
    ["/oauth/token", { grant_type: number, client_assertion_type: "x", client_assertion: number }],
    ["/sign-in", { provider: number, returnTo: `/${number}` }],
    ["/sign-out", { id_token_hint: jwt, person: number }],
  ];
  for (const [target, values] of bodies) {
    const body = new URLSearchParams(values).toString();
    await ask(Number(port), {
      method: "POST",
      target,
      headers: { ...form, "content-length": String(body.length) },
      body,
    });
  }
  const headers = {
    host,
    authorization: `Bearer ${jwt}`,
    "content-type": "application/fhir+json",
    "content-length": "2",
  };
  await ask(Number(port), { method: "POST", target: "/fhir", headers, body: "{}" });
}

test("a known number and name go through every path, and stand in no log line, address or job", {
  timeout: 60_000,
}, async () => {
  await through(["default", "national-portal", "vneid", "esignet", "fapi"], number);
  await through(["default"], hoa.login);
  const count = addresses.length;
  await whereTheyNeverBelong();

  expect(proven).toBeGreaterThanOrEqual(5);
  expect(count).toBeGreaterThan(60);
  expect(world.log.lines.length).toBeGreaterThan(60);
  const jobs = await superuser<
    { text: string }[]
  >`select row_to_json(j)::text as text from graphile_worker._private_jobs j`;
  const kept = await superuser<{ text: string }[]>`
    select row_to_json(a)::text as text from acts a
    union all select row_to_json(a)::text from access_events a
    union all select row_to_json(h)::text from sign_in_history h
    union all select row_to_json(s)::text from sessions s
    union all select row_to_json(t)::text from sign_in_attempts t`;
  const places = {
    "log lines": world.log.lines,
    addresses: addresses.filter((address) => address.startsWith(world.origin)),
    jobs: jobs.map(({ text }) => text),
    rows: kept.map(({ text }) => text),
  };
  // How a token begins, by what its header says first; three letters alone come by chance.
  const TOKENS = ["eyJhb", "eyJra", "eyJ0e", "eyJlb"];
  const secrets = [number, hoa.login, lan.name, hoa.name, encodeURIComponent(lan.name), ...TOKENS, lan.birthDate];
  for (const [place, lines] of Object.entries(places)) {
    const found = lines.filter((line) => secrets.some((secret) => line.includes(secret)));
    expect([place, found]).toEqual([place, []]);
  }
  const digits = world.log.lines.filter((line) => /(?<![\w-])\d{12}(?![\w-])/.test(line));
  expect(digits).toEqual([]);
});
