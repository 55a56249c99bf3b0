import type { Reader } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { outOfScope } from "#app/domain/access/open-record.ts";
import { closedTo } from "../insurance/closed-to.ts";
import { readCards } from "../internal/insurance/read-cards.ts";
import { bookPerson, openBook } from "../internal/open-book.ts";
import { papersOf, papersQuery, signedQuery } from "../internal/papers.ts";
import { personQuery } from "../internal/queries.ts";
import type { PapersView } from "./view.ts";

/**
 * Everything a counter asks for, and nothing clinical: the cards, and the referrals and slips that are still good. Who may: the
 * person, and whom they let act for them. @throws DomainError `forbidden` where the decision leaves identity out.
 */
export async function readPapers(ctx: Ctx<Reader>, input: { mayAsk: boolean }): Promise<PapersView> {
  const types = ["identity", "documents", "next-steps", "visits", "other"] as const;
  const record = await openBook(ctx, "papers", { showHidden: false }, types);
  const { dataTypes } = record.decision;
  if (!dataTypes.includes("identity")) throw outOfScope();
  return record.transaction(async (tx) => {
    const [persons, { cards, places }, rows, signed, facilities] = await Promise.all([
      personQuery(tx.sql, record.personId),
      readCards(tx, ctx, record),
      papersQuery(tx.sql, record),
      signedQuery(tx.sql, record),
      tx.sql<{ id: string; name: string }[]>`
        select f.id, n.name from facilities f join facility_names n on n.facility_id = f.id and n.valid_to is null
        where f.kind <> 'department' order by n.code5`,
    ]);
    const { papers, over } = papersOf({
      rows,
      signed: new Set(signed.map(({ paper }) => paper)),
      places: new Map(places.map(({ code, name }) => [code, name])),
      now: ctx.now(),
    });
    return {
      person: bookPerson(ctx, record.personId, persons[0]),
      cards,
      closed: closedTo(ctx, input.mayAsk),
      papers,
      over,
      papersClosed: !dataTypes.includes("documents"),
      facilities,
    };
  });
}
