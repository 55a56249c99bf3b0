import { expect, test } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { LINES_PER_PAGE, listAccess } from "#app/domain/audit/list-access.ts";
import { recordStore, someNumber } from "#test/support/record-store.ts";
import { insertEvent } from "#test/support/seed-record.ts";

const store = await recordStore();

test("a page of the log beyond the last one is the last one", async () => {
  const personId = await store.personOf(someNumber());
  for (let n = 0; n < LINES_PER_PAGE; n++) {
    const event = await insertEvent(store.superuser, { personId });
    await store.superuser`update access_events set subject = ${`s-${n}`} where id = ${event}`.catch(() => undefined);
  }
  const ctx = store.citizen(personId) as Ctx<Extract<Actor, { kind: "citizen" }>>;
  const [last, beyond] = [await listAccess(ctx, { page: 1 }), await listAccess(ctx, { page: 100_000 })];
  expect(beyond.page).toBe(beyond.pages);
  expect(beyond.pages).toBe(last.pages);
  expect(beyond.days.flatMap((day) => day.lines).length).toBe(beyond.total - (beyond.pages - 1) * LINES_PER_PAGE);
});
