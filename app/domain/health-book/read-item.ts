import type { Ctx } from "#app/domain/access/context.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { mapItem } from "./internal/map-item.ts";
import { namesOf } from "./internal/names-of.ts";
import { rowsQuery } from "./internal/queries.ts";
import type { ItemView } from "./view.ts";

export interface NamedItem {
  item: ItemView;
  /** The facility's own id of it, as the feed keeps it: what its staff search for. */
  sourceId: string;
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
    return { item: mapItem(row, ctx.now(), await namesOf(tx, row.facilityId, [row])), sourceId: row.sourceId };
  });
}
