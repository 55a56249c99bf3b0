import type { Staff } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { unsealNames } from "#app/domain/persons/demographics.ts";
import { correctionView } from "./internal/correction-view.ts";
import { details, type EventRow, eventsQuery, type ReportRow, reportQuery } from "./internal/details.ts";
import { openForStaff } from "./internal/open-staff.ts";
import { type PersonRow, personQuery } from "./internal/queries.ts";
import { mayStep } from "./rules.ts";
import type { InboxCorrectionView } from "./view.ts";

/**
 * One report as those read it who must answer, and the record it was read under. The person sees in their log that it was
 * opened. Who may: staff of the facility it is with or about. @throws DomainError `not-found`.
 */
export async function readInboxCorrection(
  ctx: Ctx<Staff>,
  input: { reference: string },
): Promise<{ record: OpenedRecord; entryId: string | undefined; view: InboxCorrectionView }> {
  const { row, record } = await openForStaff(ctx, input.reference, "read");
  const now = ctx.now();
  const [reports, events, persons] = await record.readAll<[ReportRow[], EventRow[], PersonRow[]]>((sql) => [
    reportQuery(sql, row.correctionId),
    eventsQuery(sql, row.correctionId),
    personQuery(sql, record.personId),
  ]);
  const [report] = reports;
  const person = persons[0] && {
    name: unsealNames(ctx.keys, record.personId, persons[0].demographics)[0] ?? "",
    birthYear: persons[0].low?.slice(0, 4),
  };
  const may = report !== undefined && row.ownerId === ctx.actor.facilityId;
  return {
    record,
    entryId: report && (row.entryId ?? undefined),
    view: {
      ...correctionView(row, now),
      closed: report === undefined,
      person: report && person,
      detail: report && details(ctx.keys, report, events),
      may: {
        acknowledge: may && mayStep("acknowledge", row, now),
        extend: may && mayStep("extend", row, now),
        decide: may && mayStep("decide", row, now),
      },
    },
  };
}
