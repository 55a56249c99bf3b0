import type { Reader } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { noteEvent } from "./internal/note-event.ts";
import { noSuchCorrection, openOwn, referenceOf } from "./internal/open-own.ts";
import { ownQuery } from "./internal/queries.ts";
import { transitions } from "./rules.ts";

/**
 * Takes a report back while nobody has decided. Who may: as for sending it.
 * Says `changed` when it was decided or withdrawn meanwhile. @throws DomainError `not-found`.
 */
export async function withdrawCorrection(
  ctx: Ctx<Reader>,
  input: { reference: string },
): Promise<{ done: true } | { changed: true }> {
  const record = await openOwn(ctx, "change");
  const reference = referenceOf(input.reference);
  return record.transaction(async (tx) => {
    const [row] = await ownQuery(tx.sql, record.personIds, tx.sql`c.reference = ${reference}`);
    if (!row) throw noSuchCorrection();
    const changed = await tx.sql`
      update correction_inbox set state = 'withdrawn', withdrawn_at = ${ctx.now()}
      where reference = ${reference} and correction_id = ${row.correctionId} and state = any(${[...transitions.withdraw.from]})`;
    if (changed.count !== 1) return { changed: true };
    await noteEvent(tx, ctx, { ...row, what: "withdrawn" });
    await recordAct(tx, ctx, { act: "correction.withdrawn", about: { kind: "correction", id: row.correctionId } });
    return { done: true };
  });
}
