import type { Staff } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { type SendCorrectionInput, sendCorrectionInput } from "#app/domain/corrections/input.ts";
import { sendCorrection } from "#app/domain/corrections/send-correction.ts";
import { newId } from "#app/shared/ids.ts";
import { recordStore } from "./record-store.ts";
import { seedPerson } from "./seed-record.ts";

/** A store with two hospitals and a health department, a person with two results, and everybody who has a part in a report. */
export async function correctionStore() {
  const store = await recordStore();
  const { superuser, facilityId } = store;
  const department = await store.addFacility("99000", "department");
  const elsewhere = await store.addFacility("99002");
  const { personId, caseIds } = await seedPerson(superuser, facilityId, ["results", "visits"]);
  const entryOfCase = async (caseId: string | undefined) => {
    const [row] = await superuser<{ id: string }[]>`select entry_id as id from entries where case_id = ${caseId ?? ""}`;
    return row?.id ?? "";
  };
  const staff = (kind: Staff["kind"], at = facilityId): Ctx<Staff> =>
    store.reader({ kind, personId: newId(), facilityId: at, assuranceLevel: 2 });
  const citizen = store.reader({ kind: "citizen", personId, assuranceLevel: 2, authenticatedAt: new Date() });

  async function send(more: Partial<SendCorrectionInput> = {}, now = new Date()): Promise<string> {
    const sent = await sendCorrection({ ...citizen, now: () => now }, input(more));
    if ("errors" in sent) throw new Error(JSON.stringify(sent.errors));
    return sent.reference;
  }

  const [result, visit] = [await entryOfCase(caseIds[0]), await entryOfCase(caseIds[1])];
  const input = (more: Partial<SendCorrectionInput> = {}) =>
    sendCorrectionInput.parse({
      idempotencyKey: newId(),
      kind: "wrong",
      section: "results",
      entryId: result,
      words: "Đo sai",
      ...more,
    });
  const stateOf = async (reference: string) =>
    (await superuser<{ state: string }[]>`select state from correction_inbox where reference = ${reference}`)[0]?.state;
  return { ...store, department, elsewhere, personId, caseIds, result, visit, staff, citizen, input, send, stateOf };
}
