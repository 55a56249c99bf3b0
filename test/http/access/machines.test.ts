import { describe, expect, test } from "vitest";
import { machineRoutes } from "#app/urls.ts";
import { connect } from "#db/client.ts";
import { registerProvince } from "#test/support/province.ts";
import { type Answered, ask } from "#test/support/raw-http.ts";
import { testDb } from "#test/support/test-db.ts";
import { addressOf } from "#test/support/urls.ts";
import { startWorld } from "#test/support/world.ts";

const db = await testDb();
const world = await startWorld(db);
const superuser = db.raw("superuser");
const port = Number(new URL(world.origin).port);
const province = await registerProvince(db, world);
const closed = machineRoutes.filter((route) => route.access !== "public");
const open = machineRoutes.filter((route) => route.access === "public");
const METHODS = ["GET", "POST", "PUT", "DELETE"] as const;

/** The code of an error, if it is written as its transport says. */
function codeOf(answer: Answered, transport: "fhir" | "problem"): unknown {
  const body = JSON.parse(answer.text);
  if (transport === "fhir") {
    expect(answer.headers["content-type"]).toBe("application/fhir+json; charset=utf-8");
    expect(body).toMatchObject({ resourceType: "OperationOutcome", issue: [{ severity: "error" }] });
    return body.issue[0].details.coding[0].code;
  }
  expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
  expect(body).toMatchObject({ status: answer.status, instance: `urn:uuid:${answer.headers["x-request-id"]}` });
  return body.code;
}

describe.each(closed.map((r) => [`${r.method} ${r.path}`, r] as const))("%s", (_name, route) => {
  const target = addressOf(route.path);
  const call = (headers: Record<string, string>, at = target) =>
    ask(port, { method: route.method, target: at, headers: { "content-type": "application/fhir+json", ...headers } });

  test.each([
    ["no token", {}, "token-missing"],
    ["no word after Bearer", { authorization: "Bearer " }, "token-missing"],
    ["a password", { authorization: "Basic c28ta2hvZTpzby1raG9l" }, "token-missing"],
    ["two words", { authorization: "Bearer a b" }, "token-missing"],
    ["a word", { authorization: "Bearer abc" }, "token-form"],
    ["a token of three dots", { authorization: "Bearer ..." }, "token-form"],
    ["a very long token", { authorization: `Bearer ${"eyJ".repeat(3_000)}` }, "token-form"],
  ])("with %s is refused with 401", async (_case, headers, code) => {
    const answer = await call(headers as Record<string, string>);
    expect([answer.status, codeOf(answer, route.transport)]).toEqual([401, code]);
    expect(answer.headers["www-authenticate"]).toMatch(/^Bearer error="invalid_(request|token)"$/);
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  test("takes a token from the header alone", async () => {
    const token = await province.system("clinic").accessToken();
    const answers = [
      await call({}, `${target}?access_token=${token}`),
      await call({ cookie: `access_token=${token}` }),
      await call({ "x-authorization": `Bearer ${token}` }),
    ];
    expect(answers.map((a) => a.status)).toEqual([401, 401, 401]);
  });

  test("is not opened by a person's session", async () => {
    const cookie = (await world.signIn("099083000115", "operator")).cookieHeader(world.origin);
    const answer = await call({ cookie, origin: world.origin });
    expect([answer.status, codeOf(answer, route.transport)]).toEqual([401, "token-missing"]);
  });

  test("is known to a client with a token", async () => {
    const answer = await call({ authorization: `Bearer ${await province.system("clinic").accessToken()}` });
    expect([401, 403, 405]).not.toContain(answer.status);
  });
});

test("a logout token needs no client: without one that is what is said", async () => {
  const answer = await ask(port, { method: "POST", target: "/sign-in/backchannel-logout" });
  expect([answer.status, answer.headers["cache-control"]]).toEqual([400, "no-store"]);
});

const reads = open.filter((r) => r.method === "GET");
test.each(reads.map((r) => [`${r.method} ${r.path}`, r] as const))("%s is public", async (_name, route) => {
  const answer = await ask(port, { method: route.method, target: addressOf(route.path) });
  expect(answer.status).toBe(200);
  const head = await ask(port, { method: "HEAD", target: addressOf(route.path) });
  expect([head.status, head.text, head.headers["content-type"]]).toEqual([200, "", answer.headers["content-type"]]);
});

describe.each([...new Set(machineRoutes.map((r) => r.path))])("%s", (path) => {
  const own = machineRoutes.filter((r) => r.path === path);
  const others = METHODS.filter((m) => !own.some((r) => r.method === m));

  test.each(others)("does not take %s, and says what it takes", async (method) => {
    const answer = await ask(port, { method, target: addressOf(path) });
    expect([answer.status, answer.headers.allow]).toEqual([405, own.map((r) => r.method).join(", ")]);
    expect(codeOf(answer, own[0]?.transport ?? "problem")).toBe("method-not-allowed");
  });

  test.each(["OPTIONS", "PATCH", "PROPFIND"])("does not know %s", async (method) => {
    expect((await ask(port, { method, target: addressOf(path) })).status).toBe(405);
  });
});

describe("an address that no machine route has", () => {
  test.each([
    ["GET", "/fhir", "fhir", 405],
    ["GET", "/fhir/Patient/1/$summary", "fhir", 404],
    ["POST", "/feeds/nothing", "problem", 404],
    ["GET", "/api", "problem", 404],
    ["GET", "/api/v1/messages", "problem", 404],
    ["POST", "/api/v1/nothing", "problem", 404],
    ["GET", "/api/v1/messages/%E0%A4%A", "problem", 404],
    ["GET", "/api/v1/messages/a%2Fb", "problem", 401],
    ["GET", "/ops/metrics", "problem", 404],
    ["POST", "/hooks/vnpay/ipn", "problem", 404],
  ] as const)("%s %s is answered as a %s of the machine interface, %i", async (method, target, transport, status) => {
    const answer = await ask(port, { method, target });
    expect([answer.status, codeOf(answer, transport)]).toEqual([
      status,
      status === 405 ? "method-not-allowed" : status === 404 ? "no-such-address" : "token-missing",
    ]);
  });
});

test("without a database the process is alive and not ready", async () => {
  const nowhere = connect("postgres://nobody:nothing@127.0.0.1:9/none", { applicationName: "test", max: 1 });
  const { port: lonely } = await world.another({ db: nowhere });
  expect((await ask(lonely, { target: "/ops/healthz" })).status).toBe(200);
  const ready = await ask(lonely, { target: "/ops/readyz" });
  expect([ready.status, codeOf(ready, "problem")]).toEqual([503, "database-silent"]);
  await nowhere.close();
});

test("nothing of this was kept", async () => {
  const [row] = await superuser<{ n: number }[]>`select count(*)::int as n from messages`;
  expect(row?.n).toBe(1);
});
