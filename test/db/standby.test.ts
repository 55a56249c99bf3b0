import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "#app/shared/ids.ts";
import { insertEvent, seedPerson, seenUnder } from "#test/support/seed-record.ts";
import { caughtUp, replicatedDatabase } from "#test/support/standby.ts";

const servers = await replicatedDatabase();
const superuser = servers.primary("superuser");
const onPrimary = servers.primary("portal");
const follower = servers.standby("superuser");
const readers = {
  portal: servers.standby("portal"),
  portal_ro: servers.standby("portalReadOnly"),
  worker: servers.standby("worker"),
};
const facilityId = newId();
let a = { personId: "", caseIds: [] as string[] };
let b = { personId: "", caseIds: [] as string[] };
const follow = () => caughtUp(superuser, follower);

beforeAll(async () => {
  a = await seedPerson(superuser, facilityId, ["results", "results", "medicines"]);
  b = await seedPerson(superuser, facilityId, ["results"]);
  await follow();
});

test("the standby is one, and has the rows", async () => {
  const [row] =
    await follower`select pg_is_in_recovery() as recovering, (select count(*)::int from entries) as entries`;
  expect(row).toEqual({ recovering: true, entries: 4 });
});

describe.each(Object.entries(readers))("on a standby %s sees", (_role, standby) => {
  test("nothing without an event, under a forged one, or under text that is none", async () => {
    for (const event of [undefined, newId(), "", "' or true --"]) expect(await seenUnder(standby, event)).toBe(0);
  });

  test("a person's rows under an event committed on the primary, section by section, and nobody else's", async () => {
    const [own, other] = [
      await insertEvent(onPrimary, { personId: a.personId }),
      await insertEvent(onPrimary, { personId: b.personId }),
    ];
    const medicines = await insertEvent(onPrimary, { personId: a.personId, sections: ["medicines"] });
    await follow();
    expect([
      await seenUnder(standby, own),
      await seenUnder(standby, other),
      await seenUnder(standby, medicines),
    ]).toEqual([2, 1, 1]);
    expect(await seenUnder(standby, undefined)).toBe(0);
  });

  test("nothing while the event is not committed, and nothing after it was rolled back", async () => {
    let event = "";
    await onPrimary
      .begin(async (tx) => {
        event = await insertEvent(tx as never, { personId: a.personId });
        await follow();
        expect(await seenUnder(standby, event)).toBe(0);
        throw new Error("roll back");
      })
      .catch((error: Error) => expect(error.message).toBe("roll back"));
    await follow();
    expect(await seenUnder(standby, event)).toBe(0);
  });

  test("nothing under a refusal, nor under an event of 61 seconds ago", async () => {
    const refused = await insertEvent(onPrimary, { personId: a.personId, outcome: "deny" });
    const aged = newId();
    await superuser`
      insert into access_events (person_id, id, occurred_at, outcome, basis, purpose, action, sections, labels, actor_kind, subject)
      values (${a.personId}, ${aged}, clock_timestamp() - interval '61 seconds', 'permit', 'self', 'PATRQT', 'read', '{results}', '{}', 'citizen', 'book')`;
    await follow();
    expect([await seenUnder(standby, refused), await seenUnder(standby, aged)]).toEqual([0, 0]);
  });

  test("a closed case is closed there too", async () => {
    const person = await seedPerson(superuser, facilityId, ["results"]);
    await superuser`insert into case_labels (person_id, case_id, label, set_by) values (${person.personId}, ${person.caseIds[0] ?? ""}, 'hiv', 'test')`;
    const [closed, open] = [
      await insertEvent(onPrimary, { personId: person.personId }),
      await insertEvent(onPrimary, { personId: person.personId, labels: ["hiv"] }),
    ];
    await follow();
    expect([await seenUnder(standby, closed), await seenUnder(standby, open)]).toEqual([0, 1]);
  });

  test("no way to write an event there, and so none to read without a trace on the primary", async () => {
    await expect(insertEvent(standby, { personId: a.personId })).rejects.toThrow(
      /read-only transaction|permission denied/,
    );
  });
});
