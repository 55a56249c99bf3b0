import type { Reader } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { violated } from "#db/client.ts";
import { bringBeforeDepartment } from "./internal/bring-before-department.ts";
import { departmentId } from "./internal/department.ts";
import { noteEvent } from "./internal/note-event.ts";
import { noSuchCorrection, openOwn, referenceOf } from "./internal/open-own.ts";
import { ownQuery } from "./internal/queries.ts";

/**
 * Brings a report before the health department, after a refusal or a missed deadline; once. Who may: as for sending it.
 * Says `changed` when it is not at that point (any more). @throws DomainError `not-found`.
 */
export async function escalateCorrection(
  ctx: Ctx<Reader>,
  input: { reference: string; words: string },
): Promise<{ done: true } | { changed: true }> {
  const record = await openOwn(ctx, "change");
  const reference = referenceOf(input.reference);
  try {
    return await record.transaction(async (tx) => {
      const [row] = await ownQuery(tx.sql, record.personIds, tx.sql`c.reference = ${reference}`);
      if (!row) throw noSuchCorrection();
      const by = { departmentId: await departmentId(tx), now: ctx.now(), reference };
      const brought = await bringBeforeDepartment(tx, by, tx.sql`i.correction_id = ${row.correctionId}`);
      if (!brought) return { changed: true };
      await noteEvent(tx, ctx, { ...brought, what: "escalated", words: input.words });
      await recordAct(tx, ctx, { act: "correction.escalated", about: { kind: "correction", id: row.correctionId } });
      return { done: true };
    });
  } catch (error) {
    // The same thing has been reported anew meanwhile, and that report is open.
    if (violated(error) === "correction_inbox_once") return { changed: true };
    throw error;
  }
}
