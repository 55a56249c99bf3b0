import type { OperatorActor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { bringBeforeDepartment } from "./internal/bring-before-department.ts";
import { departmentId } from "./internal/department.ts";
import { noteEvent } from "./internal/note-event.ts";
import { referenceOf } from "./internal/open-own.ts";

/**
 * Gives a report that a facility has not answered in time to the health department's staff, without waiting for the
 * clock. Who may: operators; it opens nothing. `changed`: it was answered, withdrawn or taken over meanwhile.
 */
export async function takeOverCorrection(
  ctx: Ctx<OperatorActor>,
  input: { reference: string },
): Promise<{ done: true } | { changed: true }> {
  const reference = referenceOf(input.reference);
  return ctx.db.transaction({ "app.duty": "operator" }, async (tx) => {
    const by = { departmentId: await departmentId(tx), now: ctx.now(), reference };
    const brought = await bringBeforeDepartment(tx, by, tx.sql`i.state = 'overdue'`);
    if (!brought) return { changed: true };
    await noteEvent(tx, ctx, { ...brought, what: "escalated" });
    await recordAct(tx, ctx, { act: "correction.escalated", about: { kind: "correction", id: brought.correctionId } });
    return { done: true };
  });
}
