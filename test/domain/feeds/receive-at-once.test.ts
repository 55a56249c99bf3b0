import { describe, expect, test } from "vitest";
import {
  bundleOf,
  CCCD,
  entryOf,
  type Json,
  observationOf,
  patientOf,
  recordStore,
  someNumber,
  transaction,
} from "#test/support/record-store.ts";

const store = await recordStore();
const count = async (table: string) => (await store.rowCounts())[table] ?? -1;
const versions = async () =>
  (
    await store.superuser<{ n: number; most: number }[]>`
    select count(*)::int as n, coalesce(max(c), 0)::int as most from (select count(*) as c from entries group by entry_id) x`
  )[0];
const range = (n: number) => Array.from({ length: n }, (_, i) => i);
/** Always the same order for the same seed. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed + 1;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return list
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
const doctors = range(8).map(
  (i): Json => ({ resourceType: "Practitioner", id: `at-d-${i}`, name: [{ text: `BS. ${i}` }] }),
);
const chart = (id: string, n = 20): Json[] => [
  ...doctors,
  ...range(n).map((i) =>
    observationOf(`${id}-o-${i}`, id, {
      valueString: `${i}`,
      performer: [{ reference: `Practitioner/at-d-${i % 8}` }],
      identifier: [{ system: "http://bv.vn/xn", value: `${id}-${i}` }],
    }),
  ),
];

describe("the same message at once", () => {
  test("ten times leaves one version of each entry and ten equal answers", async () => {
    const body = transaction(patientOf("ten", someNumber()), ...chart("ten"));
    const before = await store.rowCounts();
    const answers = await Promise.all(range(10).map(() => store.send(body)));
    expect(new Set(answers.map(({ replay, ...answer }) => JSON.stringify(answer))).size).toBe(1);
    expect(answers.filter((a) => !a.replay)).toHaveLength(1);
    expect(answers[0]?.state).toBe("accepted");
    const after = await store.rowCounts();
    const more = (table: string) => (after[table] ?? 0) - (before[table] ?? 0);
    expect(["persons", "messages", "message_bodies", "entries", "directory_entries", "entry_lookup"].map(more)).toEqual(
      [1, 1, 1, 21, 8, 29],
    );
    expect(await versions()).toMatchObject({ most: 1 });
  });

  test("in different Bundles, with other urn:uuids, timestamps and order, leaves one version of each entry", async () => {
    const number = someNumber();
    const entriesBefore = await count("entries");
    const bundles = range(10).map((i) => {
      const urns = new Map<string, string>();
      const urn = (name: string) => urns.get(name) ?? urns.set(name, `urn:uuid:${crypto.randomUUID()}`).get(name);
      const parts = [patientOf("dif", number), ...chart("dif")].map((resource) => ({
        ...entryOf(JSON.parse(JSON.stringify(resource), (key, value) => (key === "reference" ? urn(value) : value))),
        fullUrl: urn(`${resource.resourceType}/${resource.id}`),
      }));
      return bundleOf("transaction", shuffled(parts, i) as Json[], {
        timestamp: `2026-11-22T08:00:0${i}+07:00`,
        id: `b-${i}`,
      });
    });
    const answers = await Promise.all(bundles.map((b) => store.send(b)));
    expect(answers.map((a) => a.state)).toEqual(range(10).map(() => "accepted"));
    expect(await count("entries")).toBe(entriesBefore + 21);
    expect(await versions()).toMatchObject({ most: 1 });
  });
});

describe("different messages at once never deadlock", () => {
  test("50 of one person and facility, entries and identifiers in every order", { timeout: 60_000 }, async () => {
    const number = someNumber();
    await store.send(transaction(patientOf("fifty", number)));
    const numbers = range(6).map((i) => ({
      system: "http://bv.vn/ma-bn",
      type: { coding: [{ code: "MR" }] },
      value: `BN-50-${i}`,
    }));
    const messages = range(50).map((i) => {
      const patient = patientOf("fifty", number, {
        identifier: [{ system: CCCD, value: number }, ...shuffled(numbers, i)],
      });
      const status = i % 3 === 0 ? "amended" : "final";
      const parts = chart("fifty").map((r) =>
        r.resourceType === "Observation" ? { ...r, status } : { ...r, active: i % 2 === 0 },
      );
      return bundleOf(i % 4 === 0 ? "batch" : "transaction", [patient, ...shuffled(parts, i)], {
        timestamp: new Date(Date.UTC(2026, 10, 1, 0, i)).toISOString(),
      });
    });
    const answers = await Promise.all(messages.map((m) => store.send(m)));
    expect(answers.map((a) => a.state)).toEqual(range(50).map(() => "accepted"));
    const shown = await store.superuser<{ status: string; n: number }[]>`
      select status, count(*)::int as n from entries where source_id like 'fifty-o-%' and current group by 1`;
    expect(shown).toEqual([{ status: "final", n: 20 }]);
  });

  test("of many persons who share staff, places and the numbers of their results", { timeout: 60_000 }, async () => {
    const messages = range(30).map((i) => {
      const id = `many-${i}`;
      const shared = range(10).map((k) =>
        observationOf(`${id}-s-${k}`, id, { identifier: [{ system: "http://bv.vn/phieu", value: `P-${k}` }] }),
      );
      return transaction(
        patientOf(id, someNumber()),
        ...shuffled(
          [...chart(id, 5), ...shared].map((r) => ({ ...r, language: i % 2 ? "vi" : "en" })),
          i,
        ),
      );
    });
    const answers = await Promise.all(messages.map((m) => store.send(m)));
    expect(answers.map((a) => a.state)).toEqual(range(30).map(() => "accepted"));
  });

  test("the same entries for two persons at once end with one of them, and are withdrawn with the other", {
    timeout: 60_000,
  }, async () => {
    const [a, b] = [patientOf("sw-a", someNumber()), patientOf("sw-b", someNumber())];
    await Promise.all([store.send(transaction(a)), store.send(transaction(b))]);
    const of = (id: string, seed: number) =>
      shuffled(
        range(10).map((i) => observationOf(`sw-${i}`, id)),
        seed,
      );
    const answers = await Promise.all(
      range(20).map((i) =>
        store.send(bundleOf("transaction", i % 2 ? [a, ...of("sw-a", i)] : [b, ...of("sw-b", i)], { id: `${i}` })),
      ),
    );
    expect(answers.map((x) => x.state)).toEqual(range(20).map(() => "accepted"));
    const rows = await store.superuser<{ source: string; shown: number; wrong: number }[]>`
      select e.source_id as source, count(*) filter (where e.current and e.withdrawn_at is null)::int as shown,
        count(*) filter (where e.current and e.withdrawn_at is null and e.person_id <> l.person_id)::int as wrong
      from entries e join entry_lookup l on l.facility_id = e.facility_id and l.resource_type = e.resource_type and l.source_id = e.source_id
      where e.source_id ~ '^sw-[0-9]' group by 1`;
    expect(rows.map((r) => [r.shown, r.wrong])).toEqual(range(10).map(() => [1, 0]));
  });

  test("withdrawals and versions of the same entries, back and forth", { timeout: 60_000 }, async () => {
    const patient = patientOf("wd", someNumber());
    const parts = range(10).map((i) => observationOf(`wd-${i}`, "wd"));
    await store.send(transaction(patient, ...parts));
    const answers = await Promise.all(
      range(20).map((i) =>
        store.send(
          bundleOf(
            "batch",
            [
              patient,
              ...shuffled(
                parts.map((r, k) =>
                  (i + k) % 2
                    ? { ...r, note: [{ text: `s${i}` }] }
                    : { request: { method: "DELETE", url: `Observation/${r.id}` } },
                ),
                i,
              ),
            ] as Json[],
            { id: `${i}` },
          ),
        ),
      ),
    );
    expect(new Set(answers.map((x) => x.state))).toEqual(new Set(["accepted"]));
  });
});
