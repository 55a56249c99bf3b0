import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { feedGate } from "#app/http/feed-gate.ts";
import { isId, newId } from "#app/shared/ids.ts";
import { codesOf, feedWorld, statusesOf } from "#test/support/feed-world.ts";
import { ask } from "#test/support/raw-http.ts";
import {
  batch,
  bundleOf,
  type Json,
  observationOf,
  patientOf,
  someNumber,
  transaction,
} from "#test/support/record-store.ts";
import { testdataFiles } from "#test/support/testdata.ts";
import { describeWithTestdata } from "#test/support/with-testdata.ts";

const { world, port, superuser, bearer, deliver, rowCounts } = await feedWorld();
const range = (n: number) => Array.from({ length: n }, (_, i) => i);

async function statusOf(id: string, from = "clinic") {
  const answer = await ask(port, { target: `/api/v1/messages/${id}`, headers: await bearer(from) });
  return { status: answer.status, type: answer.headers["content-type"], body: JSON.parse(answer.text) as Json };
}

const more = (before: Record<string, number>, after: Record<string, number>) =>
  Object.fromEntries(
    Object.keys(after).flatMap((t) => (after[t] === before[t] ? [] : [[t, (after[t] ?? 0) - (before[t] ?? 0)]])),
  );

describe("what is answered", () => {
  test("200: committed and readable now, entry by entry; a replay is answered alike", async () => {
    const body = transaction(patientOf("a-1", someNumber()), observationOf("a-o", "a-1"));
    const first = await deliver(body);
    expect([first.status, first.headers["content-type"]]).toEqual([200, "application/fhir+json; charset=utf-8"]);
    expect(first.body).toMatchObject({ resourceType: "Bundle", type: "transaction-response" });
    expect(statusesOf(first.body)).toEqual(["201", "201"]);
    const before = await rowCounts();
    const again = await deliver(body);
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect(await rowCounts()).toEqual(before);
  });

  test("202: whose it is waits for an operator; Location tells what becomes of it", async () => {
    const answer = await deliver(transaction(patientOf("a-2", undefined), observationOf("a-2-o", "a-2")));
    expect([answer.status, answer.body.resourceType]).toEqual([202, "OperationOutcome"]);
    const location = new URL(answer.headers.location ?? "");
    expect(location.origin).toBe(world.origin);
    const id = location.pathname.split("/").at(-1) ?? "";
    expect(isId(id)).toBe(true);
    expect(await statusOf(id)).toMatchObject({ status: 200, body: { id, state: "quarantined" } });
  });

  test("another facility's delivery is a 404 like one that does not exist, and like an id that is none", async () => {
    const answer = await deliver(transaction(patientOf("a-3", undefined)));
    const id = answer.headers.location?.split("/").at(-1) ?? "";
    const [others, nobodys] = [await statusOf(id, "general-hospital"), await statusOf(newId(), "general-hospital")];
    expect([others.status, others.type]).toEqual([404, "application/problem+json; charset=utf-8"]);
    for (const odd of [
      nobodys,
      await statusOf("x", "general-hospital"),
      await statusOf("%00"),
      await statusOf("%27--"),
    ])
      expect({ ...odd.body, instance: "" }).toEqual({ ...others.body, instance: "" });
  });

  test("a resource without an id is named; a reference to nowhere is kept, with a warning", async () => {
    const nowhere = { encounter: { reference: "Encounter/none" } };
    const answer = await deliver(
      transaction(
        patientOf("a-4", someNumber()),
        observationOf(undefined, "a-4"),
        observationOf("a-4-n", "a-4", nowhere),
      ),
    );
    expect([answer.status, statusesOf(answer.body)]).toEqual([200, ["201", "201 no-id", "201 reference-nowhere"]]);
    const { entry } = answer.body as { entry: { response: { location: string } }[] };
    expect(entry[1]?.response.location).toMatch(/^Observation\/[A-Za-z0-9.-]{1,64}\/_history\//);
  });

  test.each([
    ["an impossible date", [{ effectiveDateTime: "2026-02-30" }], 400, "date"],
    ["two Patients", [{}, patientOf("two", someNumber())], 422, "two-patients"],
  ])("%s refuses the transaction whole", async (_name, [elements = {}, ...others], status, code) => {
    const before = await rowCounts();
    const answer = await deliver(
      transaction(patientOf("a-5", someNumber()), observationOf("a-5-o", "a-5", elements), ...others),
    );
    expect([answer.status, answer.body.resourceType, codesOf(answer.body)[0]]).toEqual([
      status,
      "OperationOutcome",
      code,
    ]);
    expect(more(before, await rowCounts())).toEqual({ messages: 1 });
  });

  test("a batch keeps what is good", async () => {
    const answer = await deliver(
      batch(
        patientOf("a-6", someNumber()),
        observationOf("a-6-x", "a-6", { effectiveDateTime: "2026-13-01" }),
        observationOf("a-6-o", "a-6"),
      ),
    );
    expect([answer.status, statusesOf(answer.body)]).toEqual([200, ["201", "400 date", "201"]]);
  });
});

describe("at once", () => {
  const chart = (id: string) => [
    patientOf(id, someNumber()),
    ...range(10).map((i) => observationOf(`${id}-o-${i}`, id)),
  ];

  test("the same message ten times: ten equal answers, one version of each entry", async () => {
    const body = transaction(...chart("ten"));
    const before = await rowCounts();
    const answers = await Promise.all(range(10).map(() => deliver(body)));
    expect(new Set(answers.map((a) => `${a.status} ${a.text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect(more(before, await rowCounts())).toMatchObject({ entries: 11, messages: 1, message_bodies: 1, persons: 1 });
  });

  test("the same entries in different Bundles, through two processes: one version of each", async () => {
    const { port: other } = await world.another();
    const parts = chart("two-bundles");
    const before = await rowCounts();
    const answers = await Promise.all(
      range(10).map((i) =>
        deliver(bundleOf(i % 2 ? "batch" : "transaction", parts, { id: `b-${i}` }), { at: i % 3 ? port : other }),
      ),
    );
    expect(answers.map((a) => a.status)).toEqual(range(10).map(() => 200));
    expect(more(before, await rowCounts())).toMatchObject({ entries: 11, messages: 10, persons: 1 });
    const [most] = await superuser<
      { n: number }[]
    >`select max(c)::int as n from (select count(*) as c from entries group by entry_id) x`;
    expect(most?.n).toBe(1);
  });
});

describe("when deliveries cannot be taken", () => {
  const gate = (changes: { databaseUrl?: string; keysDir?: string }) =>
    feedGate({
      thread: new URL("../../support/typescript-thread.mjs", import.meta.url),
      databaseUrl: world.config.feedDatabaseUrl,
      keysDir: world.config.keysDir,
      onFailure: () => undefined,
      ...changes,
    });

  test.each([
    ["the database does not answer", { databaseUrl: "postgres://nobody:nothing@127.0.0.1:9/none" }],
    ["the thread cannot start", { keysDir: "/nowhere" }],
  ])("%s: 503 with the time to wait, and nothing half-written", { timeout: 60_000 }, async (_name, changes) => {
    const feed = gate(changes);
    const { port: at } = await world.another({ feed });
    const before = await rowCounts();
    const ready = await fetch(`http://localhost:${at}/ops/readyz`, { headers: { host: new URL(world.origin).host } });
    expect(ready.status).toBe(503);
    const body = transaction(patientOf("down", someNumber()));
    const answer = await deliver(body, { at });
    expect([answer.status, answer.body.resourceType]).toEqual([503, "OperationOutcome"]);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    expect(await rowCounts()).toEqual(before);
    await feed.close();
    expect((await deliver(body)).status).toBe(200);
  });
});

describeWithTestdata("published data that is refused", () => {
  test.each([
    ["staff without a Patient", "synthea-r4", /^practitionerInformation/, "no-patient", /no Patient/],
    ["a Bundle of STU3", "ips-stu3", /./, "fhir-stu3", /STU3.*R4/],
  ])("%s says why, and leaves nothing but the reject", async (_name, folder, pattern, code, why) => {
    const file = testdataFiles(folder).find((f) => pattern.test(path.basename(f))) ?? "";
    const before = await rowCounts();
    const answer = await deliver(fs.readFileSync(file));
    expect([answer.status, codesOf(answer.body)]).toEqual([422, [code]]);
    expect(answer.text).toMatch(why);
    expect(more(before, await rowCounts())).toEqual({ messages: 1 });
  });
});
