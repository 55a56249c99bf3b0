import { expect, test } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { LINES_PER_PAGE, listAccess } from "#app/domain/audit/list-access.ts";
import { listMessages, MESSAGES_PER_PAGE } from "#app/domain/feeds/list-messages.ts";
import { patientOf, recordStore, someNumber, transaction } from "#test/support/record-store.ts";

const store = await recordStore();
type As<K extends Actor["kind"]> = Ctx<Extract<Actor, { kind: K }>>;

test("a page of the log beyond the last one is the last one", async () => {
  const personId = await store.personOf(someNumber());
  await store.superuser`
    insert into access_events (person_id, id, outcome, basis, purpose, action, sections, labels, opens_hidden, actor_kind, subject)
    select ${personId}, gen_random_uuid(), 'permit', 'self', 'PATRQT', 'read', '{log}', '{}', false, 'citizen', 'thing-' || n
    from generate_series(1, ${LINES_PER_PAGE + 5}) n`;
  const ctx = store.citizen(personId) as As<"citizen">;
  const linesOf = async (page: number) => {
    const view = await listAccess(ctx, { page });
    return [view.page, view.pages, view.total, view.days.flatMap((day) => day.lines).length];
  };
  // Reading the log is a line of it too.
  expect(await linesOf(1)).toEqual([1, 2, LINES_PER_PAGE + 6, LINES_PER_PAGE]);
  expect(await linesOf(2)).toEqual([2, 2, LINES_PER_PAGE + 6, 6]);
  expect(await linesOf(100_000)).toEqual([2, 2, LINES_PER_PAGE + 6, 6]);
});

test("a page of the messages beyond the last one is the last one, and of none is empty", async () => {
  for (let n = 0; n < MESSAGES_PER_PAGE + 2; n++) await store.send(transaction(patientOf(`m-${n}`, someNumber())));
  const ctx = store.reader({
    kind: "operator",
    personId: store.facilityId,
    assuranceLevel: 2,
    authenticatedAt: new Date(),
  }) as As<"operator">;
  const messagesOf = async (page: number, state?: string) => {
    const view = await listMessages(ctx, { facilityId: undefined, state, page });
    return [view.page, view.pages, view.total, view.messages.length];
  };
  expect(await messagesOf(2)).toEqual([2, 2, MESSAGES_PER_PAGE + 2, 2]);
  expect(await messagesOf(100_000)).toEqual([2, 2, MESSAGES_PER_PAGE + 2, 2]);
  expect(await messagesOf(7, "rejected")).toEqual([1, 1, 0, 0]);
});
