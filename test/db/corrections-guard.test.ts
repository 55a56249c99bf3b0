import { describe, expect, test } from "vitest";
import { newId } from "#app/shared/ids.ts";
import { correctionStore } from "#test/support/corrections.ts";
import { insertEvent, seedPerson, seenUnder } from "#test/support/seed-record.ts";

const store = await correctionStore();
const portal = store.db.raw("portal");
const { superuser, personId, facilityId, elsewhere } = store;
const reference = await store.send();
const [{ id: correctionId } = { id: "" }] = await superuser<{ id: string }[]>`select id from corrections`;
const tables = ["corrections", "correction_events"] as const;

/** As staff of a facility: no section, one correction. */
async function staffEvent(facility: string, more: { correction?: string; labels?: string[] } = {}): Promise<string> {
  const id = newId();
  await portal`
    insert into access_events (person_id, id, outcome, basis, purpose, action, sections, labels, opens_hidden, actor_kind, actor_facility_id, subject, opens_correction)
    values (${personId}, ${id}, 'permit', 'author', 'PATADMIN', 'read', '{}', ${more.labels ?? []}, true, 'clerk', ${facility}, 'correction-opened',
      ${more.correction ?? correctionId})`;
  return id;
}

describe.each(tables)("%s", (table) => {
  test("shows nothing without an event, nor under one for somebody else", async () => {
    const other = await seedPerson(superuser, facilityId);
    expect(await seenUnder(portal, undefined, table)).toBe(0);
    expect(await seenUnder(portal, newId(), table)).toBe(0);
    expect(await seenUnder(portal, await insertEvent(portal, { personId: other.personId }), table)).toBe(0);
  });

  test("nothing under an event of the same transaction", async () => {
    const seen = await portal.begin(async (tx) => {
      const event = await insertEvent(tx as never, { personId });
      await tx`select set_config('app.access_event', ${event}, true)`;
      return tx`select * from ${tx(table)}`;
    });
    expect(seen).toHaveLength(0);
  });

  test("to the person and helpers by section, without closed cases", async () => {
    expect(await seenUnder(portal, await insertEvent(portal, { personId }), table)).toBe(1);
    expect(await seenUnder(portal, await insertEvent(portal, { personId, sections: ["medicines"] }), table)).toBe(0);
    await superuser`insert into hidden_cases (person_id, case_id) values (${personId}, ${store.caseIds[0] ?? ""})`;
    expect(await seenUnder(portal, await insertEvent(portal, { personId, basis: "proxy" }), table)).toBe(0);
    expect(await seenUnder(portal, await insertEvent(portal, { personId, opensHidden: true }), table)).toBe(1);
    await superuser`delete from hidden_cases`;
  });

  test("to staff of the facility that must answer, and to no other's", async () => {
    expect(await seenUnder(portal, await staffEvent(facilityId), table)).toBe(1);
    expect(await seenUnder(portal, await staffEvent(elsewhere), table)).toBe(0);
    expect(await seenUnder(portal, await staffEvent(facilityId, { correction: newId() }), table)).toBe(0);
  });

  test("none to the owner, the worker and the feed", async () => {
    expect(await store.db.raw("owner")`select * from ${portal(table)}`).toHaveLength(0);
    for (const role of ["worker", "feed"] as const)
      await expect(store.db.raw(role)`select * from ${portal(table)}`).rejects.toMatchObject({ code: "42501" });
  });
});

test("staff see of the book the one item that is named", async () => {
  expect(await seenUnder(portal, await staffEvent(facilityId))).toBe(1);
  expect(await seenUnder(portal, await staffEvent(elsewhere))).toBe(0);
  await superuser`insert into case_labels (person_id, case_id, label, set_by) values (${personId}, ${store.caseIds[0] ?? ""}, 'hiv', 'test')`;
  expect(await seenUnder(portal, await staffEvent(facilityId))).toBe(0);
  expect(await seenUnder(portal, await staffEvent(facilityId), "correction_events")).toBe(0);
  expect(await seenUnder(portal, await staffEvent(facilityId, { labels: ["hiv"] }))).toBe(1);
  await superuser`delete from case_labels`;
});

test("the history is added to and never changed; duty adds no word", async () => {
  for (const sql of [portal, superuser]) {
    await expect(sql`update correction_events set what = 'withdrawn'`).rejects.toMatchObject({ code: "42501" });
    await expect(sql`delete from correction_events`).rejects.toMatchObject({ code: "42501" });
  }
  const add = (kind: string, note: Buffer | null) => portal`
    insert into correction_events (person_id, correction_id, id, at, what, by_kind, note) values (${personId}, ${correctionId}, ${newId()}, now(), 'escalated', ${kind}, ${note})`;
  await expect(add("operator", Buffer.from("x"))).rejects.toMatchObject({ code: "42501" });
  await expect(add("clerk", null)).rejects.toMatchObject({ code: "42501" });
  await expect(portal`update corrections set kind = 'missing' where reference = ${reference}`).rejects.toMatchObject({
    code: "42501",
  });
});
