import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "#app/shared/ids.ts";
import { insertEvent, seedEntry, seedPerson, seenUnder } from "#test/support/seed-record.ts";
import { testDb } from "#test/support/test-db.ts";

const db = await testDb();
const superuser = db.raw("superuser");
const portal = db.raw("portal");
const facilityId = newId();
let a: { personId: string; caseIds: string[] };
let b: { personId: string; caseIds: string[] };

beforeAll(async () => {
  a = await seedPerson(superuser, facilityId, ["results", "results", "medicines"]);
  b = await seedPerson(superuser, facilityId, ["results"]);
});

describe("a guarded row is shown only under a committed event", () => {
  test("nothing without an event", async () => {
    expect(await portal`select * from entries`).toHaveLength(0);
    expect(await seenUnder(portal, undefined)).toBe(0);
  });

  test("the person's rows, and nobody else's, under an event for them", async () => {
    const event = await insertEvent(portal, { personId: a.personId });
    expect(await seenUnder(portal, event)).toBe(2);
    const others = await insertEvent(portal, { personId: b.personId });
    expect(await seenUnder(portal, others)).toBe(1);
  });

  test.each([
    ["a forged id", () => newId()],
    ["an empty text", () => ""],
    ["no id at all", () => "' or true --"],
  ])("nothing under %s", async (_name, forged) => {
    expect(await seenUnder(portal, forged())).toBe(0);
  });

  test("nothing under an event of the same transaction, savepoints included", async () => {
    const seen = await portal.begin(async (tx) => {
      const event = await insertEvent(tx as never, { personId: a.personId });
      await tx`select set_config('app.access_event', ${event}, true)`;
      const own = await tx`select * from entries`;
      const inSavepoint = await tx.savepoint(async (sp) => {
        const second = await insertEvent(sp as never, { personId: a.personId });
        await sp`select set_config('app.access_event', ${second}, true)`;
        return sp`select * from entries`;
      });
      return own.length + inSavepoint.length;
    });
    expect(seen).toBe(0);
  });

  test("nothing under another session's event that is not committed, nor after it was rolled back", async () => {
    const other = db.raw("portal", 1);
    let event = "";
    await other
      .begin(async (tx) => {
        event = await insertEvent(tx as never, { personId: a.personId });
        expect(await seenUnder(portal, event)).toBe(0);
        throw new Error("roll back");
      })
      .catch((error: Error) => expect(error.message).toBe("roll back"));
    expect(await seenUnder(portal, event)).toBe(0);
  });

  test("nothing under an event of 61 seconds ago; still shown under one of 55", async () => {
    const aged = async (seconds: number) => {
      const id = newId();
      await superuser`
        insert into access_events (person_id, id, occurred_at, outcome, basis, purpose, action, sections, labels, actor_kind, subject)
        values (${a.personId}, ${id}, clock_timestamp() - make_interval(secs => ${seconds}), 'permit', 'self', 'PATRQT', 'read', '{results}', '{}', 'citizen', 'book')`;
      return id;
    };
    expect(await seenUnder(portal, await aged(61))).toBe(0);
    expect(await seenUnder(portal, await aged(55))).toBe(2);
  });

  test("nothing under a refusal", async () => {
    expect(await seenUnder(portal, await insertEvent(portal, { personId: a.personId, outcome: "deny" }))).toBe(0);
  });

  test("only the sections the event opens", async () => {
    expect(await seenUnder(portal, await insertEvent(portal, { personId: a.personId, sections: ["medicines"] }))).toBe(
      1,
    );
    expect(await seenUnder(portal, await insertEvent(portal, { personId: a.personId, sections: [] }))).toBe(0);
  });

  test("the setting ends with the transaction, also on the same connection", async () => {
    const one = db.raw("portal", 1);
    const event = await insertEvent(one, { personId: a.personId });
    expect(await seenUnder(one, event)).toBe(2);
    expect(await one`select * from entries`).toHaveLength(0);
  });

  test("merged persons are read together, and apart again when un-merged", async () => {
    const twin = await seedPerson(superuser, facilityId, ["results"]);
    await superuser`update persons set merged_into = ${b.personId} where id = ${twin.personId}`;
    expect(await seenUnder(portal, await insertEvent(portal, { personId: b.personId }))).toBe(2);
    await superuser`update persons set merged_into = null where id = ${twin.personId}`;
    expect(await seenUnder(portal, await insertEvent(portal, { personId: b.personId }))).toBe(1);
  });
});

describe("somebody whose access is locked", () => {
  const lock = (personId: string) =>
    portal`insert into access_locks (person_id, id, locked_by) values (${personId}, ${newId()}, 'self')`;
  const lift = (personId: string) =>
    portal`update access_locks set lifted_at = now(), lifted_by = 'self' where person_id = ${personId} and lifted_at is null`;

  test("opens nothing from then on, neither their own nor whom they act for, under events of before; lifted, they do", async () => {
    const { personId: helper } = await seedPerson(superuser, facilityId, ["results"]);
    const own = await insertEvent(portal, { personId: helper, actorId: helper });
    const helped = await insertEvent(portal, { personId: a.personId, actorId: helper, basis: "proxy" });
    expect([await seenUnder(portal, own), await seenUnder(portal, helped)]).toEqual([1, 2]);
    await lock(helper);
    expect([await seenUnder(portal, own), await seenUnder(portal, helped)]).toEqual([0, 0]);
    const others = await insertEvent(portal, { personId: helper, actorId: a.personId, basis: "proxy" });
    expect(await seenUnder(portal, others)).toBe(1);
    await lift(helper);
    expect([await seenUnder(portal, own), await seenUnder(portal, helped)]).toEqual([1, 2]);
  });

  test("is locked under each name of the cluster", async () => {
    const { personId: root } = await seedPerson(superuser, facilityId, ["results"]);
    const { personId: twin } = await seedPerson(superuser, facilityId, []);
    await superuser`update persons set merged_into = ${root} where id = ${twin}`;
    await lock(twin);
    expect(await seenUnder(portal, await insertEvent(portal, { personId: root, actorId: root }))).toBe(0);
    await lift(twin);
    await lock(root);
    expect(await seenUnder(portal, await insertEvent(portal, { personId: root, actorId: twin }))).toBe(0);
  });
});

describe("labels and hides close the case", () => {
  test("a label set later closes everything of the case, unless the event opens it", async () => {
    const person = await seedPerson(superuser, facilityId, ["results"]);
    const caseId = await seedEntry(superuser, person.personId, facilityId, "results");
    const seen = async (labels: string[]) =>
      seenUnder(portal, await insertEvent(portal, { personId: person.personId, labels }));
    expect(await seen([])).toBe(2);
    await superuser`insert into case_labels (person_id, case_id, label, set_by) values (${person.personId}, ${caseId}, 'hiv', 'test')`;
    expect(await seen([])).toBe(1);
    expect(await seen(["psychiatry"])).toBe(1);
    expect(await seen(["hiv"])).toBe(2);
    await superuser`update case_labels set lifted_at = now() where person_id = ${person.personId}`;
    expect(await seen([])).toBe(2);
  });

  test("a hidden case is closed until the person asks, and only they are told how many", async () => {
    const person = await seedPerson(superuser, facilityId, ["results", "results"]);
    await superuser`insert into hidden_cases (person_id, case_id) values (${person.personId}, ${person.caseIds[0] ?? ""})`;
    const counts = async (basis: string, opensHidden = false) => {
      const event = await insertEvent(portal, { personId: person.personId, basis, opensHidden });
      return portal.begin(async (tx) => {
        await tx`select set_config('app.access_event', ${event}, true)`;
        const [rows] = await tx<{ n: number }[]>`select count(*)::int as n from entries`;
        return { seen: rows?.n, closed: await tx`select * from closed_counts()` };
      });
    };
    expect(await counts("self")).toEqual({ seen: 1, closed: [{ section: "results", reason: "hidden", entries: 1 }] });
    expect(await counts("self", true)).toEqual({ seen: 2, closed: [] });
    expect(await counts("proxy")).toEqual({ seen: 1, closed: [] });
  });
});

describe("row-level security cannot be walked around (security-reliability §3.1)", () => {
  test("the owner of the tables sees no rows either: security is forced", async () => {
    const owner = db.raw("owner");
    expect(await owner`select * from entries`).toHaveLength(0);
    expect(await owner`select * from access_events`).toHaveLength(0);
  });

  test("no application role owns anything, is a superuser or bypasses row-level security", async () => {
    const rows = await superuser`
      select r.rolname from pg_roles r
      where r.rolname like 'so_khoe_%' and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb)`;
    expect(rows).toEqual([]);
    const owned = await superuser`
      select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
      where r.rolname like 'so_khoe_%' and r.rolname <> 'so_khoe_owner'`;
    expect(owned).toEqual([]);
  });

  test("every guarded table forces row-level security", async () => {
    const rows = await superuser<{ relname: string }[]>`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and relname = any(${["entries", "sealed_values", "access_events", "case_labels", "hidden_cases", "messages", "message_bodies", "entry_lookup", "entry_identifiers", "directory_entries"]})
        and not (relrowsecurity and relforcerowsecurity)`;
    expect(rows).toEqual([]);
  });

  test("partitions have no grants of their own", async () => {
    await expect(portal`select * from entries_p00`).rejects.toThrow(/permission denied/);
    await expect(portal`select * from access_events_rest`).rejects.toThrow(/permission denied/);
  });

  test("there is no view that runs with its owner's rights", async () => {
    const views = await superuser<{ relname: string }[]>`
      select relname from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
        and not coalesce(reloptions, '{}') @> '{security_invoker=true}'`;
    expect(views).toEqual([]);
  });

  test("an event names its own time and transaction; nobody else may", async () => {
    const columns = { occurred_at: "now()", xact: "'3'::xid8" };
    for (const [column, value] of Object.entries(columns)) {
      await expect(
        portal.unsafe(`insert into access_events (person_id, id, ${column}, outcome, basis, purpose, action, sections, labels, actor_kind, subject)
          values ('${a.personId}', '${newId()}', ${value}, 'permit', 'self', 'PATRQT', 'read', '{}', '{}', 'citizen', 'book')`),
      ).rejects.toThrow(/permission denied/);
    }
  });

  test("a long transaction does not stretch the 60 seconds: the statement's time counts", async () => {
    const definition = await superuser<
      { src: string }[]
    >`select prosrc as src from pg_proc where proname = 'current_access_event'`;
    expect(definition[0]?.src).toContain("statement_timestamp()");
  });
});
