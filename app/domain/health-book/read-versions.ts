import type { Ctx } from "#app/domain/access/context.ts";
import { type BookSection, bookSections } from "#app/domain/access/data-types.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import { mapItem } from "./internal/map-item.ts";
import { namesOf } from "./internal/names-of.ts";
import { noneStatement } from "./internal/none-statement.ts";
import { bookPerson, openBook } from "./internal/open-book.ts";
import { personQuery, versionRowsQuery } from "./internal/queries.ts";
import type { VersionsPageView } from "./view.ts";

/**
 * One item with every version of it that was received, the one in force first: what was corrected stays to be read.
 * @throws DomainError `not-found` for what is not in this book.
 */
export async function readVersions(ctx: Ctx, input: { id: string; showHidden: boolean }): Promise<VersionsPageView> {
  const record = await openBook(ctx, "versions", input);
  if (!isId(input.id)) throw notFound();
  return record.transaction(async (tx) => {
    const shown = { entryId: input.id, showHidden: record.decision.opensHidden };
    const rows = await versionRowsQuery(tx.sql, record, shown);
    const section = bookSections.find((one) => one === rows[0]?.section);
    if (!rows[0] || !section) throw notFound();
    const [persons, names] = await Promise.all([
      personQuery(tx.sql, record.personId),
      namesOf(tx, rows[0].facilityId, rows),
    ]);
    return {
      person: bookPerson(ctx, record.personId, persons[0]),
      section,
      versions: rows.map((row) => {
        const none = noneStatement(row);
        const told = {
          section: row.section as BookSection,
          current: row.current,
          receivedAt: row.receivedAt.toISOString(),
        };
        return none
          ? { ...told, id: row.id, statement: none }
          : { ...told, id: row.id, item: mapItem(row, ctx.now(), names) };
      }),
    };
  });
}

const notFound = () => new DomainError("not-found", "no-such-item", "This item is not in the book that is open.");
