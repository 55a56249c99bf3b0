import type { Observation } from "#app/adapters/record-store/fhir-r4/resources/results.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { commentsQuery, commentView } from "./internal/comments.ts";
import { type EntryRow, readRow } from "./internal/entry-row.ts";
import { NO_REGISTERS, registersQuery } from "./internal/facility-registers.ts";
import { mapItem } from "./internal/map-item.ts";
import type { AnyResult } from "./internal/map-result.ts";
import { memberIds } from "./internal/members.ts";
import { namesOf } from "./internal/names-of.ts";
import { isFolded, type Newest, newestOf } from "./internal/newest.ts";
import { bookPerson, openBook } from "./internal/open-book.ts";
import { ofRecord, personQuery, rowsQuery } from "./internal/queries.ts";
import { reportsQuery, withReports } from "./internal/reported.ts";
import { testOf } from "./internal/test-of.ts";
import { trendOf } from "./internal/trend/trend-of.ts";
import { withRegisters } from "./internal/with-registers.ts";
import type { ResultPageView, ResultView, TrendPoint } from "./view.ts";

/** On each side of the result in time. */
const OTHERS = 30;
/** More parts than any report we know has; what is beyond is counted. */
const PARTS = 500;

/**
 * One result: its parts, earlier values of the same test, and every version received.
 * @throws DomainError `not-found` for what is not in this book.
 */
export async function readResult(ctx: Ctx, input: { id: string; showHidden: boolean }): Promise<ResultPageView> {
  const record = await openBook(ctx, "result", input);
  if (!isId(input.id)) throw notFound();
  return record.transaction(async (tx) => {
    const shown = { showHidden: record.decision.opensHidden };
    const folds = newestOf(ctx);
    const where = tx.sql`e.section in ('results', 'history') and e.entry_id = ${input.id}`;
    const [row] = await rowsQuery(tx.sql, record, { ...shown, where, limit: 1, withVisit: true });
    if (!row) throw notFound();
    const named = [...new Set(memberIds(readRow(row)))];
    const parts = named.slice(0, PARTS);
    const [persons, reports, versions, comments, registers, foundMembers, earlierRows, newerRows] = await Promise.all([
      personQuery(tx.sql, record.personId),
      reportsQuery(tx.sql, record),
      versionsQuery(tx, record, input.id),
      commentsQuery(tx.sql, record, [input.id]),
      registersQuery(tx.sql, record, [input.id, ...parts]),
      parts.length > 0
        ? rowsQuery(tx.sql, record, {
            ...shown,
            where: tx.sql`e.section in ('results', 'history') and e.entry_id = any(${parts}::uuid[])`,
            limit: PARTS,
            withVisit: false,
          })
        : [],
      // The largest last: what comes before then goes out with it.
      othersQuery(tx, record, { row, ...shown, newest: folds }, "before"),
      othersQuery(tx, record, { row, ...shown, newest: folds }, "after"),
    ]);
    const names = await namesOf(tx, row.facilityId, [row, ...foundMembers]);
    const [reported, ...memberRows] = withReports([row, ...foundMembers], reports);
    const person = bookPerson(ctx, record.personId, persons[0]);
    const mapped = (r: EntryRow) =>
      withRegisters(mapItem(r, ctx.now(), names) as ResultView, r, registers[0] ?? NO_REGISTERS, person);
    const result = mapped(reported ?? row);
    const about = testOf(readRow<AnyResult>(row).resource);
    const others = [...earlierRows, ...newerRows].map((r) => ({ row: r, item: mapItem(r, ctx.now()) as ResultView }));
    const trend = row.type === "Observation" ? trendOf({ row, item: result }, others, about?.id) : undefined;
    const newest = trend?.points.filter((point) => later(point, result)).at(-1);
    return {
      person,
      result,
      about,
      comments: comments.map((one) => commentView(ctx.keys, one)),
      members: inOrder(memberRows, parts).map(mapped),
      membersUnshown: named.length - parts.length,
      newer: newest && { id: newest.id, when: newest.when, hidden: newest.hidden },
      trend: trend && trend.points.length > 1 ? trend : undefined,
      versions: versions.map((v) => ({
        receivedAt: v.receivedAt.toISOString(),
        current: v.current,
        status: v.status ?? undefined,
      })),
    };
  });
}

const inOrder = (rows: EntryRow[], ids: string[]): EntryRow[] =>
  [...rows].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));

/** What may be the same test, from any facility: a code in common, or the very same name. The trend says which of them are. */
function othersQuery(
  tx: Tx,
  record: OpenedRecord,
  { row, showHidden, newest }: { row: EntryRow; showHidden: boolean; newest: Newest },
  side: "before" | "after",
) {
  const { resource } = readRow<Observation>(row);
  const codes = (resource.code?.coding ?? []).flatMap(({ code }) => code ?? []);
  const name = resource.code?.text?.trim().toLowerCase() ?? "";
  if (resource.resourceType !== "Observation" || (codes.length === 0 && !name) || !row.timeLow)
    return Promise.resolve([]);
  const time = side === "before" ? tx.sql`e.time_low < ${row.timeLow}` : tx.sql`e.time_low > ${row.timeLow}`;
  return rowsQuery(tx.sql, record, {
    where: tx.sql`not ${isFolded(tx.sql, record, newest)} and e.section = ${row.section} and e.resource_type = 'Observation' and (e.code = any(${codes}::text[]) or lower(btrim(e.resource #>> '{code,text}')) = ${name})
      and ${time} and e.withdrawn_at is null and coalesce(e.status, '') not in ('entered-in-error', 'cancelled', 'registered')`,
    limit: OTHERS,
    showHidden,
    withVisit: false,
  });
}

const later = (point: TrendPoint, { when }: ResultView): boolean => (point.when?.from ?? "") > (when?.from ?? "~");

const versionsQuery = (tx: Tx, record: OpenedRecord, entryId: string) => tx.sql<
  { receivedAt: Date; current: boolean; status: string | null }[]
>`
  select e.received_at as "receivedAt", e.current, e.status from entries e
  where ${ofRecord(tx.sql, record)} and e.entry_id = ${entryId} order by e.version_at desc, e.received_at desc limit 20`;

const notFound = () => new DomainError("not-found", "no-such-result", "This result is not in the book that is open.");
