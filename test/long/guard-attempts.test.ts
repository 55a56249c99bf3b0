import { beforeAll, expect, test } from "vitest";
import { newId } from "#app/shared/ids.ts";
import { random } from "#test/support/random.ts";
import { insertEvent, seedPerson, seenUnder } from "#test/support/seed-record.ts";
import { testDb } from "#test/support/test-db.ts";

const ATTEMPTS = Number(process.env.LONG_ATTEMPTS ?? 10_000);
const AT_ONCE = 8;
const dice = random("guard attempts");
const db = await testDb();
const superuser = db.raw("superuser");
const sql = {
  portal: db.raw("portal", AT_ONCE),
  worker: db.raw("worker", AT_ONCE),
  portalReadOnly: db.raw("portalReadOnly", AT_ONCE),
};
const roles = Object.keys(sql) as (keyof typeof sql)[];
const TABLES = ["entries", "sealed_values", "access_events"];
const facilityId = newId();
const people: string[] = [];

beforeAll(async () => {
  for (let i = 0; i < 20; i++)
    people.push((await seedPerson(superuser, facilityId, ["results", "medicines"])).personId);
});

/** An event as it would stand in the log, made by who may write what the portal may not. */
async function event(personId: string, age: number, outcome: string, sections: string[]): Promise<string> {
  const id = newId();
  await superuser`
    insert into access_events (person_id, id, occurred_at, outcome, basis, purpose, action, sections, labels, actor_kind, subject)
    values (${personId}, ${id}, clock_timestamp() - make_interval(secs => ${age}), ${outcome}, 'self', 'PATRQT', 'read', ${sections}, '{}', 'citizen', 'book')`;
  return id;
}

/** Ways to read without a right to: each gives what is named in `app.access_event`. */
const attempts: Record<string, () => Promise<string | undefined>> = {
  "no event": async () => undefined,
  "a random id": async () => newId(),
  "the id of a person": async () => dice.of(people),
  "text that is none": async () =>
    dice.of([
      "",
      " ",
      "0",
      "null",
      "' or true --",
      "{}",
      "00000000-0000-0000-0000-000000000000",
      newId().toUpperCase(),
      `${newId()} `,
    ]),
  "an event that is too old": async () =>
    event(dice.of(people), 60 + dice.next() * 100_000, "permit", ["results", "medicines", "identity", "log"]),
  "a refusal": async () =>
    event(dice.of(people), dice.next() * 50, "deny", ["results", "medicines", "identity", "log"]),
  "an event that opens nothing": async () => event(dice.of(people), 0, "permit", []),
  "an event for a person without a record": async () =>
    event(newId(), 0, "permit", ["results", "medicines", "identity", "log"]),
};

test(`${ATTEMPTS} attempts to read without a committed event that permits it see nothing`, async () => {
  const names = Object.keys(attempts);
  const tried: Record<string, number> = {};
  const work = async () => {
    for (let n = 0; n < ATTEMPTS / AT_ONCE; n++) {
      const [name, role, table] = [dice.of(names), dice.of(roles), dice.of(TABLES)];
      const named = await attempts[name]?.();
      const seen = await seenUnder(sql[role], named, table);
      if (seen !== 0) expect({ name, role, table, named, seen, seed: dice.seed }).toMatchObject({ seen: 0 });
      tried[name] = (tried[name] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  process.stdout.write(`${JSON.stringify(tried)}\n`);
  expect(Object.keys(tried).sort()).toEqual(names.sort());
});

test("events rolled back, or still open in another transaction, show nothing, however many there are", async () => {
  for (let n = 0; n < ATTEMPTS / 20; n++) {
    const role = dice.of(["portal", "worker"] as const);
    let named = "";
    await sql[role]
      .begin(async (tx) => {
        named = await insertEvent(tx as never, { personId: dice.of(people) });
        await tx`select set_config('app.access_event', ${named}, true)`;
        expect(await tx`select from entries`).toHaveLength(0);
        expect(await seenUnder(sql[dice.of(roles)], named)).toBe(0);
        throw new Error("roll back");
      })
      .catch((error: Error) => expect(error.message).toBe("roll back"));
    expect(await seenUnder(sql[dice.of(roles)], named)).toBe(0);
  }
});

test("and one that is committed shows its person's rows, and no other's", async () => {
  for (const person of people) {
    const named = await insertEvent(sql.portal, { personId: person });
    expect(await seenUnder(sql[dice.of(roles)], named)).toBe(1);
  }
});
