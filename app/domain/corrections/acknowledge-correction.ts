import type { Staff } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { changeAndNote } from "./internal/note-event.ts";
import { answerOpened } from "./internal/open-staff.ts";
import { transitions } from "./rules.ts";

/** Confirms to the person that their report has arrived. Who may: staff of the facility that must answer. */
export const acknowledgeCorrection = (
  ctx: Ctx<Staff>,
  input: { reference: string },
): Promise<{ done: true } | { changed: true }> =>
  answerOpened(ctx, input.reference, async (tx, row) => {
    const received = tx.sql`
      update correction_inbox set state = 'received', received_at = ${ctx.now()}
      where facility_id = ${ctx.actor.facilityId} and reference = ${row.reference} and state = any(${[...transitions.acknowledge.from]})`;
    if (!(await changeAndNote(tx, ctx, { ...row, what: "received" }, received))) return false;
    await recordAct(tx, ctx, { act: "correction.received", about: { kind: "correction", id: row.correctionId } });
    return true;
  });
