import type { OperatorActor } from "#app/domain/access/actor.ts";
import { requireFresh } from "#app/domain/access/assurance.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { noteDuty } from "#app/domain/access/note-duty.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import { findLine } from "./internal/find-line.ts";
import { operatorsLeft } from "./internal/operators-left.ts";

/**
 * Ends a role at once: sessions on that duty are refused with their next request, in every process. Who may: operators;
 * the last of them stays. @throws DomainError `not-found` where it was ended already.
 */
export async function endStaff(
  ctx: Ctx<OperatorActor>,
  input: { id: string },
): Promise<{ errors: FormErrors } | undefined> {
  requireFresh(ctx, "change-roster");
  const now = ctx.now();
  return ctx.db.transaction({}, async (tx) => {
    const line = await findLine(tx, input.id);
    if (line.role === "operator" && !(await operatorsLeft(tx, { id: line.id, at: now })))
      return { errors: { "": ["last-operator"] } };
    const done = await tx.sql`
      update staff_roles set ended_at = ${now}, valid_to = least(valid_to, ${now})
      where id = ${line.id} and person_id = ${line.personId} and ended_at is null`;
    if (done.count === 0) throw new DomainError("not-found", "no-such-line", "Somebody ended the line meanwhile.");
    const ended = await tx.sql`
      update sessions s set ended_at = ${now}, ended_why = 'role-ended'
      from persons a join persons c on c.id = coalesce(a.merged_into, a.id) or c.merged_into = coalesce(a.merged_into, a.id)
      where a.id = ${line.personId} and s.person_id = c.id and s.ended_at is null and s.role = ${line.role}
        and s.facility_id is not distinct from ${line.facilityId}::uuid`;
    const detail = { role: line.role, sessions: ended.count };
    await recordAct(tx, ctx, { act: "staff.ended", about: { kind: "staff", id: line.id }, detail });
    await noteDuty(tx, ctx, [line.personId], { action: "change", subject: "roster" });
    return undefined;
  });
}
