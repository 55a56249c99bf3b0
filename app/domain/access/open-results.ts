import type { Staff } from "./actor.ts";
import type { Ctx } from "./context.ts";
import { type OpenedRecord, openAs } from "./open-record.ts";
import { decideResults } from "./rules.ts";

export interface ResultsWanted {
  personId: string;
  /** Who sent them. */
  facilityId: string;
  /** The results, each with what it is made of. */
  entryIds: readonly string[];
  action: "read" | "change";
}

/**
 * Opens some results of a person, one by one, to a clinician of the facility that sent them; the person reads in their
 * log that it was done. @throws DomainError `not-found` for another facility's, `forbidden` to clerks and below the level.
 */
export function openResults(
  ctx: Ctx<Staff>,
  { personId, facilityId, entryIds, action }: ResultsWanted,
): Promise<OpenedRecord> {
  const subject = action === "read" ? "results-reviewed" : "results-explained";
  const request = { personId, dataTypes: [], action, subject, showHidden: false, entryIds: [...entryIds] };
  return openAs(ctx, request, decideResults(ctx.actor, facilityId));
}
