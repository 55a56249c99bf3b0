import type { Staff } from "./actor.ts";
import type { Ctx } from "./context.ts";
import { type OpenedRecord, openAs } from "./open-record.ts";
import { type CorrectionHolders, decideCorrection } from "./rules.ts";

export interface CorrectionWanted extends CorrectionHolders {
  personId: string;
  correctionId: string;
  action: "read" | "change";
}

/**
 * Opens one correction, and of the book the item it names, to staff who must answer it; the person reads in their log
 * that it was opened. @throws DomainError `not-found` where it is not theirs, `forbidden` below the level.
 */
export function openCorrection(ctx: Ctx<Staff>, wanted: CorrectionWanted): Promise<OpenedRecord> {
  const { personId, correctionId, action } = wanted;
  const subject = action === "read" ? "correction-opened" : "correction-answered";
  const request = { personId, dataTypes: [], action, subject, showHidden: false, correctionId };
  return openAs(ctx, request, decideCorrection(ctx.actor, wanted));
}
