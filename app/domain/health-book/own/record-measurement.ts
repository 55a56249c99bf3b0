import type { Reader } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import type { Meant, Measured } from "./input.ts";
import { openToChange } from "./internal/open-to-change.ts";
import { ownView, versionsQuery } from "./internal/rows.ts";
import { insertVersion, lockOwner, refusedForNow, sameMeasured } from "./internal/write.ts";

/**
 * Writes down what somebody measured. Who may: the person, and who acts for them with results open. The same form twice
 * is one measurement; another's content under its id is refused. @throws DomainError `forbidden` where acting is not.
 */
export async function recordMeasurement(
  ctx: Ctx<Reader>,
  { id, bookId }: Meant,
  measured: Measured,
): Promise<{ id: string; known: boolean } | { errors: FormErrors }> {
  const record = await openToChange(ctx);
  if (!record.personIds.includes(bookId)) return { errors: { "": ["other-book"] } };
  return record.transaction(async (tx) => {
    const owner = await lockOwner(tx, record.personId);
    const [known] = await versionsQuery(tx.sql, record, id);
    if (known)
      return sameMeasured(ownView(known), measured) ? { id, known: true } : { errors: { "": ["already-sent"] } };
    const refused = await refusedForNow(tx, ctx, record.personIds, owner, measured);
    if (refused) return { errors: refused };
    await insertVersion(tx, ctx, { personId: record.personId, id, version: 1, measured, withdrawn: false });
    return { id, known: false };
  });
}
