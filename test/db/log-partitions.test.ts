import { expect, test } from "vitest";
import { testDb } from "#test/support/test-db.ts";

const superuser = (await testDb()).raw("superuser", 1);

test("rows of a month that nobody prepared stay where they are, and the months after it are made", async () => {
  const [row] = await superuser<{ late: string; month: string; next: string }[]>`
    select now() + interval '8 months' as late, to_char((now() + interval '8 months') at time zone 'UTC', 'YYYY_MM') as month,
      to_char((now() + interval '9 months') at time zone 'UTC', 'YYYY_MM') as next`;
  await superuser`
    insert into access_events (id, occurred_at, person_id, actor_kind, basis, subject, action, purpose, outcome, sections, labels, opens_hidden, request_id)
    values (${crypto.randomUUID()}, ${row?.late ?? ""}, ${crypto.randomUUID()}, 'citizen', 'self', 'book', 'read', 'PATRQT', 'permit', '{}', '{}', false, 'test')`;
  await superuser`select ensure_log_partitions(10)`;
  const made = await superuser<{ name: string }[]>`
    select inhrelid::regclass::text as name from pg_inherits where inhparent = 'access_events'::regclass`;
  const names = made.map(({ name }) => name);
  expect(names).toContain(`access_events_${row?.next}`);
  expect(names).not.toContain(`access_events_${row?.month}`);
  expect(await superuser`select from access_events_rest`).toHaveLength(1);
});
