import type { Staff } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { noteEvent } from "./internal/note-event.ts";
import { mustBeOpen, openForStaff } from "./internal/open-staff.ts";
import { transitions } from "./rules.ts";

/** Confirms to the person that their report has arrived. Who may: staff of the facility that must answer. */
export async function acknowledgeCorrection(
  ctx: Ctx<Staff>,
  input: { reference: string },
): Promise<{ done: true } | { changed: true }> {
  const { row, record } = await openForStaff(ctx, input.reference, "change");
  return record.transaction(async (tx) => {
    await mustBeOpen(tx, row.correctionId);
    const changed = await tx.sql`
      update correction_inbox set state = 'received', received_at = ${ctx.now()}
      where facility_id = ${ctx.actor.facilityId} and reference = ${row.reference} and state = any(${[...transitions.acknowledge.from]})`;
    if (changed.count !== 1) return { changed: true };
    await noteEvent(tx, ctx, { ...row, what: "received" });
    await recordAct(tx, ctx, { act: "correction.received", about: { kind: "correction", id: row.correctionId } });
    return { done: true };
  });
}
