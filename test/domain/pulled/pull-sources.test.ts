import { describe, expect, test } from "vitest";
import { addSource } from "#app/domain/pulled/add-source.ts";
import { pulledSourceInput } from "#app/domain/pulled/input.ts";
import { listSources } from "#app/domain/pulled/list-sources.ts";
import { pullDueSources } from "#app/domain/pulled/pull-due-sources.ts";
import { suspendSource } from "#app/domain/pulled/suspend-source.ts";
import { run as pullAtSignIn } from "#app/jobs/pull-at-sign-in.ts";
import { run as pullSources } from "#app/jobs/pull-sources.ts";
import type { Fault } from "#test/sandbox/hospital-systems/fhir-server/server.ts";
import { answering, pageOf, pulledWorld } from "#test/support/pulled.ts";
import { observationOf, someNumber } from "#test/support/record-store.ts";

const { store, server, ctx, clock, later, at, chart, kept, source, searches } = await pulledWorld();
const { superuser, facilityId } = store;

describe("a source that is well", () => {
  test("is read to its end, page by page, and stored as deliveries of its facility", async () => {
    server.resources = [...chart("pa", 7), ...chart("pb", 4)];
    await pullSources(ctx);
    expect([await kept("pa-%"), await kept("pb-%")]).toEqual([7, 4]);
    expect(await source()).toMatchObject({ state: "closed", failures: 0, success: clock() });
    const [message] =
      await superuser`select channel, state from messages where facility_id = ${facilityId} order by received_at desc limit 1`;
    expect(message).toEqual({ channel: "pull", state: "accepted" });
  });

  test("is asked next only for what has changed, and only when its time has come", async () => {
    server.resources = chart("pc", 2);
    await pullSources(ctx);
    server.asked = [];
    await pullSources(ctx);
    expect(server.asked).toEqual([]);
    later(61);
    server.resources.push(at(observationOf("pc-new", "pc")));
    await pullSources(ctx);
    expect(searches("Observation")).toEqual([expect.stringMatching(/_lastUpdated=ge2026-11-01/)]);
    expect(await kept("pc-%")).toBe(3);
  });

  test("is asked at once when somebody signs in, unless it just was", async () => {
    server.resources = chart("pd", 1);
    await pullSources(ctx);
    later(2);
    server.asked = [];
    await pullAtSignIn(ctx);
    expect(server.asked).toEqual([]);
    later(5);
    await pullAtSignIn(ctx);
    expect(searches("Patient")).toHaveLength(1);
  });

  test("is read once by two workers at the same time", async () => {
    server.resources = chart("pe", 5);
    await Promise.all([pullSources(ctx), pullSources({ ...ctx, db: store.db.connect("worker") })]);
    expect(searches("Patient")).toHaveLength(1);
    expect(await kept("pe-%")).toBe(5);
  });

  test("whose token is no longer good gets another, and asks again", async () => {
    server.resources = chart("pf", 7);
    server.fault = (req) => {
      if (req.url?.includes("_page=1")) {
        server.revoke();
        server.fault = undefined;
      }
      return false;
    };
    await pullSources(ctx);
    expect(await kept("pf-%")).toBe(7);
    expect(server.asked.filter((a) => a === "/token")).toHaveLength(2);
  });

  test("what its resources have wrong is refused one by one, and the rest is taken", async () => {
    server.resources = [...chart("pg", 1), at(observationOf("pg-x", "pg", { issued: "2026-02-30" }))];
    await pullSources(ctx);
    expect([await kept("pg-%"), (await source())?.failures]).toEqual([1, 0]);
  });
});

describe("a source that fails harms nobody", () => {
  test.each<[string, Fault, string]>([
    ["does not answer", (req) => req.url?.startsWith("/fhir/Observation") ?? false, "timeout"],
    ["says 500", answering(500, "{}"), "status"],
    ["redirects elsewhere", answering(302, "", { location: "http://169.254.169.254/latest" }), "redirected"],
    ["sends more than anybody reads", answering(200, "x".repeat(3_000_000)), "too-large"],
    ["sends no JSON", answering(200, "<html>", { "content-type": "text/html" }), "not-json"],
    [
      "sends XML",
      answering(200, '<Bundle xmlns="http://hl7.org/fhir"/>', { "content-type": "application/fhir+xml" }),
      "not-json",
    ],
    ["sends something else", answering(200, '{"resourceType":"Patient"}'), "not-a-bundle"],
    ["leads to another server", answering(200, pageOf([], "http://127.0.0.1:1/fhir/Observation?_page=2")), "elsewhere"],
    ["leads out of its base", answering(200, pageOf([], "/admin?_page=2")), "elsewhere"],
    ["pages in a circle", answering(200, pageOf([], "Observation?_page=9")), "paging-loop"],
    ["lets nobody in", answering(401, "{}"), "unauthorized"],
    [
      "breaks off",
      (req, res) => {
        if (!req.url?.startsWith("/fhir/Observation")) return false;
        res.writeHead(200, { "content-length": "100" });
        res.write("{");
        res.destroy();
        return true;
      },
      "unreachable",
    ],
  ])("%s", async (_name, fault, code) => {
    server.resources = chart("q", 1);
    server.fault = fault;
    await pullDueSources({
      ...ctx,
      limits: { timeoutMs: 400, maxBytes: 1_000_000 },
      deliver: async () => undefined,
    });
    expect(await source()).toMatchObject({ state: "closed", failures: 1, fault: code, success: null });
  });

  test("three times in a row opens the breaker; after its pause one probe closes it, or opens it again", async () => {
    server.fault = answering(500, "{}");
    for (const state of ["closed", "closed", "open"]) {
      await pullSources(ctx);
      expect((await source())?.state).toBe(state);
      const asked = server.asked.length;
      await pullSources(ctx);
      expect(server.asked).toHaveLength(asked);
      later(61);
    }
    await pullSources(ctx);
    expect(await source()).toMatchObject({ state: "open", failures: 4 });
    await pullAtSignIn(ctx);
    expect((await source())?.failures).toBe(4);
    later(61);
    server.fault = undefined;
    await pullSources(ctx);
    expect(await source()).toMatchObject({ state: "closed", failures: 0, fault: null, success: clock() });
  });

  test("that asks for time gets it", async () => {
    server.fault = answering(429, "{}", { "retry-after": "1800" });
    await pullSources(ctx);
    const pause = ((await source())?.next.getTime() ?? 0) - clock().getTime();
    expect([(await source())?.fault, Math.round(pause / 1000)]).toEqual(["busy", 1_800]);
  });

  test("in the middle of its pages goes on there, and nothing is lost", async () => {
    server.resources = chart("ph", 8);
    server.fault = (req, res) => (req.url?.includes("_page=2") ? answering(500, "{}")(req, res) : false);
    await pullSources(ctx);
    expect([await kept("ph-%"), (await source())?.failures]).toEqual([6, 1]);
    server.fault = undefined;
    server.asked = [];
    server.resources.push(at(observationOf("ph-late", "ph")));
    later(61);
    await pullSources(ctx);
    expect(await kept("ph-%")).toBe(8);
    expect(searches("Observation")[0]).toContain("_page=2");
    later(61);
    await pullSources(ctx);
    expect(await kept("ph-%")).toBe(9);
  });

  test("whose worker dies is taken up by another when the lease is over, and pages are not stored twice", async () => {
    server.resources = chart("pi", 8);
    const died = pullDueSources({ ...ctx, deliver: () => new Promise(() => undefined) });
    await expect.poll(() => searches("Patient").length).toBe(1);
    await pullSources(ctx);
    expect(await kept("pi-%")).toBe(0);
    later(11);
    await pullSources(ctx);
    expect(await kept("pi-%")).toBe(8);
    void died;
  });
});

describe("operators", () => {
  const form = {
    facilityId,
    baseUrl: `${server.baseUrl}/`,
    clientId: "so-khoe",
    resourceTypes: ["Patient"],
    everyMinutes: "30",
  };
  const given = () => pulledSourceInput(true).parse(form);

  test("add a source, see how it does, leave it alone and take it up again; each is an act of theirs", async () => {
    const operator = store.reader({
      kind: "operator",
      personId: await store.personOf(someNumber()),
      assuranceLevel: 2,
      authenticatedAt: new Date(),
    } as const);
    expect(await addSource(operator, given(), "/nowhere")).toEqual({ errors: { clientId: ["no-client-key"] } });
    expect(await addSource(operator, given(), store.keys.folder)).toEqual({ facilityId });
    const view = await listSources(operator, store.keys.folder);
    expect(view.sources).toEqual([expect.objectContaining({ facilityId, state: "closed", everyMinutes: 30 })]);
    expect(view.publicKeys).not.toContain('"d"');
    later(10);
    await suspendSource(operator, { facilityId, suspended: true });
    await pullSources(ctx);
    expect(server.asked).toEqual([]);
    await suspendSource(operator, { facilityId, suspended: false });
    await pullSources(ctx);
    expect(searches("Patient")).toHaveLength(1);
    expect(await source()).toMatchObject({ state: "closed", success: clock() });
    const acts = await superuser<{ act: string }[]>`select act from acts where act like 'pulled.%' order by id`;
    expect(acts.map((a) => a.act)).toEqual(["pulled.added", "pulled.suspended", "pulled.resumed"]);
  });
});

describe("an address an operator gives", () => {
  const input = (baseUrl: string, sandbox = false) =>
    pulledSourceInput(sandbox).safeParse({
      facilityId,
      baseUrl,
      clientId: "x",
      resourceTypes: ["Patient"],
      everyMinutes: "60",
    }).success;

  test.each(["https://his.example.vn/fhir", "https://fhir.bv.vn:8443/r4/"])("%s is taken", (url) =>
    expect(input(url)).toBe(true),
  );

  test.each([
    "http://his.example.vn/fhir",
    "https://127.0.0.1/fhir",
    "https://localhost/fhir",
    "https://[::1]/fhir",
    "https://10.0.0.8/fhir",
    "https://169.254.169.254/",
    "https://2130706433/fhir",
    "https://db/fhir",
    "https://his.internal/fhir",
    "https://u:p@his.example.vn/fhir",
    "https://his.example.vn/fhir?x=1",
    "file:///etc/passwd",
    "nonsense",
  ])("%s is not", (url) => expect(input(url)).toBe(false));

  test("this machine is for the sandbox alone", () => {
    expect([input("http://127.0.0.1:3003/fhir", true), input("http://his.example.vn/fhir", true)]).toEqual([
      true,
      false,
    ]);
  });
});
