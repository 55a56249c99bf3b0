import type { Staff } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { openResults } from "#app/domain/access/open-results.ts";
import type { Tx } from "#db/client.ts";
import { commentsQuery, commentView } from "../internal/comments.ts";
import type { EntryRow } from "../internal/entry-row.ts";
import { mapItem } from "../internal/map-item.ts";
import { namesOf } from "../internal/names-of.ts";
import { bookPerson } from "../internal/open-book.ts";
import { personQuery, rowsQuery } from "../internal/queries.ts";
import type { Held, ResultView } from "../view.ts";
import type { WaitingResult, WaitingView } from "./view.ts";
import { byPerson, requireClinician, type WaitingRow } from "./waiting.ts";

/** As many as somebody reads at once; each person's log says that theirs were opened. */
const PAGE = 12;

/**
 * Results of the clinician's own facility that nobody has explained, or those that somebody has, newest first, each opened under an event in its
 * person's log. Who may: a clinician on duty there. @throws DomainError `forbidden` to clerks and below the level.
 */
export async function listWaiting(ctx: Ctx<Staff>, input: { explained: boolean }): Promise<WaitingView> {
  requireClinician(ctx);
  const { facilityId } = ctx.actor;
  const [facility, rows] = await ctx.db.transaction({ "app.facility": facilityId }, ({ sql }) =>
    Promise.all([
      sql<{ name: string }[]>`select name from facility_names where facility_id = ${facilityId} and valid_to is null`,
      sql<WaitingRow[]>`
        select entry_id as "entryId", person_id as "personId", members, comments from result_inbox
        where facility_id = ${facilityId} and ${input.explained ? sql`comments > 0` : sql`comments = 0`} order by received_at desc, entry_id limit ${PAGE + 1}`,
    ]),
  );
  const shown = rows.slice(0, PAGE);
  const opened = (await Promise.all(byPerson(shown).map((group) => openGroup(ctx, group)))).flat();
  const place = new Map(shown.map(({ entryId }, at) => [entryId, at]));
  return {
    facility: facility[0]?.name ?? "",
    explained: input.explained,
    waiting: opened.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)),
    more: rows.length > PAGE,
  };
}

async function openGroup(ctx: Ctx<Staff>, group: WaitingRow[]): Promise<WaitingResult[]> {
  const personId = group[0]?.personId ?? "";
  const { facilityId } = ctx.actor;
  const entryIds = group.flatMap(({ entryId, members }) => [entryId, ...members]);
  const record = await openResults(ctx, { personId, facilityId, entryIds, action: "read" });
  return record.transaction(async (tx) => {
    const [persons, rows, holds, comments] = await Promise.all([
      personQuery(tx.sql, record.personId),
      rowsQuery(tx.sql, record, {
        where: tx.sql`e.entry_id = any(${entryIds}::uuid[])`,
        limit: 600,
        showHidden: false,
        withVisit: false,
      }),
      holdsOf(tx, entryIds),
      commentsQuery(tx.sql, record, entryIds),
    ]);
    const names = await namesOf(tx, facilityId, rows);
    const { name, birth } = bookPerson(ctx, personId, persons[0]);
    const mapped = new Map(rows.map((row: EntryRow) => [row.id, mapItem(row, ctx.now(), names) as ResultView]));
    return group.flatMap(({ entryId, members }) => {
      const result = mapped.get(entryId);
      if (!result || result.withdrawn) return [];
      return {
        id: entryId,
        result,
        members: members.flatMap((id) => mapped.get(id) ?? []),
        person: { name, birthYear: birth?.low.slice(0, 4) },
        held: holds.find((hold) => hold.entryId === entryId),
        comments: comments.filter((one) => one.entryId === entryId).map((row) => commentView(ctx.keys, row)),
      };
    });
  });
}

const holdsOf = (tx: Tx, entryIds: string[]) => tx.sql<(Held & { entryId: string })[]>`
  select entry_id as "entryId", class, to_char(appears_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "appearsAt" from result_holds
  where entry_id = any(${entryIds}::uuid[]) and released_at is null and appears_at > now()`;
