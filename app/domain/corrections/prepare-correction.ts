import type { Reader } from "#app/domain/access/actor.ts";
import { mayChange } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { type BookSection, bookSections } from "#app/domain/access/data-types.ts";
import { type OpenedRecord, outOfScope } from "#app/domain/access/open-record.ts";
import { isId } from "#app/shared/ids.ts";
import { correctionView } from "./internal/correction-view.ts";
import { noSuchCorrection, openOwn, ownerView } from "./internal/open-own.ts";
import { ownQuery, personQuery } from "./internal/queries.ts";
import { openStates } from "./rules.ts";
import type { NewCorrectionView } from "./view.ts";

export interface PrepareInput {
  entryId: string | undefined;
  section: string | undefined;
  facilityId: string | undefined;
}

/** Where people are treated: what is missing can be missing from these. */
const TREATING = ["hospital", "clinic", "station"];

/**
 * What the form for a new report shows, and the record it was read under.
 * @throws DomainError `not-found` for an item that is not in the book, `forbidden` for a helper who only looks.
 */
export async function prepareCorrection(
  ctx: Ctx<Reader>,
  input: PrepareInput,
): Promise<{ record: OpenedRecord; view: NewCorrectionView }> {
  if (!mayChange(ctx.actor)) throw outOfScope();
  const record = await openOwn(ctx, "read");
  const { entryId } = input;
  if (entryId !== undefined && !isId(entryId)) throw noSuchCorrection();
  const view = await record.transaction(async ({ sql }) => {
    const [persons, entries, facilities, open] = await Promise.all([
      personQuery(sql, record.personId),
      sql<{ section: BookSection; facilityId: string }[]>`
        select section, facility_id as "facilityId" from entries
        where person_id = any(${record.personIds}::uuid[]) and entry_id = ${entryId ?? null} and current`,
      sql<{ id: string; name: string }[]>`
        select f.id, n.name from facilities f join facility_names n on n.facility_id = f.id and n.valid_to is null
        where f.kind = any(${TREATING}) order by n.code5`,
      entryId
        ? ownQuery(sql, record.personIds, sql`i.entry_id = ${entryId} and i.state = any(${[...openStates]})`)
        : Promise.resolve([]),
    ]);
    const [entry] = entries;
    if (entryId && !entry) throw noSuchCorrection();
    const facilityId = entry?.facilityId ?? facilities.find((f) => f.id === input.facilityId)?.id;
    return {
      person: ownerView(ctx, record.personId, persons[0]),
      bookId: record.personId,
      entryId,
      section: entry?.section ?? bookSections.find((s) => s === input.section),
      facilityId,
      facility: facilities.find((f) => f.id === facilityId)?.name,
      facilities,
      open: open.map((row) => correctionView(row, ctx.now())),
    };
  });
  return { record, view };
}
