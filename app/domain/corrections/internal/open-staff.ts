import type { Staff } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { openCorrection } from "#app/domain/access/open-correction.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { Tx } from "#db/client.ts";
import { isOpen } from "../rules.ts";
import { noSuchCorrection, referenceOf } from "./open-own.ts";
import { type CorrectionRow, correctionColumns, correctionJoins } from "./queries.ts";

/** A report of the staff's facility: its number and clock, and it itself while it waits for an answer. */
export interface OpenedForStaff {
  row: CorrectionRow;
  /** None once it is answered or taken back: then there is nothing to read it for, and no event. */
  record: OpenedRecord | undefined;
}

/** A report of the staff's facility, opened under a committed event. @throws DomainError `not-found` for another's. */
export async function openForStaff(
  ctx: Ctx<Staff>,
  reference: string,
  action: "read" | "change",
): Promise<OpenedForStaff> {
  const row = await addressedRow(ctx, reference);
  if (!isOpen(row.state)) return { row, record: undefined };
  const { personId, correctionId, ownerId, aboutFacilityId } = row;
  const holders = { ownerId, aboutId: aboutFacilityId ?? undefined };
  return { row, record: await openCorrection(ctx, { personId, correctionId, action, ...holders }) };
}

/**
 * What staff do about a report they have opened; `changed` where it waits for no answer (any more). Whoever answers must
 * have read: where the case is closed to these staff, they may not answer either. @throws DomainError `forbidden`.
 */
export async function answerOpened(
  ctx: Ctx<Staff>,
  reference: string,
  answer: (tx: Tx, row: CorrectionRow) => Promise<boolean>,
): Promise<{ done: true } | { changed: true }> {
  const { row, record } = await openForStaff(ctx, reference, "change");
  const done = await record?.transaction(async (tx) => {
    const [seen] = await tx.sql`select from corrections where id = ${row.correctionId}`;
    return seen ? answer(tx, row) : undefined;
  });
  if (done !== undefined || !record) return done ? { done: true } : { changed: true };
  if (!isOpen((await addressedRow(ctx, reference)).state)) return { changed: true };
  throw new DomainError("forbidden", "needs-clinician", "The case is protected: a clinician must answer.");
}

async function addressedRow(ctx: Ctx<Staff>, reference: string): Promise<CorrectionRow> {
  const { facilityId } = ctx.actor;
  const wanted = referenceOf(reference);
  const [row] = await ctx.db.read<CorrectionRow[]>(
    { "app.facility": facilityId },
    (sql) => sql<CorrectionRow[]>`
      select ${correctionColumns(sql)} from correction_inbox i ${correctionJoins(sql)}
      where i.reference = ${wanted} and ${facilityId} in (i.facility_id, i.about_facility_id)`,
  );
  if (!row) throw noSuchCorrection();
  return row;
}
