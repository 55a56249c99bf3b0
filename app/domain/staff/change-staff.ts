import type { OperatorActor } from "#app/domain/access/actor.ts";
import { requireFresh } from "#app/domain/access/assurance.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { noteDuty } from "#app/domain/access/note-duty.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import type { StaffTerms } from "./input.ts";
import { changeLine } from "./internal/change-line.ts";
import { findLine } from "./internal/find-line.ts";
import { termsOf } from "./internal/terms.ts";

/** Other terms for a line of the roster: degree, licence, days. Who may: operators. @throws DomainError `not-found`. */
export async function changeStaff(
  ctx: Ctx<OperatorActor>,
  input: { id: string } & StaffTerms,
): Promise<{ errors: FormErrors } | undefined> {
  requireFresh(ctx, "change-roster");
  return ctx.db.transaction({}, async (tx) => {
    const line = await findLine(tx, input.id);
    const done = await changeLine(tx, line, termsOf(input, line.validFrom), ctx.now());
    if ("errors" in done) return done;
    if (!done.changed) return undefined;
    await recordAct(tx, ctx, {
      act: "staff.changed",
      about: { kind: "staff", id: line.id },
      detail: { role: line.role },
    });
    await noteDuty(tx, ctx, [line.personId], { action: "change", subject: "roster" });
    return undefined;
  });
}
