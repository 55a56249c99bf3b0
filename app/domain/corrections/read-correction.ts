import type { Reader } from "#app/domain/access/actor.ts";
import { mayChange } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { correctionView } from "./internal/correction-view.ts";
import { details, type EventRow, eventsQuery, type ReportRow, reportQuery } from "./internal/details.ts";
import { noSuchCorrection, openOwn, ownerView, referenceOf } from "./internal/open-own.ts";
import { ownQuery, personQuery } from "./internal/queries.ts";
import { mayStep } from "./rules.ts";
import type { OwnCorrectionView } from "./view.ts";

/**
 * One report with its history, and the record it was read under, so that its item is read under the same event.
 * @throws DomainError `not-found` for what is not of the book that is open.
 */
export async function readCorrection(
  ctx: Ctx<Reader>,
  input: { reference: string },
): Promise<{ record: OpenedRecord; entryId: string | undefined; view: OwnCorrectionView }> {
  const record = await openOwn(ctx, "read");
  const reference = referenceOf(input.reference);
  const now = ctx.now();
  const view = await record.transaction(async ({ sql }) => {
    const [row] = await ownQuery(sql, record.personIds, sql`c.reference = ${reference}`);
    if (!row) throw noSuchCorrection();
    const { correctionId } = row;
    const [persons, reports, events] = await Promise.all([
      personQuery(sql, record.personId),
      reportQuery(sql, correctionId) as Promise<ReportRow[]>,
      eventsQuery(sql, correctionId) as Promise<EventRow[]>,
    ]);
    const [report] = reports;
    if (!report) throw noSuchCorrection();
    const may = mayChange(ctx.actor);
    return {
      entryId: row.entryId ?? undefined,
      view: {
        ...correctionView(row, now),
        ...details(ctx.keys, report, events),
        person: ownerView(ctx, record.personId, persons[0]),
        may: { withdraw: may && mayStep("withdraw", row, now), escalate: may && mayStep("escalate", row, now) },
      },
    };
  });
  return { record, ...view };
}
