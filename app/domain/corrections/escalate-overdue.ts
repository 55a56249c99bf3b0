import { newId } from "#app/shared/ids.ts";
import type { Db, Tx } from "#db/client.ts";
import { type Brought, bringBeforeDepartment } from "./internal/bring-before-department.ts";
import { departmentId } from "./internal/department.ts";
import { transitions } from "./rules.ts";
import { escalatesAt } from "./terms.ts";

interface Clock {
  db: Db;
  now: () => Date;
}

/** So many at once; the rest is found the next time. */
const BATCH = 500;

/**
 * What time does to reports: unanswered past the deadline is overdue, and after the days of grace the health department's.
 * Who may: the job. Opens nothing; doing it again changes nothing.
 */
export async function escalateOverdue(ctx: Clock): Promise<{ overdue: number; escalated: number }> {
  const now = ctx.now();
  const missed = await ctx.db.transaction({}, async (tx) => {
    const rows = await tx.sql<Brought[]>`
      update correction_inbox set state = 'overdue', overdue_at = ${now}
      where state = any(${[...transitions.miss.from]}) and decide_by < ${now} and reference in (
        select reference from correction_inbox where state = any(${[...transitions.miss.from]}) and decide_by < ${now} order by decide_by limit ${BATCH} for update skip locked)
      returning reference, person_id as "personId", correction_id as "correctionId"`;
    for (const row of rows) await noteClock(tx, row, "overdue", now);
    return rows.length;
  });
  let escalated = 0;
  for (const reference of await outOfGrace(ctx, now)) {
    const done = await ctx.db.transaction({}, async (tx) => {
      const by = { departmentId: await departmentId(tx), now, reference };
      const brought = await bringBeforeDepartment(tx, by, tx.sql`i.state = 'overdue'`);
      if (brought) await noteClock(tx, brought, "escalated", now);
      return brought !== undefined;
    });
    if (done) escalated++;
  }
  return { overdue: missed, escalated };
}

async function outOfGrace({ db }: Clock, now: Date): Promise<string[]> {
  const rows = await db.sql<{ reference: string; sentAt: Date; decideBy: Date }[]>`
    select reference, sent_at as "sentAt", decide_by as "decideBy" from correction_inbox
    where state = 'overdue' and escalated_at is null and about_facility_id is not null order by decide_by limit ${BATCH}`;
  return rows.filter((row) => escalatesAt(row.sentAt, row.decideBy) < now).map((row) => row.reference);
}

async function noteClock(tx: Tx, { personId, correctionId }: Brought, what: "overdue" | "escalated", now: Date) {
  await tx.sql`
    insert into correction_events (person_id, correction_id, id, at, what, by_kind)
    values (${personId}, ${correctionId}, ${newId()}, ${now}, ${what}, 'job')`;
}
