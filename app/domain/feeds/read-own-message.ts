import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import type { Db } from "#db/client.ts";

export interface OwnMessage {
  id: string;
  state: "accepted" | "partly_accepted" | "rejected" | "quarantined";
  reason: string | null;
  receivedAt: string;
  counts: { accepted: number; unchanged: number; rejected: number; warnings: number };
  issues: { severity: string; code: string; diagnostics: string; expression?: string }[];
}

/** What became of a delivery. Who may: a client of the facility that sent it. @throws DomainError `not-found`. */
export async function readOwnMessage(ctx: { db: Db }, input: { facilityId: string; id: string }): Promise<OwnMessage> {
  const rows = isId(input.id)
    ? await ctx.db.sql<(Omit<OwnMessage, "receivedAt"> & { receivedAt: Date })[]>`
        select id, state, reason, received_at as "receivedAt", outcome -> 'issues' as issues,
          jsonb_build_object('accepted', entries_accepted, 'unchanged', entries_unchanged, 'rejected', entries_rejected, 'warnings', warnings) as counts
        from messages where facility_id = ${input.facilityId} and id = ${input.id}`
    : [];
  const [row] = rows;
  if (!row) throw new DomainError("not-found", "no-such-message", "There is no such delivery of your facility.");
  return { ...row, receivedAt: row.receivedAt.toISOString() };
}
