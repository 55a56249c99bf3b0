import { mayChange } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { outOfScope } from "#app/domain/access/open-record.ts";
import { bookPerson, openBook } from "../internal/open-book.ts";
import { personQuery } from "../internal/queries.ts";
import type { BookPerson } from "../view.ts";

/** Whose book a new measurement goes into. @throws DomainError `forbidden` for who may look and not write. */
export async function prepareMeasurement(ctx: Ctx): Promise<{ person: BookPerson; bookId: string }> {
  const record = await openBook(ctx, "own-measurements", { showHidden: false }, ["results"]);
  if (!mayChange(ctx.actor) || !record.decision.dataTypes.includes("results")) throw outOfScope();
  const [row] = await record.read((sql) => personQuery(sql, record.personId));
  return { person: bookPerson(ctx, record.personId, row), bookId: record.personId };
}
