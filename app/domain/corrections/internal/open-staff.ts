import type { Staff } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { openCorrection } from "#app/domain/access/open-correction.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { Tx } from "#db/client.ts";
import { noSuchCorrection, referenceOf } from "./open-own.ts";
import { type CorrectionRow, correctionColumns, correctionJoins } from "./queries.ts";

/** A report of the staff's facility, opened under a committed event. @throws DomainError `not-found` for another's. */
export async function openForStaff(
  ctx: Ctx<Staff>,
  reference: string,
  action: "read" | "change",
): Promise<{ row: CorrectionRow; record: OpenedRecord }> {
  const { facilityId } = ctx.actor;
  const [row] = await ctx.db.sql<CorrectionRow[]>`
    select ${correctionColumns(ctx.db.sql)} from correction_inbox i ${correctionJoins(ctx.db.sql)}
    where i.reference = ${referenceOf(reference)} and ${facilityId} in (i.facility_id, i.about_facility_id)`;
  if (!row) throw noSuchCorrection();
  const { personId, correctionId, ownerId, aboutFacilityId } = row;
  const holders = { ownerId, aboutId: aboutFacilityId ?? undefined };
  return { row, record: await openCorrection(ctx, { personId, correctionId, action, ...holders }) };
}

/** Where the case is closed to these staff, they may not answer either: whoever answers must have read. */
export async function mustBeOpen(tx: Tx, correctionId: string): Promise<void> {
  const [seen] = await tx.sql`select from corrections where id = ${correctionId}`;
  if (!seen) throw new DomainError("forbidden", "needs-clinician", "The case is protected: a clinician must answer.");
}
