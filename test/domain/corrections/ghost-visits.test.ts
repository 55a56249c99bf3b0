import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { Reader } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { sendCorrectionInput } from "#app/domain/corrections/input.ts";
import { listGhostVisits } from "#app/domain/corrections/list-ghost-visits.ts";
import { sendCorrection } from "#app/domain/corrections/send-correction.ts";
import { newId } from "#app/shared/ids.ts";
import { packageStore } from "#test/support/package-store.ts";
import { plausibleCase } from "#test/support/qd3176/plausible-case.ts";
import { patientOf, someNumber, transaction } from "#test/support/record-store.ts";

const store = await packageStore();
await store.addFacility("99000", "department");
const operator = store.reader({ kind: "operator", personId: newId(), assuranceLevel: 2, authenticatedAt: new Date() });

/** Reports the person's visit as not theirs and asks that the insurer be told; gives the line of it for the insurer. */
async function reported(personId: string): Promise<Record<string, string> | undefined> {
  const ctx = store.citizen(personId) as Ctx<Reader>;
  const [visit] = await store.superuser<{ id: string }[]>`
    select entry_id as id from entries where person_id = ${personId} and resource_type = 'Encounter' and current`;
  const sent = await sendCorrection(
    ctx,
    sendCorrectionInput.parse({
      idempotencyKey: newId(),
      kind: "not-mine",
      section: "visits",
      entryId: visit?.id,
      words: "Bí mật",
      tellInsurer: true,
    }),
  );
  const lines = parse(await listGhostVisits(operator), { columns: true, bom: true }) as Record<string, string>[];
  return lines.find((line) => "reference" in sent && line.reference === sent.reference);
}

test("the insurer is told the claim as the package had it, MA_CSKCB and MA_LK, and nothing of health", async () => {
  const number = someNumber();
  await store.deliver(plausibleCase({ maCskcb: "99001", maLk: "LK-GHOST-7", summary: { SO_CCCD: number } }));
  const personId = await store.personOf(number);
  const line = await reported(personId);
  expect(line).toMatchObject({ MA_CSKCB: "99001", MA_LK: "LK-GHOST-7", visit_id: "", state: "sent" });
  expect(Object.keys(line ?? {})).toEqual([
    "reference",
    "MA_CSKCB",
    "facility",
    "MA_LK",
    "visit_id",
    "visit_day",
    "reported_at",
    "state",
    "decided_at",
  ]);
  // Some hospitals build MA_LK from people's numbers: it is nowhere in clear.
  const [row] = await store.superuser<{ all: string }[]>`
    select (select string_agg(i::text, ' ') from correction_inbox i) || (select string_agg(a::text, ' ') from acts a) as all`;
  expect(row?.all).not.toContain("LK-GHOST-7");
});

test("a visit that no package told of is named as its facility names it", async () => {
  const visit = {
    resourceType: "Encounter",
    id: "enc-9",
    status: "finished",
    class: { code: "AMB" },
    subject: { reference: "Patient/gv" },
  };
  await store.send(transaction(patientOf("gv", someNumber()), visit));
  expect(await reported(await store.personOfPatient("gv"))).toMatchObject({ MA_LK: "", visit_id: "enc-9" });
});
