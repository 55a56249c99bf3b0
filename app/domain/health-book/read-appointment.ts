import type { Ctx } from "#app/domain/access/context.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import { mapItem } from "./internal/map-item.ts";
import { openBook } from "./internal/open-book.ts";
import { rowsQuery } from "./internal/queries.ts";
import type { NextStepView } from "./view.ts";

/**
 * One appointment that is still ahead and has a day, for a calendar.
 * @throws DomainError `not-found` for what is none, or not in the book that is open.
 */
export async function readAppointment(ctx: Ctx, id: string): Promise<NextStepView> {
  const record = await openBook(ctx, "next-steps", { showHidden: false }, ["next-steps"]);
  if (!isId(id)) throw notFound();
  const [row] = await record.read((sql) => {
    const where = sql`e.section = 'next-steps' and e.resource_type = 'Appointment' and e.entry_id = ${id}`;
    return rowsQuery(sql, record, { where, limit: 1, showHidden: false, withVisit: false });
  });
  const item = row && mapItem(row, ctx.now());
  if (item?.kind !== "next-step" || !item.open || !isDated(item)) throw notFound();
  return item;
}

const isDated = ({ when, unsafe }: NextStepView): boolean =>
  !unsafe && (when?.precision === "time" || when?.precision === "day");

const notFound = () =>
  new DomainError("not-found", "no-such-appointment", "No such appointment is ahead in this book.");
