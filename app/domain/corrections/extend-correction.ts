import type { Staff } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { changeAndNote } from "./internal/note-event.ts";
import { answerOpened } from "./internal/open-staff.ts";
import { transitions } from "./rules.ts";
import { extended } from "./terms.ts";

/** Takes one more term, once and before the deadline, with a reason the person reads. Who may: as for answering. */
export const extendCorrection = (
  ctx: Ctx<Staff>,
  input: { reference: string; words: string },
): Promise<{ done: true } | { changed: true }> =>
  answerOpened(ctx, input.reference, async (tx, row) => {
    const now = ctx.now();
    const decideBy = extended(row.sentAt, row.decideBy, row.withDepartment);
    const later = tx.sql`
      update correction_inbox set decide_by = ${decideBy}, extended_at = ${now}
      where facility_id = ${ctx.actor.facilityId} and reference = ${row.reference} and state = any(${[...transitions.extend.from]})
        and extended_at is null and decide_by = ${row.decideBy} and decide_by >= ${now}`;
    if (!(await changeAndNote(tx, ctx, { ...row, what: "extended", words: input.words }, later))) return false;
    await recordAct(tx, ctx, { act: "correction.extended", about: { kind: "correction", id: row.correctionId } });
    return true;
  });
