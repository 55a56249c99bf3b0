import type { Sql } from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { noneCodings } from "#app/domain/health-book/internal/none-statement.ts";
import { newId } from "#app/shared/ids.ts";
import { insertEvent, seedEntry, seedPerson } from "#test/support/seed-record.ts";
import { testDb } from "#test/support/test-db.ts";

const db = await testDb();
const superuser = db.raw("superuser");
const portal = db.raw("portal");
const facilityId = newId();
let personId = "";
let caseIds: string[] = [];

/** All that pages ask of every row, and nothing else. */
const ASKED = `select entry_id, facility_id, section, resource_type, status, time_low, time_high, received_at, withdrawn_at, none_coded
  from entries e where e.person_id = $1 and e.current`;

beforeAll(async () => {
  ({ personId, caseIds } = await seedPerson(superuser, facilityId, ["results", "results", "results", "medicines"]));
  // Scattered among other rows of the same partition: others of the same person, no longer current.
  await superuser`
    insert into entries (person_id, id, entry_id, facility_id, resource_type, source_id, version_key, version_at, content_hash, current,
      case_id, section, message_id, message_hash, resource)
    select ${personId}, gen_random_uuid(), gen_random_uuid(), ${facilityId}, 'Encounter', 's-' || i, 'v-1', now(), '\\x00', i % 40 = 0,
      gen_random_uuid(), 'visits', gen_random_uuid(), '\\x00', jsonb_build_object('text', repeat('x', 600))
    from generate_series(1, 2400) i`;
  await superuser`vacuum (analyze) entries`;
});

/** The rows such a page gets under an event. */
async function asked(sql: Sql, event: string | undefined): Promise<{ rows: number }> {
  return sql.begin(async (tx) => {
    if (event) await tx`select set_config('app.access_event', ${event}, true)`;
    // As with a store of some size: here the whole table is a few blocks.
    await tx`select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`;
    return { rows: (await tx.unsafe(ASKED, [personId])).length };
  }) as Promise<never>;
}

describe("what pages ask of every row comes from the index alone, and no more than the policies show", () => {
  test("no row is read in the table, wherever the planner takes the index", async () => {
    const event = await insertEvent(portal, { personId, sections: ["results", "visits"] });
    expect((await asked(portal, event)).rows).toBe(63);
    let plan = "";
    await superuser
      .begin(async (tx) => {
        // In a few blocks any index is as good; here only this one is left.
        await tx.unsafe("drop index entries_current, entries_case, entries_version");
        await tx.unsafe("alter table entries drop constraint entries_person_id_id_pk");
        await tx.unsafe(
          "set local role so_khoe_portal; set local enable_seqscan = off; set local enable_bitmapscan = off",
        );
        await tx`select set_config('app.access_event', ${event}, true)`;
        const lines = await tx.unsafe(`explain (analyze, timing off, costs off) ${ASKED}`, [personId]);
        plan = lines.map((r) => r["QUERY PLAN"]).join("\n");
        throw new Error("roll back");
      })
      .catch((error: Error) => expect(error.message).toBe("roll back"));
    expect(plan).toMatch(/Index Only Scan using entries_p\d\d_\w+ on entries_p\d\d e/);
  });

  test("only the sections the event opens", async () => {
    expect((await asked(portal, await insertEvent(portal, { personId, sections: ["medicines"] }))).rows).toBe(1);
  });

  test("nothing without an event, under somebody else's, or under one that is over", async () => {
    expect((await asked(portal, undefined)).rows).toBe(0);
    expect((await asked(portal, await insertEvent(portal, { personId: newId() }))).rows).toBe(0);
    const event = newId();
    await superuser`
      insert into access_events (person_id, id, occurred_at, outcome, basis, purpose, action, sections, labels, opens_hidden, actor_kind, subject)
      values (${personId}, ${event}, now() - interval '61 seconds', 'permit', 'self', 'PATRQT', 'read', '{results}', '{}', false, 'citizen', 'book')`;
    expect((await asked(portal, event)).rows).toBe(0);
  });

  test("no closed label, no hidden case, nothing that was another person's all along", async () => {
    const [labelled = "", hidden = "", moved = ""] = caseIds;
    await superuser`insert into case_labels (person_id, case_id, label, set_by) values (${personId}, ${labelled}, 'hiv', 'test')`;
    expect((await asked(portal, await insertEvent(portal, { personId }))).rows).toBe(2);
    await superuser`insert into hidden_cases (person_id, case_id) values (${personId}, ${hidden})`;
    expect((await asked(portal, await insertEvent(portal, { personId }))).rows).toBe(1);
    await superuser`update entries set withdrawn_at = now(), withdrawn_reason = 'moved' where case_id = ${moved}`;
    expect((await asked(portal, await insertEvent(portal, { personId }))).rows).toBe(0);
    expect(
      (await asked(portal, await insertEvent(portal, { personId, labels: ["hiv"], opensHidden: true }))).rows,
    ).toBe(2);
  });
});

test("the column says of each code what the pages do, and of no other", async () => {
  const said = noneCodings.flatMap(([type, codings]) => codings.map((coding) => ({ type, coding, none: true })));
  const others = ["AllergyIntolerance", "Condition", "Observation"].map((type) => ({
    type,
    coding: '[{"code":"387207008"}]',
    none: false,
  }));
  for (const { type, coding, none } of [
    ...said,
    ...others,
    { type: "Procedure", coding: said[0]?.coding ?? "", none: false },
  ]) {
    const caseId = await seedEntry(superuser, newId(), facilityId, "other");
    const resource = { resourceType: type, code: { coding: JSON.parse(coding) } };
    await superuser`update entries set resource_type = ${type}, resource = ${JSON.stringify(resource)}::text::jsonb where case_id = ${caseId}`;
    const [row] = await superuser`select none_coded from entries where case_id = ${caseId}`;
    expect([type, coding, row?.none_coded]).toEqual([type, coding, none]);
  }
});
