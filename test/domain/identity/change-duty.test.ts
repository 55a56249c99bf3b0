import crypto from "node:crypto";
import { expect, test } from "vitest";
import { changeDuty } from "#app/domain/identity/change-duty.ts";
import { endSessionsOf } from "#app/domain/identity/internal/end-all.ts";
import { addStaff } from "#app/domain/staff/add-staff.ts";
import { newId } from "#app/shared/ids.ts";
import { recordStore, someNumber } from "#test/support/record-store.ts";

const store = await recordStore();
const issuer = "https://id.example";
const operator = store.reader({ kind: "operator", personId: newId(), assuranceLevel: 3, authenticatedAt: new Date() });
const pharmacy = await store.addFacility("99302", "pharmacy");
const wait = (ms: number) => new Promise((r) => setTimeout(r, ms));

test("whoever signs out everywhere ends the session of a change of duty under way, too", async () => {
  const number = someNumber();
  await addStaff(operator, {
    number,
    name: "Ngô Quang Vinh",
    role: "pharmacist",
    facilityId: pharmacy,
    issuer,
    degree: undefined,
    licenceNumber: "001234/CCHN",
    validFrom: "2026-01-01",
    validTo: undefined,
  } as never);
  const personId = await store.personOf(number);
  const token = "t".repeat(43);
  const hash = crypto.createHash("sha256").update(token).digest();
  const now = new Date();
  await store.superuser`insert into sessions (id_hash, id, person_id, provider, issuer, subject_hash, display_name, assurance_level, authenticated_at, created_at, last_seen_at, ends_at, device, network)
    values (${hash}, ${newId()}, ${personId}, 'x', ${issuer}, ${hash}, ${hash}, 2, ${now}, ${now}, ${now}, ${new Date(now.getTime() + 3600_000)}, 'd', 'n')`;
  let release = () => {};
  const held = new Promise<void>((r) => {
    release = r;
  });
  const lock = store.superuser.begin(async (sql) => {
    await sql`lock table acts in share row exclusive mode`;
    await held;
  });
  await wait(200);
  const change = changeDuty(
    { db: operator.db, now: () => new Date(), requestId: newId(), visitor: { device: "d", network: "n" } },
    { sessionToken: token, duty: { role: "pharmacist", facilityId: pharmacy } },
  );
  await wait(400);
  const ended = operator.db.transaction({}, (tx) => endSessionsOf(tx, { personId, now: new Date(), why: "locked" }));
  await wait(400);
  release();
  await lock;
  await change;
  expect(await ended).toHaveLength(1);
  const left = await store.superuser`select id from sessions where person_id = ${personId} and ended_at is null`;
  expect(left).toHaveLength(0);
});
