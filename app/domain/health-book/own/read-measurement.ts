import { mayChange } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import { bookPerson, openBook, type PersonRow } from "../internal/open-book.ts";
import { personQuery } from "../internal/queries.ts";
import { type OwnRow, ownView, versionsQuery } from "./internal/rows.ts";
import type { OwnMeasurementView } from "./view.ts";

/** One measurement with every version of it. @throws DomainError `not-found` for what is not in this book. */
export async function readMeasurement(ctx: Ctx, id: string): Promise<OwnMeasurementView> {
  const record = await openBook(ctx, "own-measurements", { showHidden: false }, ["results"]);
  if (!isId(id)) throw notFound();
  const [persons, rows] = await record.readAll<[PersonRow[], OwnRow[]]>((sql) => [
    personQuery(sql, record.personId),
    versionsQuery(sql, record, id),
  ]);
  const [holds, ...before] = rows.map(ownView);
  if (!holds) throw notFound();
  const person = bookPerson(ctx, record.personId, persons[0]);
  return { person, bookId: record.personId, mayRecord: mayChange(ctx.actor), versions: [holds, ...before] };
}

const notFound = () => new DomainError("not-found", "no-such-measurement", "This measurement is not in the open book.");
