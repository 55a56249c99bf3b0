import type { Staff } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import type { DecideInput } from "./input.ts";
import { changeAndNote } from "./internal/note-event.ts";
import { answerOpened } from "./internal/open-staff.ts";
import { transitions } from "./rules.ts";

/**
 * Answers a report: corrected, partly, or refused, with words the person reads; it closes the report to the facility. The
 * data itself comes through the facility's feed. Who may: staff of the facility that must answer. `changed`: somebody was
 * faster, or it was withdrawn.
 */
export const decideCorrection = (
  ctx: Ctx<Staff>,
  input: DecideInput & { reference: string },
): Promise<{ done: true } | { changed: true }> =>
  answerOpened(ctx, input.reference, async (tx, row) => {
    const { outcome, words } = input;
    const decided = tx.sql`
      update correction_inbox set state = ${outcome}, decided_at = ${ctx.now()}, received_at = coalesce(received_at, ${ctx.now()})
      where facility_id = ${ctx.actor.facilityId} and reference = ${row.reference} and state = any(${[...transitions.decide.from]})`;
    if (!(await changeAndNote(tx, ctx, { ...row, what: outcome, words }, decided))) return false;
    const about = { kind: "correction", id: row.correctionId };
    await recordAct(tx, ctx, { act: "correction.decided", about, detail: { outcome } });
    return true;
  });
