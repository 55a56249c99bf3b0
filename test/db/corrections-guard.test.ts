import { describe, expect, test } from "vitest";
import { newId } from "#app/shared/ids.ts";
import { correctionStore } from "#test/support/corrections.ts";
import { insertEvent, seedPerson, seenUnder } from "#test/support/seed-record.ts";

const store = await correctionStore();
const portal = store.db.raw("portal");
const { superuser, personId, facilityId, elsewhere } = store;
const reference = await store.send();
const [{ id: correctionId } = { id: "" }] = await superuser<{ id: string }[]>`select id from corrections`;
const tables = ["corrections", "correction_events", "correction_inbox"] as const;
const setState = (state: string) => superuser`update correction_inbox set state = ${state}, decided_at = now()`;

/** How many rows an UPDATE changes in a transaction with these settings; what it changed is rolled back. */
async function changes(settings: Record<string, string>, state: string, sql = portal): Promise<number | string> {
  let count: number | string = -1;
  await sql
    .begin(async (tx) => {
      for (const [name, value] of Object.entries(settings)) await tx`select set_config(${name}, ${value}, true)`;
      count = (await tx`update correction_inbox set state = ${state}, decided_at = now() where state <> 'x'`).count;
      throw new Error("roll back");
    })
    .catch((error: { code?: string }) => {
      if (error.code) count = error.code;
    });
  return count;
}

/** As staff of a facility: no section, one correction. */
async function staffEvent(
  facility: string,
  more: { correction?: string; labels?: string[]; action?: string } = {},
): Promise<string> {
  const id = newId();
  await portal`
    insert into access_events (person_id, id, outcome, basis, purpose, action, sections, labels, opens_hidden, actor_kind, actor_facility_id, subject, opens_correction)
    values (${personId}, ${id}, 'permit', 'author', 'PATADMIN', ${more.action ?? "read"}, '{}', ${more.labels ?? []}, true, 'clerk', ${facility}, 'correction-opened',
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

  test("to staff only while an answer is waited for, also under an event that is committed already", async () => {
    const event = await staffEvent(facilityId);
    for (const state of ["corrected", "partly", "refused", "withdrawn"]) {
      await setState(state);
      expect([state, await seenUnder(portal, event, table)]).toEqual([state, 0]);
      expect([state, await seenUnder(portal, event)]).toEqual([state, 0]);
      expect(await seenUnder(portal, await insertEvent(portal, { personId }), table)).toBe(1);
    }
    await superuser`update correction_inbox set state = 'sent', decided_at = null`;
    expect(await seenUnder(portal, event, table)).toBe(1);
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
  const add = (kind: string, note: Buffer | null, duty = "operator") =>
    portal.begin(async (tx) => {
      await tx`select set_config('app.duty', ${duty}, true)`;
      await tx`
        insert into correction_events (person_id, correction_id, id, at, what, by_kind, note)
        values (${personId}, ${correctionId}, ${newId()}, now(), 'escalated', ${kind}, ${note})`;
    });
  await expect(add("operator", Buffer.from("x"))).rejects.toMatchObject({ code: "42501" });
  await expect(add("clerk", null)).rejects.toMatchObject({ code: "42501" });
  await expect(add("job", null)).rejects.toMatchObject({ code: "42501" });
  await expect(add("operator", null, "")).rejects.toMatchObject({ code: "42501" });
  await expect(portal`update corrections set kind = 'missing' where reference = ${reference}`).rejects.toMatchObject({
    code: "42501",
  });
});

describe("the inbox", () => {
  const seen = (settings: Record<string, string>) =>
    portal.begin(async (tx) => {
      for (const [name, value] of Object.entries(settings)) await tx`select set_config(${name}, ${value}, true)`;
      return (await tx`select * from correction_inbox`).length;
    });

  test("shows a facility what is addressed to it; a wrong or missing one shows nothing", async () => {
    expect(await seen({ "app.facility": facilityId })).toBe(1);
    expect(await seen({ "app.facility": elsewhere })).toBe(0);
    expect(await seen({ "app.facility": newId() })).toBe(0);
    expect(await seen({ "app.facility": "" })).toBe(0);
    expect(await seen({ "app.duty": "operator" })).toBe(1);
    expect(await seen({ "app.duty": "clerk" })).toBe(0);
  });

  test("is changed by staff under the event that lets them answer, and not by its being addressed to them", async () => {
    const answering = await staffEvent(facilityId, { action: "change" });
    expect(await changes({ "app.facility": facilityId }, "refused")).toBe(0);
    expect(await changes({ "app.access_event": await staffEvent(facilityId) }, "refused")).toBe(0);
    expect(await changes({ "app.access_event": await staffEvent(elsewhere, { action: "change" }) }, "refused")).toBe(0);
    expect(await changes({ "app.access_event": answering }, "refused")).toBe(1);
    expect(await changes({ "app.access_event": answering }, "withdrawn")).toBe("42501");
    await setState("withdrawn");
    expect(await changes({ "app.access_event": answering }, "refused")).toBe(0);
    await superuser`update correction_inbox set state = 'sent', decided_at = null`;
  });

  test("is taken back by the person, answered by nobody in their name; operators take over what is late", async () => {
    const own = { "app.access_event": await insertEvent(portal, { personId }) };
    expect(await changes(own, "withdrawn")).toBe(1);
    expect(await changes(own, "corrected")).toBe("42501");
    expect(await changes({ "app.duty": "operator" }, "escalated")).toBe(0);
    await setState("overdue");
    expect(await changes({ "app.duty": "operator" }, "escalated")).toBe(1);
    expect(await changes({ "app.duty": "operator" }, "refused")).toBe("42501");
    await superuser`update correction_inbox set state = 'sent', decided_at = null`;
  });

  test("the clock makes late what waits, and sees neither what is settled nor whose item it is", async () => {
    const worker = store.db.raw("worker");
    const change = (state: string) =>
      worker`update correction_inbox set state = ${state} where state = 'sent' and correction_id = ${newId()}`;
    await expect(change("overdue")).resolves.toMatchObject({ count: 0 });
    await expect(worker`select entry_id from correction_inbox`).rejects.toMatchObject({ code: "42501" });
    await setState("refused");
    expect(await worker`select reference from correction_inbox`).toHaveLength(0);
    await superuser`update correction_inbox set state = 'sent', decided_at = null`;
    await expect(worker`update correction_inbox set state = 'refused' where state = 'sent'`).rejects.toMatchObject({
      code: "42501",
    });
  });

  test("nobody puts a request in for another person, nor one without its report", async () => {
    const put = async (person: string, correction: string) =>
      portal.begin(async (tx) => {
        await tx`select set_config('app.access_event', ${await insertEvent(portal, { personId })}, true)`;
        await tx`
          insert into correction_inbox (facility_id, reference, person_id, correction_id, kind, section, sent_at, acknowledge_by, decide_by)
          values (${facilityId}, ${newId()}, ${person}, ${correction}, 'missing', 'results', now(), now(), now() + interval '1 day')`;
      });
    await expect(put(newId(), newId())).rejects.toMatchObject({ code: "42501" });
    await expect(put(personId, newId())).rejects.toMatchObject({ code: "42501" });
  });
});
