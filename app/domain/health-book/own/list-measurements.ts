import { mayChange } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { outOfScope } from "#app/domain/access/open-record.ts";
import { bookPerson, openBook, type PersonRow } from "../internal/open-book.ts";
import { personQuery } from "../internal/queries.ts";
import { latestQuery, type OwnRow, ownView } from "./internal/rows.ts";
import { trendsOf } from "./internal/trends.ts";
import { type OwnKind, ownKinds } from "./kinds.ts";
import { MOST_KEPT } from "./rules.ts";
import type { OwnMeasurementsView } from "./view.ts";

const PAGE = 50;
const NEWEST = 5;

/**
 * What somebody measured themselves, by kind with its line over time; of one kind all of it, page by page.
 * @throws DomainError `forbidden` where the decision leaves results out.
 */
export async function listMeasurements(
  ctx: Ctx,
  { kind, page }: { kind: OwnKind | undefined; page: number },
): Promise<OwnMeasurementsView> {
  const record = await openBook(ctx, "own-measurements", { showHidden: false }, ["results"]);
  if (!record.decision.dataTypes.includes("results")) throw outOfScope();
  const [persons, rows] = await record.readAll<[PersonRow[], OwnRow[]]>((sql) => [
    personQuery(sql, record.personId),
    latestQuery(sql, record, MOST_KEPT),
  ]);
  const all = rows.map(ownView);
  const kinds = ownKinds.flatMap((one) => {
    const items = all.filter((item) => item.kind === one && !item.withdrawn);
    return items.length === 0
      ? []
      : [{ kind: one, total: items.length, newest: items.slice(0, NEWEST), trends: trendsOf(items) }];
  });
  const own = kind ? all.filter((item) => item.kind === kind) : [];
  const pages = Math.max(1, Math.ceil(own.length / PAGE));
  const at = Math.min(Math.max(1, page), pages);
  return {
    person: bookPerson(ctx, record.personId, persons[0]),
    mayRecord: mayChange(ctx.actor),
    kinds: kind ? kinds.filter((one) => one.kind === kind) : kinds,
    list: kind && { kind, items: own.slice((at - 1) * PAGE, at * PAGE), page: at, pages },
  };
}
