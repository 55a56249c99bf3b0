import type { Staff } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { unsealNames } from "#app/domain/persons/demographics.ts";
import { correctionView } from "./internal/correction-view.ts";
import { details, type EventRow, eventsQuery, type ReportRow, reportQuery } from "./internal/details.ts";
import { openForStaff } from "./internal/open-staff.ts";
import { type CorrectionRow, type PersonRow, personQuery } from "./internal/queries.ts";
import { mayStep } from "./rules.ts";
import type { InboxCorrectionView } from "./view.ts";

/**
 * One report as those read it who must answer, and the record it was read under. The person sees in their log that it was
 * opened. Who may: staff of the facility it is with or about, until it is answered or taken back. @throws DomainError `not-found`.
 */
export async function readInboxCorrection(
  ctx: Ctx<Staff>,
  input: { reference: string },
): Promise<{ item: { record: OpenedRecord; entryId: string } | undefined; view: InboxCorrectionView }> {
  const { row, record } = await openForStaff(ctx, input.reference, "read");
  const now = ctx.now();
  if (!record) return { item: undefined, view: closedView(row, now, "settled") };
  const [reports, events, persons] = await record.readAll<[ReportRow[], EventRow[], PersonRow[]]>((sql) => [
    reportQuery(sql, row.correctionId),
    eventsQuery(sql, row.correctionId),
    personQuery(sql, record.personId),
  ]);
  const [report] = reports;
  if (!report) return { item: undefined, view: closedView(row, now, "protected") };
  const person = persons[0] && {
    name: unsealNames(ctx.keys, record.personId, persons[0].demographics)[0] ?? "",
    birthYear: persons[0].low?.slice(0, 4),
  };
  const may = (step: "acknowledge" | "extend" | "decide") =>
    row.ownerId === ctx.actor.facilityId && mayStep(step, row, now);
  return {
    item: row.entryId ? { record, entryId: row.entryId } : undefined,
    view: {
      ...correctionView(row, now),
      closed: undefined,
      person,
      detail: details(ctx.keys, report, events),
      may: { acknowledge: may("acknowledge"), extend: may("extend"), decide: may("decide") },
    },
  };
}

/** Number and clock alone. */
const closedView = (
  row: CorrectionRow,
  now: Date,
  closed: NonNullable<InboxCorrectionView["closed"]>,
): InboxCorrectionView => ({
  ...correctionView(row, now),
  closed,
  person: undefined,
  detail: undefined,
  may: { acknowledge: false, extend: false, decide: false },
});
