import { describe, expect, test } from "vitest";
import { clientIdOf, facilityId } from "#test/sandbox/province/load.ts";
import { complete } from "#test/support/complete.ts";
import { codesOf, feedWorld } from "#test/support/feed-world.ts";
import { ask } from "#test/support/raw-http.ts";
import { type Json, observationOf, patientOf, someNumber, transaction } from "#test/support/record-store.ts";

const { world, port, superuser, bearer, deliver, rowCounts } = await feedWorld();

async function write(method: string, at: string, body?: Json | string, headers: Record<string, string> = {}) {
  const answer = await ask(port, {
    method,
    target: `/fhir/${at}`,
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/fhir+json" }),
      ...(await bearer("clinic")),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return {
    ...answer,
    etag: String(answer.headers.etag),
    body: (answer.text ? JSON.parse(answer.text) : undefined) as Json,
  };
}

const put = (resource: Json, headers?: Record<string, string>) =>
  write("PUT", `${resource.resourceType}/${resource.id}`, resource, headers);
const shown = async (id: string) => {
  const rows = await superuser<{ status: string; withdrawn: boolean }[]>`
    select status, withdrawn_at is not null as withdrawn from entries where source_id = ${id} and current`;
  return rows.map((r) => `${r.status}${r.withdrawn ? " withdrawn" : ""}`);
};

await deliver(transaction(patientOf("sw", someNumber())));
const observation = (id: string | undefined, elements: Json = {}) => observationOf(id, "sw", elements);

describe("PUT /fhir/{type}/{id}", () => {
  test("creates under its id, 201, and says where and which version", async () => {
    const answer = await put(observation("sw-1"));
    expect([answer.status, answer.body.resourceType]).toEqual([201, "OperationOutcome"]);
    expect(answer.headers.location).toMatch(/\/fhir\/Observation\/sw-1\/_history\/h-[0-9a-f]+$/);
    expect(answer.etag).toBe(`W/"${String(answer.headers.location).split("/").at(-1)}"`);
    expect(Date.parse(String(answer.headers["last-modified"]))).toBeGreaterThan(0);
  });

  test("the line of the request says for which facility, and the client's name nowhere", async () => {
    world.log.clear();
    await put(observation("sw-log"));
    const [line] = world.log.of("request").filter(({ method }) => method === "PUT");
    expect(line).toMatchObject({ facility: facilityId("clinic"), route: "/fhir/:type/:id" });
    expect(JSON.stringify(line)).not.toContain(clientIdOf("clinic"));
  });

  test("updates, 200; the same again changes nothing; what was before can come back", async () => {
    await put(observation("sw-2"));
    expect((await put(observation("sw-2", { status: "amended" }))).status).toBe(200);
    const before = await rowCounts();
    expect((await put(observation("sw-2", { status: "amended" }))).status).toBe(200);
    expect(await rowCounts()).toEqual(before);
    await new Promise((go) => setTimeout(go, 5));
    expect((await put(observation("sw-2"))).status).toBe(200);
    expect(await shown("sw-2")).toEqual(["final"]);
  });

  test("If-Match: 412 unless it names the current version, and of two at once one is taken", async () => {
    const { etag } = await put(observation("sw-3"));
    const wrong = await put(observation("sw-3", { status: "amended" }), { "if-match": 'W/"x"' });
    expect([wrong.status, codesOf(wrong.body)]).toEqual([412, ["if-match"]]);
    const both = await Promise.all(
      ["amended", "corrected"].map((status) => put(observation("sw-3", { status }), { "if-match": etag })),
    );
    expect(both.map((a) => a.status).sort()).toEqual([200, 412]);
    const winner = both.find((a) => a.status === 200);
    expect((await put(observation("sw-3", { status: "final" }), { "if-match": winner?.etag ?? "" })).status).toBe(200);
    expect((await put(observation("sw-none"), { "if-match": 'W/"x"' })).status).toBe(412);
  });

  test.each<[string, string, Json | string, number, string, string | undefined]>([
    ["another id", "Observation/sw-4", observation("sw-5"), 400, "url-id", "Observation.id"],
    ["no id", "Observation/sw-4", observation(undefined), 400, "url-id", "Observation.id"],
    ["another type", "Condition/sw-4", observation("sw-4"), 400, "url-type", "resourceType"],
    ["no JSON", "Observation/sw-4", '{"resourceType":"Observation","id":"sw-4"}],"x":[{', 400, "not-json", undefined],
    [
      "an impossible date",
      "Observation/sw-4",
      observation("sw-4", { issued: "2026-02-30" }),
      400,
      "date",
      "Observation.issued",
    ],
    [
      "staff, who are nobody's record",
      "Practitioner/sw-4",
      { resourceType: "Practitioner", id: "sw-4" },
      422,
      "no-patient",
      undefined,
    ],
    ["a type that is none", "observation/sw-4", observation("sw-4"), 404, "no-such-type", undefined],
  ])("refuses %s", async (_name, at, body, status, code, place) => {
    const answer = await write("PUT", at, body);
    expect([answer.status, codesOf(answer.body)[0]]).toEqual([status, code]);
    const [issue] = (answer.body as { issue: { expression?: string[] }[] }).issue;
    expect(issue?.expression?.[0]).toBe(place);
    expect(await shown("sw-4")).toEqual([]);
  });

  test("Prefer: return=minimal has no body; another facility's or an unknown person waits", async () => {
    const minimal = await put(observation("sw-6"), { prefer: "return=minimal" });
    expect([minimal.status, minimal.text]).toEqual([201, ""]);
    const waits = await put(observationOf("sw-7", "nobody-knows"));
    expect([waits.status, waits.headers.location]).toEqual([202, expect.stringContaining("/api/v1/messages/")]);
  });

  test("a Patient by itself is matched like one in a Bundle", async () => {
    const answer = await put(complete(patientOf("sw-p", someNumber())));
    expect([answer.status, (await put(observationOf("sw-po", "sw-p"))).status]).toEqual([201, 201]);
  });
});

describe("DELETE", () => {
  test("withdraws, 204, and again 204; what was never sent is 404", async () => {
    await put(observation("sw-d"));
    const first = await write("DELETE", "Observation/sw-d");
    expect([first.status, first.text, first.etag]).toEqual([204, "", expect.stringMatching(/^W\/"h-/)]);
    expect(await shown("sw-d")).toEqual(["final withdrawn"]);
    expect((await write("DELETE", "Observation/sw-d")).status).toBe(204);
    expect((await write("DELETE", "Observation/sw-never")).status).toBe(404);
  });

  test("with If-Match, and what is withdrawn can be sent again", async () => {
    const { etag } = await put(observation("sw-dm"));
    expect((await write("DELETE", "Observation/sw-dm", undefined, { "if-match": 'W/"x"' })).status).toBe(412);
    expect((await write("DELETE", "Observation/sw-dm", undefined, { "if-match": etag })).status).toBe(204);
    await put(observation("sw-dm", { status: "corrected" }));
    expect(await shown("sw-dm")).toEqual(["corrected"]);
  });
});

describe("on a condition", () => {
  const identifier = (value: string) => ({ identifier: [{ system: "urn:lab", value }] });
  const query = (value: string) => `Observation?identifier=urn:lab%7C${value}`;

  test("POST with If-None-Exist creates once, also of ten at once", async () => {
    const headers = { "if-none-exist": "identifier=urn:lab|c-1" };
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        write(
          "POST",
          "Observation",
          observation(`sw-c-${i}`, { ...identifier("c-1"), note: [{ text: `${i}` }] }),
          headers,
        ),
      ),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([...Array(9).fill(200), 201]);
    expect(new Set(answers.map((a) => a.etag)).size).toBe(1);
  });

  test("PUT creates, then updates what the identifier names, whatever its id is; another id is refused", async () => {
    const first = await write("PUT", query("c-2"), observation("sw-c2", identifier("c-2")));
    const second = await write(
      "PUT",
      query("c-2"),
      observation(undefined, { ...identifier("c-2"), status: "amended" }),
    );
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(await shown("sw-c2")).toEqual(["amended"]);
    const other = await write("PUT", query("c-2"), observation("sw-else", identifier("c-2")));
    expect([other.status, codesOf(other.body)]).toEqual([400, ["condition-id"]]);
  });

  test("PUT without any id creates under a name of ours, and finds it again", async () => {
    const first = await write("PUT", query("c-3"), observation(undefined, identifier("c-3")));
    const second = await write(
      "PUT",
      query("c-3"),
      observation(undefined, { ...identifier("c-3"), status: "amended" }),
    );
    expect([first.status, second.status]).toEqual([201, 200]);
    const idOf = (a: { headers: Record<string, unknown> }) => String(a.headers.location).split("/").at(-3);
    expect(idOf(second)).toBe(idOf(first));
  });

  test("several that fit are 412; a form we cannot ask is refused; nothing to withdraw is 404", async () => {
    await put(observation("sw-m1", identifier("c-4")));
    await put(observation("sw-m2", identifier("c-4")));
    const many = await write("PUT", query("c-4"), observation(undefined, identifier("c-4")));
    expect([many.status, codesOf(many.body)]).toEqual([412, ["condition-many"]]);
    const form = await write("PUT", "Observation?code=1", observation("sw-f"));
    expect([form.status, codesOf(form.body)]).toEqual([422, ["condition-form"]]);
    expect((await write("DELETE", query("c-none"))).status).toBe(404);
    expect((await write("DELETE", "Observation")).status).toBe(400);
  });

  test("DELETE withdraws what the identifier names; in a Bundle an update finds it too", async () => {
    const body = (status: string) => ({
      ...transaction(patientOf("sw", undefined)),
      entry: [
        {
          resource: observation(undefined, { ...identifier("c-5"), status }),
          request: { method: "PUT", url: "Observation?identifier=urn:lab|c-5" },
        },
      ],
    });
    expect((await deliver(body("final"))).status).toBe(200);
    const again = await deliver(body("amended"));
    expect((again.body as { entry: { response: { status: string } }[] }).entry[0]?.response.status).toBe("200 OK");
    expect((await write("DELETE", query("c-5"))).status).toBe(204);
  });
});

test("the bytes of a write are kept, and it is a message like any other", async () => {
  const before = await rowCounts();
  const text = JSON.stringify(observation("sw-b", { valueQuantity: { value: "#" } })).replace('"#"', "5.40");
  expect((await write("PUT", "Observation/sw-b", text)).status).toBe(201);
  const after = await rowCounts();
  expect(
    [after.messages, after.message_bodies].map((n, i) => (n ?? 0) - ([before.messages, before.message_bodies][i] ?? 0)),
  ).toEqual([1, 1]);
  const [row] = await superuser<
    { text: string }[]
  >`select resource::text as text from entries where source_id = 'sw-b'`;
  expect(row?.text).toContain("5.40");
});

test("what is offered is said", async () => {
  const answer = await ask(port, { target: "/fhir/metadata" });
  const { rest } = JSON.parse(answer.text) as { rest: { resource: Json[] }[] };
  expect(rest[0]?.resource.find((r) => r.type === "Observation")).toMatchObject({
    conditionalUpdate: true,
    conditionalDelete: "single",
  });
  const wrong = await ask(port, { target: "/fhir/Observation/1", method: "POST" });
  expect([wrong.status, wrong.headers.allow]).toEqual([405, "PUT, DELETE"]);
});
