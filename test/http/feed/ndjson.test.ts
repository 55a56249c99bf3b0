import { expect, test } from "vitest";
import { feedWorld } from "#test/support/feed-world.ts";
import { type Json, observationOf, patientOf, someNumber } from "#test/support/record-store.ts";

const { deliver, superuser } = await feedWorld();
const send = (lines: (object | string)[], type = "application/fhir+ndjson") =>
  deliver(lines.map((l) => (typeof l === "string" ? l : JSON.stringify(l))).join("\n"), { "content-type": type });

interface Answer {
  deliveries: Json;
  entries: { accepted: number; unchanged: number; rejected: number };
  groups: { lines: string; state: string; messageId: string; issues: Json[] }[];
}

test("lines about one person become one delivery; each is answered for itself, with the line of what is wrong", async () => {
  const lines = [
    { resourceType: "Practitioner", id: "nd-d", name: [{ text: "BS. A" }] },
    patientOf("nd-1", someNumber()),
    observationOf("nd-1a", "nd-1", { performer: [{ reference: "Practitioner/nd-d" }] }),
    patientOf("nd-2", someNumber()),
    observationOf("nd-2a", "nd-2", { issued: "2026-02-30" }),
    observationOf("nd-1b", "nd-1"),
    "{ no json",
  ];
  const answer = await send(lines);
  expect([answer.status, answer.headers["content-type"]]).toEqual([200, "application/json; charset=utf-8"]);
  const body = answer.body as unknown as Answer;
  expect(body.deliveries).toEqual({ accepted: 2, partly_accepted: 1, rejected: 1, quarantined: 0, replayed: 0 });
  expect(body.entries).toMatchObject({ accepted: 5, rejected: 2 });
  expect(body.groups.map((g) => [g.lines, g.state])).toEqual([
    ["7", "rejected"],
    ["1", "accepted"],
    ["2–6", "accepted"],
    ["4–5", "partly_accepted"],
  ]);
  expect(body.groups[3]?.issues).toEqual([
    expect.objectContaining({ code: "date", line: "5", expression: "Bundle.entry[1].resource.issued" }),
  ]);

  const again = (await send(lines)).body as unknown as Answer;
  expect([again.deliveries.replayed, again.entries.accepted]).toEqual([3, 0]);
});

test("thousands of lines come in pieces, none is lost, and the next delivery is taken meanwhile", async () => {
  const people = Array.from({ length: 20 }, (_, p) => [
    patientOf(`nl-${p}`, someNumber()),
    ...Array.from({ length: 150 }, (_, i) =>
      observationOf(`nl-${p}-${i}`, `nl-${p}`, { note: [{ text: "x".repeat(900) }] }),
    ),
  ]).flat();
  const answer = (await send(people)).body as unknown as Answer;
  expect(answer.entries).toMatchObject({ accepted: people.length, rejected: 0 });
  const [row] = await superuser<{ n: number }[]>`select count(*)::int as n from entries where source_id like 'nl-%'`;
  expect(row?.n).toBe(people.length - 20);
}, 60_000);

test("more than may come at once is 413 and names the import command; a line that is too long too", async () => {
  const answer = await deliver("x", {
    "content-type": "application/fhir+ndjson",
    "content-length": 70 * 1_048_576,
  }).catch((error: Error) => error);
  if (!(answer instanceof Error)) expect(answer.text).toContain("npm run feed");
  const long = await send([`{"resourceType":"Patient","id":"${"x".repeat(17 * 1_048_576)}"}`]);
  expect([long.status, long.text]).toEqual([413, expect.stringContaining("npm run feed")]);
}, 60_000);
