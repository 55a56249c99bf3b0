import type { Reader } from "#app/domain/access/actor.ts";
import { mayChange } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { correctionView } from "./internal/correction-view.ts";
import { openOwn, ownerView } from "./internal/open-own.ts";
import { type CorrectionRow, ownQuery, type PersonRow, personQuery } from "./internal/queries.ts";
import type { CorrectionsView } from "./view.ts";

/** Everything that was reported in the book that is open: what is open first, then newest first. */
export async function listCorrections(ctx: Ctx<Reader>): Promise<CorrectionsView> {
  const record = await openOwn(ctx, "read");
  const [persons, rows] = await record.readAll<[PersonRow[], CorrectionRow[]]>((sql) => [
    personQuery(sql, record.personId),
    ownQuery(sql, record.personIds, sql`true`),
  ]);
  return {
    person: ownerView(ctx, record.personId, persons[0]),
    mayReport: mayChange(ctx.actor),
    corrections: rows.map((row) => correctionView(row, ctx.now())),
  };
}
