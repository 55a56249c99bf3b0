import type { ChildProcess } from "node:child_process";
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { findSession } from "#app/domain/identity/find-session.ts";
import type { Db } from "#db/client.ts";
import { type LightProvider, lightProvider } from "./light-provider.ts";
import { askProcess, withPortal } from "./portal.ts";
import { type Bench, table } from "./support.ts";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 60);
const SINGLE = Number(process.env.BENCH_SIGN_INS ?? 300);
/** Who signs in; all of them have before, as on any morning. */
const PEOPLE = 200;
const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });

interface Answer {
  status: number;
  location: string;
  cookie: string;
  ms: number;
}

/**
 * What a sign-in costs the portal, what looking a session up costs the database, 30 sign-ins a second, and 200 offered:
 * who is signed in goes on as at rest, the surplus waits.
 */
export const benchSignIn = async (): Promise<void> => {
  const provider = await lightProvider("bench");
  await withPortal(async ({ bench, another }) => {
    const at = await another({ OIDC_ISSUER: provider.issuer });
    const run = new SignIns(at.origin, provider);
    await run.whole(PEOPLE);
    await cost(at.child, run);
    await sessionCheck(bench, await run.signedIn());
    await steady(run);
    await surge(run);
    process.stdout.write("One portal process; clients, digital ID and PostgreSQL on the same machine.\n");
  });
  await provider.close();
};

let numbers = 0;

class SignIns {
  readonly origin: string;
  readonly provider: LightProvider;

  constructor(origin: string, provider: LightProvider) {
    this.origin = origin;
    this.provider = provider;
  }

  request(path: string, init: { method?: string; cookie?: string; body?: string } = {}): Promise<Answer> {
    const { method = "GET", cookie = "", body } = init;
    const started = performance.now();
    const type =
      body === undefined
        ? {}
        : { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      const headers = { origin: this.origin, cookie, ...type };
      const request = http.request(new URL(path, this.origin), { method, headers, agent }, (response) => {
        response.resume();
        response.once("end", () => {
          const set = (response.headers["set-cookie"] ?? []).map((line) => line.split(";")[0] ?? "");
          // A form's answer leads to another site by a page that goes on by itself.
          const location =
            response.headers.location ?? /^0; url=(.+)$/.exec(String(response.headers.refresh))?.[1] ?? "";
          resolve({
            status: response.statusCode ?? 0,
            location,
            cookie: set.join("; "),
            ms: performance.now() - started,
          });
        });
      });
      request.once("error", reject);
      request.end(body);
    });
  }

  page = () => this.request("/sign-in");
  start = () => this.request("/sign-in", { method: "POST", body: "returnTo=%2Fbook" });

  async finish({ location, cookie }: Answer): Promise<Answer> {
    const number = `099${String(100_000_000 + (numbers++ % PEOPLE))}`;
    const back = this.provider.answerTo(location, number);
    return this.request(back.pathname + back.search, { cookie });
  }

  /** So many sign-ins, one after the other. */
  async whole(n: number): Promise<void> {
    for (let i = 0; i < n; i++) {
      await this.page();
      const done = await this.finish(await startedWhenThereIsRoom(this));
      if (!done.cookie.includes("-session=")) throw new Error(`A sign-in ended with ${done.status} ${done.location}`);
    }
  }

  async signedIn(): Promise<string> {
    const { cookie } = await this.finish(await startedWhenThereIsRoom(this));
    await this.request("/privacy/notice", { method: "POST", cookie, body: "returnTo=%2Fbook" });
    return cookie;
  }
}

async function startedWhenThereIsRoom(run: SignIns): Promise<Answer> {
  for (;;) {
    const started = await run.start();
    if (started.location !== "") return started;
    if (started.status !== 503) throw new Error(`A sign-in could not begin: ${started.status}`);
    await sleep(200);
  }
}

async function cpuOf(child: ChildProcess): Promise<number> {
  const { cpu } = await askProcess<{ cpu: NodeJS.CpuUsage }>(child, "cpu");
  return (cpu.user + cpu.system) / 1000;
}

/** CPU of the portal's process by step, in ms. */
async function cost(child: ChildProcess, run: SignIns): Promise<void> {
  const each = async (work: () => Promise<unknown>) => {
    const before = await cpuOf(child);
    await work();
    return ((await cpuOf(child)) - before) / SINGLE;
  };
  const times = async (work: (i: number) => Promise<unknown>) => {
    for (let i = 0; i < SINGLE; i++) await work(i);
  };
  const page = await each(() => times(() => run.page()));
  const started: Answer[] = [];
  const start = await each(() => times(async () => started.push(await startedWhenThereIsRoom(run))));
  const finish = await each(() => times((i) => run.finish(started[i] as Answer)));
  const ms = (n: number) => n.toFixed(1);
  table([
    ["portal's CPU of a sign-in, ms", "page", "start", "answer", "whole", "goal"],
    ["", ms(page), ms(start), ms(finish), ms(page + start + finish), "15"],
  ]);
}

/** The one statement of a session check, as PostgreSQL times it. */
async function sessionCheck(bench: Bench, cookie: string): Promise<void> {
  const db = bench.connect("portal");
  const token = /-session=([^;]+)/.exec(cookie)?.[1] ?? "";
  const superuser = postgres(bench.superuserUrl, { max: 1, onnotice: () => undefined });
  await superuser`analyze`;
  await superuser.end();
  const times: number[] = [];
  const explained = explaining(db, (ms) => times.push(ms));
  for (let i = 0; i < 500; i++)
    await findSession({ db: explained, keys: bench.keys, now: () => new Date() }, token).catch(() => undefined);
  times.sort((a, b) => a - b);
  const at = (part: number) => (times[Math.floor(times.length * part)] ?? Number.NaN).toFixed(3);
  table([
    ["session check in the database, ms", "p50", "p99", "goal"],
    ["execution of its one statement", at(0.5), at(0.99), "1"],
  ]);
}

/** The same database, but each statement is explained instead of answered. */
function explaining(db: Db, told: (ms: number) => void): Db {
  const sql = async (strings: TemplateStringsArray, ...values: never[]) => {
    const before = (all: readonly string[]) => [`explain (analyze, format json) ${all[0]}`, ...all.slice(1)];
    const text = Object.assign(before(strings), { raw: before(strings.raw) });
    const [row] = (await db.sql(text, ...values)) as {
      "QUERY PLAN": { "Planning Time": number; "Execution Time": number }[];
    }[];
    const plan = row?.["QUERY PLAN"][0];
    // Planned once by each connection, and kept.
    if (plan) told(plan["Execution Time"]);
    return [];
  };
  return { ...db, sql: sql as never };
}

interface Offered {
  begun: number[];
  finished: number[];
  waiting: number;
  failed: number;
}

/** So many sign-ins a second are begun, whether the earlier ones are done or not. */
async function offer(run: SignIns, perSecond: number, seconds: number): Promise<Offered> {
  const seen: Offered = { begun: [], finished: [], waiting: 0, failed: 0 };
  const one = async () => {
    const started = await run.start();
    if (started.status === 503) {
      seen.waiting++;
      return;
    }
    seen.begun.push(started.ms);
    const done = await run.finish(started);
    if (done.cookie.includes("-session=")) seen.finished.push(done.ms);
    else seen.failed++;
  };
  const all: Promise<void>[] = [];
  const from = performance.now();
  for (let i = 0; i < perSecond * seconds; i++) {
    const due = from + (i * 1000) / perSecond;
    if (due > performance.now()) await sleep(due - performance.now());
    all.push(one().catch(() => void seen.failed++));
  }
  await Promise.all(all);
  return seen;
}

const p = (list: number[], part: number): string =>
  ([...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))] ?? Number.NaN).toFixed(1);

async function steady(run: SignIns): Promise<void> {
  const seen = await offer(run, 30, SECONDS);
  table([
    [`30 sign-ins/s for ${SECONDS} s`, "done", "waiting", "failed", "start p99 ms", "answer p99 ms"],
    [
      "",
      String(seen.finished.length),
      String(seen.waiting),
      String(seen.failed),
      p(seen.begun, 0.99),
      p(seen.finished, 0.99),
    ],
  ]);
}

/** People who are signed in open a page each 100 ms, while nothing else happens and while 200 sign-ins a second are offered. */
async function surge(run: SignIns): Promise<void> {
  const seconds = Math.max(10, Math.round(SECONDS / 2));
  const cookies = await Promise.all(Array.from({ length: 4 }, () => run.signedIn()));
  const rest = await watched(run, cookies, () => sleep(seconds * 1000));
  let seen: Offered | undefined;
  const full = await watched(run, cookies, async () => {
    seen = await offer(run, 200, seconds);
  });
  table([
    ["running sessions", "requests", "failed", "p50 ms", "p99 ms", "sign-ins done", "503", "failed"],
    ["at rest", String(rest.ms.length), String(rest.failed), p(rest.ms, 0.5), p(rest.ms, 0.99), "", "", ""],
    [
      "200/s offered",
      ...[String(full.ms.length), String(full.failed), p(full.ms, 0.5), p(full.ms, 0.99)],
      ...[String(seen?.finished.length), String(seen?.waiting), String(seen?.failed)],
    ],
  ]);
}

async function watched(run: SignIns, cookies: string[], work: () => Promise<unknown>) {
  const ms: number[] = [];
  let failed = 0;
  let over = false;
  const asking = cookies.map(async (cookie) => {
    while (!over) {
      const answer = await run.request("/people", { cookie });
      ms.push(answer.ms);
      if (answer.status !== 200) failed++;
      await sleep(100);
    }
  });
  await work();
  over = true;
  await Promise.all(asking);
  return { ms, failed };
}
