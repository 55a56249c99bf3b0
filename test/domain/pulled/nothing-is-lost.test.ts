import { decodeProtectedHeader } from "jose";
import { describe, expect, test } from "vitest";
import { reachOf } from "#app/adapters/fhir-server/reach.ts";
import { clientAssertion } from "#app/adapters/signing/client-key.ts";
import { addSource } from "#app/domain/pulled/add-source.ts";
import { run as pullSources } from "#app/jobs/pull-sources.ts";
import { startFhirServer } from "#test/sandbox/hospital-systems/fhir-server/server.ts";
import { answering, pageOf, pulledWorld } from "#test/support/pulled.ts";
import { observationOf, patientOf, someNumber } from "#test/support/record-store.ts";

const { store, server, ctx, clock, later, at, pointAt, chart, kept, source, searches, pullWith } = await pulledWorld();
const { superuser, facilityId } = store;
const messages = async () => Number((await superuser`select count(*)::int as n from messages`)[0]?.n);
/** Long enough ago that no server stamps a change so late. */
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

describe("between one round and the next", () => {
  test("what is changed while pages are turned hides nothing behind a page that was read", async () => {
    server.resources = chart("la", 8);
    server.fault = (req) => {
      const first = server.resources.find((r) => r.id === "la-0");
      if (req.url?.startsWith("/fhir/Observation") && req.url.includes("_page=1") && first)
        first.meta.lastUpdated = at({ resourceType: "Observation" }).meta.lastUpdated;
      return false;
    };
    await pullSources(ctx);
    server.fault = undefined;
    later(61);
    await pullSources(ctx);
    expect(await kept("la-%")).toBe(8);
  });

  test("what was stamped before it could be seen is found the next time, and what was read already changes nothing", async () => {
    server.resources = [at(patientOf("lb", someNumber()), ago(20)), at(observationOf("lb-0", "lb"), ago(2))];
    await pullSources(ctx);
    const before = await messages();
    server.resources.push(at(observationOf("lb-1", "lb"), ago(6)));
    later(61);
    await pullSources(ctx);
    expect(await kept("lb-%")).toBe(2);
    later(61);
    await pullSources(ctx);
    later(61);
    await pullSources(ctx);
    expect(await messages()).toBe(before + 1);
  });

  test("changes of one instant that are parted by a page all come", async () => {
    const moment = ago(3_000);
    server.resources = [at(patientOf("lc", someNumber())), at(observationOf("lc-0", "lc"), moment)];
    await pullSources(ctx);
    server.resources.push(...[1, 2, 3, 4, 5].map((i) => at(observationOf(`lc-${i}`, "lc"), moment)));
    later(61);
    await pullSources(ctx);
    expect(await kept("lc-%")).toBe(6);
  });

  test("a stamp from the future does not end all further reading", async () => {
    server.resources = [...chart("ld", 1), at(observationOf("ld-far", "ld"), "2099-01-01T00:00:00Z")];
    await pullSources(ctx);
    server.resources.push(at(observationOf("ld-new", "ld"), ago(0)));
    later(61);
    await pullSources(ctx);
    expect(await kept("ld-%")).toBe(3);
  });

  test("a person who came after the Patients were read is fetched by name; so is a medicine", async () => {
    server.resources = chart("le", 1);
    const medicine = { resourceType: "Medication", id: "m-500", code: { text: "Paracetamol 500 mg" } };
    server.fault = (req) => {
      if (!req.url?.startsWith("/fhir/Observation")) return false;
      server.fault = undefined;
      const absolute = { subject: { reference: `${server.baseUrl}/Patient/lf` } };
      const drug = { partOf: [{ reference: "Medication/m-500" }] };
      server.resources.push(...chart("lf", 0), at(medicine), at(observationOf("lf-0", "lf", { ...absolute, ...drug })));
      return false;
    };
    await pullSources(ctx);
    expect([await kept("le-%"), await kept("lf-%")]).toEqual([1, 1]);
    const [drug] =
      await superuser`select resource->'code'->>'text' as text from directory_entries where source_id = 'm-500'`;
    expect(drug?.text).toBe("Paracetamol 500 mg");
  });

  test("who is named and cannot be had leaves the rest as it is; the delivery waits for an operator", async () => {
    server.resources = [...chart("lg", 1), at(observationOf("lg-nobody", "gone-person"))];
    await pullSources(ctx);
    expect([await kept("lg-%"), (await source())?.failures]).toEqual([1, 0]);
    const [waits] = await superuser`select state from messages order by received_at desc, id desc limit 1`;
    expect(["quarantined", "accepted"]).toContain(waits?.state);
    expect(Number((await superuser`select count(*)::int as n from messages where state = 'quarantined'`)[0]?.n)).toBe(
      1,
    );
  });

  test("another server at another address is read from its beginning, also when the old one is being read", async () => {
    server.resources = chart("lh", 1);
    await pullSources(ctx);
    const other = await startFhirServer({
      client: { id: "so-khoe", publicJwk: ctx.clientKey?.publicJwk ?? {} },
    });
    other.resources = [
      at(patientOf("li", someNumber()), "2020-01-01T00:00:00Z"),
      at(observationOf("li-0", "li"), "2020-01-01T00:00:00Z"),
    ];
    const operator = store.reader({
      kind: "operator",
      personId: await store.personOf(someNumber()),
      assuranceLevel: 2,
      authenticatedAt: new Date(),
    } as const);
    later(61);
    let moved: Promise<unknown> | undefined;
    const move = () =>
      addSource(
        { ...operator, now: () => clock() },
        {
          facilityId,
          baseUrl: other.baseUrl,
          clientId: "so-khoe",
          resourceTypes: ["Patient", "Observation"],
          everyMinutes: 60,
        },
        store.keys.folder,
      );
    server.fault = (req) => {
      if (req.url?.startsWith("/fhir/Patient")) moved ??= move();
      return false;
    };
    await pullSources(ctx);
    await moved;
    await pullSources(ctx);
    expect(await kept("li-%")).toBe(1);
    await other.close();
  });
});

describe("what a server answers", () => {
  test("beyond what it was asked for is not taken", async () => {
    server.resources = chart("lj", 1);
    const strangers = [
      { ...patientOf("lj", someNumber()), meta: { lastUpdated: ago(1) } },
      at({ resourceType: "DocumentReference", id: "lj-paper" }),
      at(observationOf("lj-good", "lj")),
    ];
    server.fault = answering(200, pageOf(strangers));
    await pullSources(ctx);
    expect([await kept("lj-good"), await kept("lj-paper")]).toEqual([1, 0]);
    const versions = await store.versionsOf("Patient", "lj");
    expect(versions).toHaveLength(1);
  });

  test("wrongly for one type keeps no other type from being read, and names it", async () => {
    server.resources = [...chart("lk", 1), at(complaint("lk-c", "lk"))];
    await superuser`update pulled_sources set resource_types = '{Patient,AllergyIntolerance,Condition,Observation}'`;
    server.fault = answering(404, "{}", {}, "AllergyIntolerance");
    await pullSources(ctx);
    expect([await kept("lk-_"), await kept("lk-c")]).toEqual([2, 1]);
    expect(await source()).toMatchObject({ failures: 1, fault: "gone", type: "AllergyIntolerance", success: null });
  });

  test("in pages that never end and bring nothing new is a fault; that bring more and more is read in turns", async () => {
    let n = 0;
    server.resources = chart("ll", 0);
    server.fault = (req, res) =>
      req.url?.startsWith("/fhir/Observation") === true &&
      answering(200, pageOf([], `Observation?_page=${n++}`))(req, res);
    await pullSources(ctx);
    expect([await source(), n]).toMatchObject([{ fault: "paging-loop", failures: 1 }, 21]);
    later(61);
    n = 100;
    server.fault = (req, res) =>
      req.url?.startsWith("/fhir/Observation") === true &&
      answering(200, pageOf([at(observationOf(`ll-${n}`, "ll"))], `Observation?_page=${n++}`))(req, res);
    await pullWith({ pages: 12 });
    expect([n, await kept("ll-%")]).toEqual([111, 11]);
    const { failures, success, next } = (await source()) ?? {};
    expect([failures, success, (next?.getTime() ?? 0) - clock().getTime()]).toEqual([0, null, 30_000]);
  });

  test("so slowly that its turn is over goes on at the next turn, and is no failure", async () => {
    server.resources = chart("lm", 8);
    server.fault = (req, res) => {
      if (!req.url?.startsWith("/fhir/Observation")) return false;
      server.fault = undefined;
      const [first] = server.resources.filter((r) => r.resourceType === "Observation");
      setTimeout(() => answering(200, pageOf(first ? [first] : [], "Observation?_page=0"))(req, res), 900);
      return true;
    };
    await pullWith({ sourceMs: 500 });
    expect(await source()).toMatchObject({ failures: 0, success: null });
    expect(await kept("lm-%")).toBe(1);
    later(1);
    await pullSources(ctx);
    expect([await kept("lm-%"), (await source())?.success]).toEqual([8, expect.any(Date)]);
  });

  test("in pages larger than anybody reads is asked for in smaller ones", async () => {
    server.resources = chart("ln", 2);
    server.fault = (req, res) =>
      req.url?.includes("_count=200") ? answering(200, "x".repeat(3_000))(req, res) : false;
    await pullWith({ maxBytes: 2_500 });
    expect([await kept("ln-%"), (await source())?.failures]).toEqual([2, 0]);
  });

  test("with an error for a page that was remembered, again and again, is asked from the beginning of the search", async () => {
    server.resources = chart("lo", 8);
    server.fault = (req, res) => (req.url?.includes("_page=2") ? answering(500, "{}")(req, res) : false);
    for (let i = 0; i < 3; i++) {
      await pullSources(ctx);
      later(61);
    }
    server.asked = [];
    await pullSources(ctx);
    expect(searches("Observation").some((a) => !a.includes("_page"))).toBe(true);
  });
});

const complaint = (id: string, patient: string) => ({
  resourceType: "Condition",
  id,
  subject: { reference: `Patient/${patient}` },
  code: { text: "Đau đầu" },
});

describe("tokens", () => {
  test("are signed with a kid, asked for once, and anew only when they are nearly over", async () => {
    const key = ctx.clientKey;
    if (!key) throw new Error("no key");
    const header = decodeProtectedHeader(await clientAssertion(key, "so-khoe", `${server.baseUrl}/token`, new Date()));
    expect(header).toMatchObject({ alg: "ES384", kid: key.kid });
    server.resources = chart("lp", 7);
    await pullSources(ctx);
    expect(server.asked.filter((a) => a === "/token")).toHaveLength(1);
    later(61);
    Object.assign(server, { asked: [], tokenSeconds: 0.05 });
    server.resources.push(...chart("lq", 1));
    server.fault = (req) => {
      if (req.url?.startsWith("/fhir/Patient?")) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
      return false;
    };
    await pullSources(ctx);
    expect(server.asked.filter((a) => a === "/token").length).toBeGreaterThan(1);
    expect((await source())?.failures).toBe(0);
  });

  test.each([400, 401])("refused with %i are told as what they are", async (status) => {
    server.fault = (req, res) => {
      if (req.url !== "/token") return false;
      res.writeHead(status).end('{"error":"invalid_client"}');
      return true;
    };
    await pullSources(ctx);
    expect(await source()).toMatchObject({ fault: "no-token", failures: 1 });
    expect(searches("Patient")).toEqual([]);
  });
});

describe("sources side by side", () => {
  test("one that hangs does not keep the others waiting", async () => {
    const second = await store.addFacility("99055");
    const well = await startFhirServer({ client: { id: "so-khoe", publicJwk: ctx.clientKey?.publicJwk ?? {} } });
    well.resources = chart("lr", 2);
    await superuser`update pulled_sources set next_try_at = next_try_at - interval '1 hour'`;
    await pointAt(well, second);
    server.fault = (req) => req.url?.startsWith("/fhir/Patient") ?? false;
    const begun = Date.now();
    const all = pullWith({ timeoutMs: 2_500 });
    await expect.poll(() => kept("lr-%"), { timeout: 2_500 }).toBe(2);
    expect(Date.now() - begun).toBeLessThan(2_500);
    await all;
    expect(await source()).toMatchObject({ fault: "timeout" });
    await well.close();
  });
});

describe("where connections go", () => {
  const anywhere = reachOf([]);

  test.each([
    ...["10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "127.0.0.1", "169.254.169.254", "100.64.0.1"],
    ...["0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1", "fd00::1", "ff02::1"],
    ...["::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "nonsense", ""],
  ])("never to %s", (address) => expect(anywhere(address)).toBe(false));

  test.each(["113.160.0.1", "8.8.8.8", "172.32.0.1", "2405:4800::1", "::ffff:113.160.0.1"])("to %s", (address) =>
    expect(anywhere(address)).toBe(true),
  );

  test("to a private network that was named, and to no other", () => {
    const named = reachOf(["10.20.0.0/16", "fd12::/32"]);
    expect(["10.20.1.1", "10.21.1.1", "fd12::9", "fd13::9"].map(named)).toEqual([true, false, true, false]);
  });

  test("a name that leads into a private network is not followed, whatever it led to before", async () => {
    const named = server.baseUrl.replace("127.0.0.1", "localhost");
    await superuser`update pulled_sources set base_url = ${named}`;
    await pullSources({ ...ctx, reach: anywhere });
    expect(await source()).toMatchObject({ fault: "private-address", failures: 1 });
    await superuser`update pulled_sources set base_url = ${server.baseUrl}, next_try_at = ${clock()}`;
    await pullSources({ ...ctx, reach: anywhere });
    expect([await source(), server.asked]).toMatchObject([{ fault: "private-address", failures: 2 }, []]);
  });
});
