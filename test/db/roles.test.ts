import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "#app/shared/ids.ts";
import { applicationRoles, type RoleName } from "#db/roles.ts";
import { insertEvent, seedEntry, seedPerson, seenUnder } from "#test/support/seed-record.ts";
import { testDb } from "#test/support/test-db.ts";

const db = await testDb();
const superuser = db.raw("superuser");
const facilityId = newId();
const otherFacility = newId();
let personId = "";

beforeAll(async () => {
  personId = (await seedPerson(superuser, facilityId)).personId;
  await seedEntry(superuser, personId, otherFacility, "results");
  await insertEvent(db.raw("portal"), { personId });
});

const DENIED = /permission denied|violates row-level security|append-only|must be owner/;

/** Every statement must be refused to the role. */
function refused(role: RoleName, statements: string[]) {
  test.each(statements)(`${role} may not: %s`, async (statement) => {
    await expect(db.raw(role, 1).unsafe(statement)).rejects.toThrow(DENIED);
  });
}

describe("the log is append-only", () => {
  for (const role of [...applicationRoles, "owner" as const]) {
    test.each([
      "update access_events set outcome = 'permit'",
      "delete from access_events",
      "truncate access_events",
      "update acts set act = 'x'",
      "delete from acts",
      "truncate acts",
    ])(`${role}: %s`, async (statement) => {
      const sql = db.raw(role, 1);
      // The owner sees no rows, so its UPDATE finds nothing to change; rows must be the same after.
      await sql.unsafe(statement).catch((error: Error) => expect(error.message).toMatch(DENIED));
      const [row] = await superuser<
        { n: number }[]
      >`select count(*)::int as n from access_events where outcome = 'permit'`;
      expect(row?.n).toBe(1);
      if (role !== "owner") await expect(sql.unsafe(statement)).rejects.toThrow(DENIED);
    });
  }

  test.each([
    "update access_events set reason = 'x'",
    "delete from access_events",
    "truncate access_events",
    "truncate access_events_rest",
  ])("even the superuser meets the trigger: %s", async (statement) => {
    await expect(superuser.unsafe(statement)).rejects.toThrow(/append-only/);
  });
});

describe("portal", () => {
  refused("portal", [
    "insert into entries (person_id) values (gen_random_uuid())",
    "update entries set current = false",
    "delete from entries",
    "select * from message_bodies",
    "select * from case_labels",
    "insert into case_labels (person_id, case_id, label, set_by) values (gen_random_uuid(), gen_random_uuid(), 'hiv', 'x')",
    "update messages set state = 'accepted'",
    "insert into proxies (person_id) values (gen_random_uuid())",
    "select * from entry_lookup",
    "delete from sessions",
    "delete from identifiers",
    "create table mine (x int)",
    "select * from graphile_worker._private_jobs",
    "select graphile_worker.add_job('x')",
    "select ensure_log_partitions(1)",
    "set role so_khoe_guard",
    "set role so_khoe_owner",
    "alter table entries disable row level security",
  ]);

  test("hides only cases of the person whose event is open, and only as themself", async () => {
    const portal = db.raw("portal", 1);
    const hide = async (basis: string, target: string) =>
      portal.begin(async (tx) => {
        const event = await insertEvent(db.raw("portal", 1), { personId, basis });
        await tx`select set_config('app.access_event', ${event}, true)`;
        await tx`insert into hidden_cases (person_id, case_id) values (${target}, ${newId()})`;
      });
    await expect(hide("self", personId)).resolves.toBeUndefined();
    await expect(hide("proxy", personId)).rejects.toThrow(DENIED);
    await expect(hide("self", newId())).rejects.toThrow(DENIED);
  });
});

describe("feed", () => {
  refused("feed", [
    "select * from access_events",
    "insert into access_events (person_id, id, outcome, basis, purpose, action, sections, labels, actor_kind, subject) values (gen_random_uuid(), gen_random_uuid(), 'permit', 'self', 'x', 'x', '{}', '{}', 'x', 'x')",
    "select * from sessions",
    "select * from case_labels",
    "insert into case_labels (person_id, case_id, label, set_by) values (gen_random_uuid(), gen_random_uuid(), 'hiv', 'x')",
    "select * from hidden_cases",
    "insert into hidden_cases (person_id, case_id) values (gen_random_uuid(), gen_random_uuid())",
    "update entries set resource = '{}'",
    "update entries set case_id = gen_random_uuid()",
    "update entries set case_is_visit = false",
    "select cluster_of(gen_random_uuid())",
    "delete from entries",
    "delete from messages",
    "update persons set sex = 'male'",
    "select * from proxies",
    "select opened_persons()",
    "select closed_cases()",
    "select * from machine_clients",
  ]);

  test("sees and writes only rows of the facility the transaction names", async () => {
    const feed = db.raw("feed", 1);
    const seen = (facility: string | undefined) =>
      feed.begin(async (tx) => {
        if (facility) await tx`select set_config('app.facility', ${facility}, true)`;
        return (await tx`select * from entries`).length;
      });
    expect(await seen(undefined)).toBe(0);
    expect(await seen(facilityId)).toBe(1);
    expect(await seen(otherFacility)).toBe(1);
    const foreign = feed.begin(async (tx) => {
      await tx`select set_config('app.facility', ${facilityId}, true)`;
      await tx`insert into message_bodies (facility_id, message_id, sealed) values (${otherFacility}, ${newId()}, '\\x00')`;
    });
    await expect(foreign).rejects.toThrow(DENIED);
  });
});

describe("a case that moves", () => {
  const move = (role: RoleName, facility: string | undefined, person: string, from: string, to: string) =>
    db.raw(role, 1).begin(async (tx) => {
      if (facility) await tx`select set_config('app.facility', ${facility}, true)`;
      const moves = [{ from_person: person, from_case: from, to_case: to, to_visit: true, entry: null }];
      return tx`select move_cases(${person}, ${JSON.stringify(moves)}::text::jsonb)`;
    });
  const casesOf = async (person: string) =>
    (await superuser<{ id: string }[]>`select case_id as id from entries where person_id = ${person}`).map((r) => r.id);
  const closing = async (person: string, caseId: string) =>
    (
      await superuser`
      select from case_labels where person_id = ${person} and case_id = ${caseId} and lifted_at is null
      union all select from hidden_cases where person_id = ${person} and case_id = ${caseId} and shown_again_at is null`
    ).length;

  test("takes the facility's rows alone, leaves what closed it and takes that along, and tells nothing", async () => {
    const { personId: person, caseIds } = await seedPerson(superuser, facilityId);
    const [from = "", to] = [caseIds[0], newId()];
    await superuser`insert into case_labels (person_id, case_id, label, set_by) values (${person}, ${from}, 'hiv', 'test')`;
    await superuser`insert into hidden_cases (person_id, case_id) values (${person}, ${from})`;
    for (const facility of [undefined, otherFacility]) {
      await move("feed", facility, person, from, to);
      expect([await casesOf(person), await closing(person, to)]).toEqual([[from], 0]);
    }
    expect(await move("feed", facilityId, person, from, to)).toEqual([{ move_cases: "" }]);
    expect([await casesOf(person), await closing(person, from), await closing(person, to)]).toEqual([[to], 2, 2]);
    // Back again it opens nothing: what closed either closes both.
    await move("feed", facilityId, person, to, from);
    expect([await casesOf(person), await closing(person, from)]).toEqual([[from], 2]);
  });

  test.each(["portal", "worker", "seal", "portalReadOnly"] as const)("is not for %s", async (role) => {
    await expect(move(role, facilityId, personId, newId(), newId())).rejects.toThrow(DENIED);
  });
});

describe("worker", () => {
  refused("worker", [
    "insert into entries (person_id) values (gen_random_uuid())",
    "select * from message_bodies",
    "select * from identifiers",
    "select * from case_labels",
    "update sessions set ended_at = now()",
    "insert into sessions (id_hash) values ('x')",
  ]);

  test("sees clinical rows only under an event, like everybody", async () => {
    const worker = db.raw("worker", 1);
    expect(await worker`select * from entries`).toHaveLength(0);
    expect(await seenUnder(worker, await insertEvent(worker, { personId }))).toBe(2);
  });
});

describe("seal", () => {
  refused("seal", [
    "select * from entries",
    "select * from persons",
    "select * from identifiers",
    "select * from sessions",
    "insert into acts (id) values (gen_random_uuid())",
  ]);

  test("reads the whole log", async () => {
    expect((await db.raw("seal", 1)`select * from access_events`).length).toBeGreaterThan(0);
  });
});

describe("portal_ro", () => {
  refused("portalReadOnly", [
    "insert into acts (id) values (gen_random_uuid())",
    "update sessions set last_seen_at = now()",
    "select * from identifiers",
    "select * from message_bodies",
  ]);

  test("reads under a committed event and not without", async () => {
    const readOnly = db.raw("portalReadOnly", 1);
    expect(await readOnly`select * from entries`).toHaveLength(0);
    expect(await seenUnder(readOnly, await insertEvent(db.raw("portal", 1), { personId }))).toBe(2);
  });
});

describe("jobs enter through enqueue() alone", () => {
  test("ids, small numbers and dates are taken; a personal number or a text is refused", async () => {
    const portal = db.raw("portal", 1);
    await portal`select enqueue('retry-quarantine', ${portal.json({ person: newId(), attempt: 3, day: "2026-11-22" })})`;
    await expect(
      portal`select enqueue('retry-quarantine', ${portal.json({ number: "099161000101" })})`,
    ).rejects.toThrow(/ids only/);
    await expect(
      portal`select enqueue('retry-quarantine', ${portal.json({ name: "Nguyễn Thị Lan" })})`,
    ).rejects.toThrow(/ids only/);
    await expect(portal`select enqueue('Drop Table', '{}')`).rejects.toThrow(/task name/);
  });

  test("a job of a transaction that rolls back does not exist", async () => {
    const count = async () =>
      (await superuser<{ n: number }[]>`select count(*)::int as n from graphile_worker._private_jobs`)[0]?.n;
    const before = await count();
    await db
      .raw("portal", 1)
      .begin(async (tx) => {
        await tx`select enqueue('retry-quarantine', '{}')`;
        throw new Error("roll back");
      })
      .catch(() => undefined);
    expect(await count()).toBe(before);
  });
});
