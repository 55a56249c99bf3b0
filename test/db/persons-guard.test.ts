import type { Sql } from "postgres";
import { describe, expect, test } from "vitest";
import { newId } from "#app/shared/ids.ts";
import { insertEvent, seedEntry } from "#test/support/seed-record.ts";
import { testDb } from "#test/support/test-db.ts";

const db = await testDb();
const [superuser, portal, feed] = [db.raw("superuser", 4), db.raw("portal", 4), db.raw("feed", 1)];
const DENIED = { code: "42501" };
const [mother, child, twin, stranger] = [newId(), newId(), newId(), newId()] as const;
const facility = newId();

for (const id of [mother, child, twin, stranger])
  await superuser`insert into persons (id, demographics_source) values (${id}, 'test')`;
await superuser`
  insert into person_links (person_id, id, kind, other_person_id, source) values (${child}, ${newId()}, 'mother', ${mother}, 'test')`;
await superuser`insert into births (person_id, birth_day) values (${mother}, '2026-01-01')`;
await superuser`
  insert into person_merges (person_id, id, into_id, reason, merged_by, merged_at, unmerged_at)
  values (${twin}, ${newId()}, ${child}, '\\x00', ${newId()}, now(), now())`;

async function dutyEvent(personId: string): Promise<string> {
  const id = newId();
  await portal`
    insert into access_events (person_id, id, outcome, basis, purpose, action, sections, labels, actor_kind, subject)
    values (${personId}, ${id}, 'permit', 'duty', 'HOPERAT', 'change', '{}', '{}', 'operator', 'merge')`;
  return id;
}

function under<T>(sql: Sql, settings: Record<string, string>, work: (tx: Sql) => Promise<T>): Promise<T> {
  return sql.begin(async (tx) => {
    for (const [name, value] of Object.entries(settings)) await tx`select set_config(${name}, ${value}, true)`;
    return work(tx as never);
  }) as Promise<T>;
}
const seen = async (sql: Sql, settings: Record<string, string>, table: string) =>
  under(sql, settings, async (tx) => (await tx`select * from ${tx(table)}`).length);

describe.each(["person_links", "person_merges"])("%s", (table) => {
  test("shows the portal rows of the persons that are open, and nothing else", async () => {
    expect(await seen(portal, {}, table)).toBe(0);
    expect(await seen(portal, { "app.facility": facility, "app.duty": "operator" }, table)).toBe(0);
    expect(await seen(portal, { "app.access_event": await insertEvent(portal, { personId: stranger }) }, table)).toBe(
      0,
    );
    expect(await seen(portal, { "app.access_event": await insertEvent(portal, { personId: child }) }, table)).toBe(1);
    const other = table === "person_links" ? mother : twin;
    expect(await seen(portal, { "app.access_event": await dutyEvent(other) }, table)).toBe(1);
  });

  test.each(["worker", "seal", "portalReadOnly"] as const)("is not for %s", async (role) => {
    await expect(db.raw(role, 1)`select * from ${superuser(table)}`).rejects.toMatchObject(DENIED);
  });
});

test("only matching adds whose child somebody is, in the name of the facility that says so", async () => {
  const add = (sql: Sql, settings: Record<string, string>, source: string) =>
    under(
      sql,
      settings,
      (tx) =>
        tx`insert into person_links (person_id, id, kind, other_person_id, source) values (${stranger}, ${newId()}, 'mother', ${mother}, ${source})`,
    );
  await expect(add(portal, { "app.access_event": await dutyEvent(stranger) }, "operator")).rejects.toMatchObject(
    DENIED,
  );
  await expect(add(feed, {}, `facility:${facility}`)).rejects.toMatchObject(DENIED);
  await expect(add(feed, { "app.facility": facility }, `facility:${newId()}`)).rejects.toMatchObject(DENIED);
  await expect(add(feed, { "app.facility": facility }, `facility:${facility}`)).resolves.toMatchObject({ count: 1 });
  await expect(feed`update person_links set until = now()`).rejects.toMatchObject(DENIED);
  expect(await seen(feed, {}, "person_links")).toBe(0);
  expect(await seen(feed, { "app.facility": facility }, "person_links")).toBe(2);
});

test("births are for matching alone", async () => {
  for (const role of ["portal", "worker", "seal", "portalReadOnly"] as const)
    await expect(db.raw(role, 1)`select * from births`).rejects.toMatchObject(DENIED);
  expect(await seen(feed, {}, "births")).toBe(0);
  expect(await seen(feed, { "app.facility": facility }, "births")).toBe(1);
});

test("persons are merged and parted by operators alone, under an event in the log of one of them", async () => {
  const merge = (settings: Record<string, string>) =>
    under(
      portal,
      settings,
      (tx) =>
        tx`insert into person_merges (person_id, id, into_id, reason, merged_by, merged_at) values (${stranger}, ${newId()}, ${mother}, '\\x00', ${newId()}, now())`,
    );
  await expect(merge({})).rejects.toMatchObject(DENIED);
  await expect(merge({ "app.access_event": await insertEvent(portal, { personId: stranger }) })).rejects.toMatchObject(
    DENIED,
  );
  await expect(merge({ "app.access_event": await dutyEvent(child) })).rejects.toMatchObject(DENIED);
  await expect(merge({ "app.access_event": await dutyEvent(mother) })).resolves.toMatchObject({ count: 1 });
  const part = (event: string) =>
    under(portal, { "app.access_event": event }, (tx) => tx`update person_merges set unmerged_at = now()`);
  expect((await part(await insertEvent(portal, { personId: stranger }))).count).toBe(0);
  expect((await part(await dutyEvent(twin))).count).toBe(0);
  expect((await part(await dutyEvent(stranger))).count).toBe(1);
  expect((await part(await dutyEvent(stranger))).count).toBe(0);
});

describe("what closes a case stays on it", () => {
  const inFacility = <T>(work: (tx: Sql) => Promise<T>) => under(feed, { "app.facility": facility }, work);
  const label = (person: string, caseId: string, lifted = false) => superuser`
    insert into case_labels (person_id, case_id, label, set_by, lifted_at) values (${person}, ${caseId}, 'hiv', 'test', ${lifted ? new Date() : null})`;
  const closed = async (person: string, caseId: string) =>
    (
      await superuser<{ active: boolean }[]>`
      select lifted_at is null as active from case_labels where person_id = ${person} and case_id = ${caseId}
      union all select shown_again_at is null from hidden_cases where person_id = ${person} and case_id = ${caseId}`
    ).map((r) => r.active);

  async function merged() {
    const [root, other] = [newId(), newId()];
    await superuser`insert into persons (id, demographics_source) values (${root}, 'test')`;
    await superuser`insert into persons (id, demographics_source, merged_into) values (${other}, 'test', ${root})`;
    return { root, other };
  }

  test("a case whose rows and label are of two of a cluster moves with its label, and so does its hide", async () => {
    const { root, other } = await merged();
    const [from, to] = [await seedEntry(superuser, other, facility, "results"), newId()];
    await label(root, from);
    await superuser`insert into hidden_cases (person_id, case_id) values (${root}, ${from})`;
    const moves = [{ from_person: other, from_case: from, to_case: to, to_visit: true, entry: null }];
    await inFacility((tx) => tx`select move_cases(${root}, ${JSON.stringify(moves)}::text::jsonb)`);
    expect(await closed(root, to)).toEqual([true, true]);
  });

  test("a label that was lifted for one of the cluster is not set at the door for another", async () => {
    const { root, other } = await merged();
    const caseId = await seedEntry(superuser, other, facility, "results");
    const atTheDoor = (person: string) =>
      inFacility(
        (tx) => tx`select label_cases(${JSON.stringify([{ person, case_id: caseId, label: "hiv" }])}::text::jsonb)`,
      );
    await label(other, caseId, true);
    await atTheDoor(root);
    expect(await closed(root, caseId)).toEqual([]);
    const fresh = await seedEntry(superuser, other, facility, "results");
    await inFacility(
      (tx) => tx`select label_cases(${JSON.stringify([{ person: root, case_id: fresh, label: "hiv" }])}::text::jsonb)`,
    );
    expect(await closed(root, fresh)).toEqual([true]);
  });

  test("before a cluster is parted each of it gets what closes their cases; for operators alone, and once", async () => {
    const { root, other } = await merged();
    const [hers, lifted] = [
      await seedEntry(superuser, other, facility, "results"),
      await seedEntry(superuser, other, facility, "results"),
    ];
    const notHers = await seedEntry(superuser, root, facility, "results");
    for (const caseId of [hers, notHers]) await label(root, caseId);
    await label(root, lifted, true);
    await superuser`insert into hidden_cases (person_id, case_id) values (${root}, ${hers})`;
    const part = async (event: string) =>
      under(portal, { "app.access_event": event }, (tx) => tx`select closings_for_each()`);
    await part(await insertEvent(portal, { personId: root }));
    expect(await closed(other, hers)).toEqual([]);
    for (let i = 0; i < 2; i++) await part(await dutyEvent(root));
    expect(await closed(other, hers)).toEqual([true, true]);
    expect(await closed(other, lifted)).toEqual([false]);
    expect(await closed(other, notHers)).toEqual([]);
    await expect(feed`select closings_for_each()`).rejects.toMatchObject(DENIED);
  });
});
