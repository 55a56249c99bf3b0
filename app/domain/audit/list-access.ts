import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { openRecord } from "#app/domain/access/open-record.ts";
import { unsealNames } from "#app/domain/persons/demographics.ts";
import type { AccessLine, AccessLogView } from "./view.ts";

interface Row {
  id: string;
  day: string;
  firstAt: Date;
  lastAt: Date;
  count: number;
  outcome: "permit" | "deny";
  kind: AccessLine["who"]["kind"];
  actorId: string | null;
  demographics: Buffer | null;
  facility: string | null;
  basis: string;
  purpose: string;
  action: string;
  subject: string;
  total: number;
}

export const LINES_PER_PAGE = 30;

/**
 * Who looked at the person's record: one line per actor, thing and day. Who may: the person alone;
 * reading the log is itself an event.
 */
export async function listAccess(
  ctx: Ctx<Extract<Actor, { kind: "citizen" }>>,
  /** From 1; beyond the last page is the last page. */
  input: { page: number },
): Promise<AccessLogView> {
  const me = ctx.actor.personId;
  const record = await openRecord(ctx, {
    personId: me,
    dataTypes: ["log"],
    action: "read",
    subject: "log",
    showHidden: false,
  });
  const rows = await record.read<Row[]>(
    (sql) => sql<Row[]>`
    with lines as (
      select min(e.id::text) as id, to_char(e.occurred_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day, min(e.occurred_at) as "firstAt", max(e.occurred_at) as "lastAt",
        count(*)::int as count, e.outcome, e.actor_kind as kind, e.actor_person_id as "actorId", e.actor_facility_id, e.basis, e.purpose, e.action, e.subject
      from unnest(opened_persons()) as p (id) join access_events e on e.person_id = p.id
      group by 2, e.outcome, e.actor_kind, e.actor_person_id, e.actor_facility_id, e.basis, e.purpose, e.action, e.subject
    ), counted as (select count(*)::int as total from lines)
    select l.*, c.total, a.demographics, f.short_name as facility
    from lines l cross join counted c
    left join persons a on a.id = l."actorId"
    left join facility_names f on f.facility_id = l.actor_facility_id and f.valid_to is null
    order by l."lastAt" desc limit ${LINES_PER_PAGE} offset (
      select least(${(input.page - 1) * LINES_PER_PAGE}::bigint, (greatest(c.total, 1) - 1) / ${LINES_PER_PAGE}::int * ${LINES_PER_PAGE}::int) from counted c)`,
  );
  const total = rows[0]?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / LINES_PER_PAGE));
  return { days: byDay(ctx, rows), page: Math.min(input.page, pages), pages, total };
}

function byDay(ctx: Ctx<Extract<Actor, { kind: "citizen" }>>, rows: Row[]): AccessLogView["days"] {
  const days = new Map<string, AccessLine[]>();
  for (const row of rows) days.set(row.day, [...(days.get(row.day) ?? []), lineOf(ctx, row)]);
  return [...days].map(([day, lines]) => ({ day, lines }));
}

function lineOf(ctx: Ctx<Extract<Actor, { kind: "citizen" }>>, row: Row): AccessLine {
  const name = row.actorId ? unsealNames(ctx.keys, row.actorId, row.demographics)[0] : undefined;
  return {
    id: row.id,
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    count: row.count,
    outcome: row.outcome,
    who: { kind: row.kind, you: row.actorId === ctx.actor.personId, name, facility: row.facility ?? undefined },
    basis: row.basis,
    purpose: row.purpose,
    action: row.action,
    subject: row.subject,
  };
}
