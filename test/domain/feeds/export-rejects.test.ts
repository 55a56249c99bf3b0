import { expect, test } from "vitest";
import { exportRejects } from "#app/domain/feeds/export-rejects.ts";
import { newId } from "#app/shared/ids.ts";
import { recordStore } from "#test/support/record-store.ts";

const store = await recordStore();

/** Refused deliveries, many of the same moment. */
async function refused(count: number): Promise<void> {
  const issues = [{ severity: "error", type: "invalid", code: "no-patient", diagnostics: "x" }];
  await store.superuser`
    insert into messages (facility_id, id, digest, channel, format, byte_size, received_at, state, outcome)
    select ${store.facilityId}, gen_random_uuid(), sha256(i::text::bytea), 'api', 'fhir-r4-json', 1, now() - (i / 70) * interval '1 minute', 'rejected',
      ${JSON.stringify({ kind: "transaction", issues, entries: [] })}::text::jsonb
    from generate_series(1, ${count}) i`;
}

test("each refusal is told once, newest first, and nobody's slow reading holds a connection", async () => {
  await refused(250);
  const one = store.db.connect("portal", { max: 1 });
  const ctx = {
    ...store.reader({ kind: "operator", personId: newId(), assuranceLevel: 2, authenticatedAt: new Date() } as const),
    db: one,
  };
  const told: { id: string; at: string }[] = [];
  for await (const batch of await exportRejects(ctx, { facilityId: store.facilityId })) {
    told.push(...batch.map((row) => ({ id: row.messageId, at: row.receivedAt })));
    // The only connection is free while the batch is read.
    const answered = one.sql`select 1`.then(() => true);
    expect(await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, 2_000, false))])).toBe(true);
  }
  expect([told.length, new Set(told.map((t) => t.id)).size]).toEqual([250, 250]);
  expect(told.map((t) => t.at)).toEqual(
    told
      .map((t) => t.at)
      .sort()
      .reverse(),
  );
});
