import { describe, expect, test } from "vitest";
import { openRecord } from "#app/domain/access/open-record.ts";
import { newId } from "#app/shared/ids.ts";
import { recordStore, someNumber } from "#test/support/record-store.ts";

const store = await recordStore();
const request = (personId: string) => ({
  personId,
  dataTypes: ["visits"] as const,
  action: "read" as const,
  subject: "visits",
  showHidden: false,
});

describe("an actor whose access is locked", () => {
  test("is refused where the record is opened, and the person reads of it; opened again, it opens", async () => {
    const personId = await store.personOf(someNumber());
    const ctx = store.citizen(personId);
    expect((await openRecord(ctx, request(personId))).personId).toBe(personId);
    await store.superuser`insert into access_locks (person_id, id, locked_by) values (${personId}, ${newId()}, 'self')`;
    await expect(openRecord(ctx, request(personId))).rejects.toMatchObject({
      kind: "forbidden",
      code: "access-locked",
    });
    const events = await store.superuser`
      select outcome, reason from access_events where person_id = ${personId} order by occurred_at`;
    expect(events).toEqual([
      { outcome: "permit", reason: null },
      { outcome: "deny", reason: "locked" },
    ]);
    await store.superuser`update access_locks set lifted_at = now(), lifted_by = 'self' where person_id = ${personId}`;
    expect((await openRecord(ctx, request(personId))).personId).toBe(personId);
  });

  test("is refused in the book of whom they help, and merged with somebody, under that name too", async () => {
    const [helper, other, helped] = [newId(), newId(), newId()].map(() => someNumber());
    const [helperId, otherId, helpedId] = await Promise.all(
      [helper, other, helped].map((n) => store.personOf(n ?? "")),
    );
    await store.superuser`insert into access_locks (person_id, id, locked_by) values (${otherId ?? ""}, ${newId()}, 'operator')`;
    await store.superuser`update persons set merged_into = ${otherId ?? ""} where id = ${helperId ?? ""}`;
    const represented = {
      personId: helpedId ?? "",
      scope: "see",
      legalKind: "guardian",
      endsAt: new Date(Date.now() + 60_000),
    } as const;
    const proxy = { personId: helperId ?? "", assuranceLevel: 3, authenticatedAt: new Date(), represented } as const;
    const ctx = store.reader({ kind: "proxy", ...proxy });
    await expect(openRecord(ctx, request(helpedId ?? ""))).rejects.toMatchObject({ code: "access-locked" });
  });
});
