import { isFromPackage } from "#app/adapters/record-store/qd3176/source-id.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { mapItem } from "./internal/map-item.ts";
import { namesOf } from "./internal/names-of.ts";
import { ofRecord, rowsQuery } from "./internal/queries.ts";
import type { ItemView } from "./view.ts";

export interface NamedItem {
  item: ItemView;
  /** What its facility's staff search for: its own id there, or the row of the package that told of it. */
  sourceId: string | undefined;
  sourceRow: { table: string; row: number } | undefined;
}

/**
 * One item of a record that is open already, by its entry's id: for pages that speak about an item and open it under
 * the event of their own. `undefined` where the event does not open it.
 */
export async function readItem(
  ctx: Pick<Ctx, "now">,
  record: OpenedRecord,
  entryId: string,
): Promise<NamedItem | undefined> {
  return record.transaction(async (tx) => {
    const where = tx.sql`e.entry_id = ${entryId}`;
    const [row] = await rowsQuery(tx.sql, record, { where, limit: 1, showHidden: false, withVisit: false });
    if (!row) return undefined;
    const item = mapItem(row, ctx.now(), await namesOf(tx, row.facilityId, [row]));
    if (!isFromPackage(row.sourceId)) return { item, sourceId: row.sourceId, sourceRow: undefined };
    const [told] = await tx.sql<{ table: string; row: number }[]>`
      select e.source ->> 't' as table, (e.source ->> 'n')::int as row from entries e
      where ${ofRecord(tx.sql, record)} and ${where} and e.current and e.source is not null`;
    return { item, sourceId: undefined, sourceRow: told };
  });
}
