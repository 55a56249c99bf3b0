import { expect, test } from "vitest";
import { groupLines, type LineGroup } from "#app/domain/feeds/group-lines.ts";
import { receiveLines } from "#app/domain/feeds/receive-lines.ts";
import { type Json, observationOf, patientOf, recordStore, someNumber } from "#test/support/record-store.ts";

const store = await recordStore();
const staff = (id: number): Json => ({ resourceType: "Practitioner", id: `gl-${id}`, name: [{ text: `BS. ${id}` }] });
let read = 0;
async function* lines(resources: Iterable<Json>) {
  for (const resource of resources) {
    read++;
    yield new TextEncoder().encode(JSON.stringify(resource));
  }
}
const inFile = (resources: Json[]) =>
  (async function* () {
    yield new TextEncoder().encode(resources.map((r) => `${JSON.stringify(r)}\n`).join(""));
  })();
const count = ({ places }: LineGroup) => places.length;

test("a directory of any length is handed on while it is read, and is never held whole", async () => {
  const many = (function* () {
    for (let i = 0; i < 20_000; i++) yield staff(i);
  })();
  let taken = 0;
  for await (const group of groupLines("", lines(many))) {
    taken += count(group);
    expect([group.directory, count(group) <= 500, read - taken <= 500]).toEqual([true, true, true]);
  }
  expect(taken).toBe(20_000);
});

test("staff and places go before those who refer to them, and alone too: none is refused for want of a person", async () => {
  const patient = patientOf("gl-p", someNumber());
  const seen = observationOf("gl-o", "gl-p", { performer: [{ reference: "Practitioner/gl-1199" }] });
  const all = [patient, ...Array.from({ length: 1_200 }, (_, i) => staff(i)), seen];
  const head = { facilityId: store.facilityId, channel: "api", clientId: "test" } as const;
  const ctx = { db: store.feed, keys: store.keys, now: () => new Date() };
  const answer = await receiveLines(ctx, head, inFile(all));
  expect([answer.deliveries, answer.entries]).toEqual([
    { accepted: 4, partly_accepted: 0, rejected: 0, quarantined: 0, replayed: 0 },
    { accepted: 1_202, unchanged: 0, rejected: 0, warnings: 0 },
  ]);
  const again = await receiveLines(ctx, head, inFile(all));
  expect(again.deliveries).toMatchObject({ accepted: 4, replayed: 4 });
  const wrong = await receiveLines(ctx, head, inFile([{ ...staff(1), id: "gl-x", birthDate: "2026-02-30" }, staff(2)]));
  expect(wrong.deliveries).toMatchObject({ partly_accepted: 1 });
});
