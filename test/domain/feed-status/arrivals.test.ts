import { describe, expect, test } from "vitest";
import { sweepRefused } from "#app/domain/feeds/sweep-refused.ts";
import { observationOf, patientOf, recordStore, someNumber, transaction } from "#test/support/record-store.ts";

const store = await recordStore();

const rows = (facilityId: string) =>
  store.superuser<{ kind: string; accepted: number; rejected: number; quarantined: number; withdrawn: number }[]>`
    select kind, sum(accepted)::int as accepted, sum(rejected)::int as rejected, sum(quarantined)::int as quarantined, sum(withdrawn)::int as withdrawn
    from feed_arrivals where facility_id = ${facilityId} group by kind order by kind`;
const brief = async (facilityId: string) =>
  (await rows(facilityId)).map((r) => [r.kind, r.accepted, r.rejected, r.quarantined, r.withdrawn].join(" "));

const result = (id: string, patient: string, more = {}) =>
  transaction(patientOf(patient, someNumber()), observationOf(id, patient, more));

describe("what came is counted by facility, kind and day", () => {
  test("once for the message, once for each entry written, with the newest clinical time and how long it took", async () => {
    const facilityId = await store.addFacility("99101");
    const now = new Date("2026-11-20T05:00:00Z");
    const at = { effectiveDateTime: "2026-11-20T08:00:00+07:00" };
    await store.send(result("a-1", "ap-1", at), { facilityId, now });
    expect(await brief(facilityId)).toEqual(["all 1 0 0 0", "results 1 0 0 0"]);
    const [row] = await store.superuser`
      select day::text, last_event_at, delays, worst_delay_seconds as worst from feed_arrivals where facility_id = ${facilityId} and kind = 'results'`;
    expect(row).toEqual({
      day: "2026-11-20",
      last_event_at: new Date("2026-11-20T01:00:01Z"),
      delays: [0, 1, 0, 0, 0, 0, 0, 0],
      worst: 4 * 3600 - 1,
    });
  });

  test("a replay counts nothing, accepted or refused", async () => {
    const facilityId = await store.addFacility("99102");
    const good = result("b-1", "bp-1");
    const bad = "{";
    for (const body of [good, bad, good, bad, good]) await store.send(body, { facilityId });
    expect(await brief(facilityId)).toEqual(["all 1 1 0 0", "results 1 0 0 0"]);
    const rejects = await store.superuser`select code, count from feed_rejects where facility_id = ${facilityId}`;
    expect(rejects).toEqual([{ code: "not-json", count: 1 }]);
  });

  test("two at once are both counted, and neither waits for ever", async () => {
    const facilityId = await store.addFacility("99103");
    const bodies = Array.from({ length: 12 }, (_, i) => result(`c-${i}`, `cp-${i}`));
    const answers = await Promise.all(bodies.map((body) => store.send(body, { facilityId })));
    expect(answers.every((a) => a.state === "accepted")).toBe(true);
    expect(await brief(facilityId)).toEqual(["all 12 0 0 0", "results 12 0 0 0"]);
  });

  test("the same message twice at once is counted once", async () => {
    const facilityId = await store.addFacility("99104");
    const body = JSON.stringify(result("d-1", "dp-1"));
    await Promise.all([1, 2, 3, 4].map(() => store.send(body, { facilityId })));
    expect(await brief(facilityId)).toEqual(["all 1 0 0 0", "results 1 0 0 0"]);
  });

  test("what is refused with its transaction is counted as refused, with its reason and nothing of it accepted", async () => {
    const facilityId = await store.addFacility("99105");
    const answer = await store.send(result("e-1", "ep-1", { status: 5 }), { facilityId });
    expect(answer.state).toBe("rejected");
    expect(await brief(facilityId)).toEqual(["all 0 1 0 0", "results 0 1 0 0"]);
    const rejects = await store.superuser<
      { code: string }[]
    >`select code from feed_rejects where facility_id = ${facilityId}`;
    expect(rejects.length).toBe(1);
  });

  test("what waits for an operator is counted as waiting, of no kind", async () => {
    const facilityId = await store.addFacility("99106");
    const nobody = { resourceType: "Patient", id: "q-1", name: [{ text: "Trần Văn Không" }] };
    const answer = await store.send(transaction(nobody, observationOf("q-o", "q-1")), { facilityId });
    expect(answer.state).toBe("quarantined");
    expect(await brief(facilityId)).toEqual(["all 0 0 1 0"]);
  });

  test("tables of figures know no person and no value", async () => {
    const columns = await store.superuser<{ name: string }[]>`
      select distinct column_name as name from information_schema.columns where table_schema = 'public' and table_name like 'feed\\_%'`;
    expect(columns.map((c) => c.name).filter((n) => /person|patient|value|resource|entry/.test(n))).toEqual([]);
  });
});

describe("bytes of what was refused", () => {
  test("are kept for 30 days, then go; those of what was taken stay", async () => {
    const facilityId = await store.addFacility("99107");
    const old = new Date(Date.now() - 31 * 86_400_000);
    await store.send("{ old", { facilityId, now: old });
    await store.send("{ new", { facilityId });
    await store.send(result("f-1", "fp-1"), { facilityId, now: old });
    const kept = () => store.superuser`select from message_bodies where facility_id = ${facilityId}`;
    expect((await kept()).length).toBe(3);
    expect(await sweepRefused({ db: store.db.connect("worker"), now: () => new Date() })).toBe(1);
    expect((await kept()).length).toBe(2);
  });
});
