import type { Staff } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { openResults } from "#app/domain/access/open-results.ts";
import { ruleOf } from "#app/domain/access/release-rules.ts";
import { isId, newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { sealComment } from "../internal/comments.ts";
import type { ExplainInput } from "./input.ts";
import { byPerson, requireClinician, type WaitingRow } from "./waiting.ts";

/** How many were done; `changed`: somebody else was first, or they are not (any more) to be opened. */
export interface Explained {
  done: number;
  changed: number;
}

export interface Chosen {
  entryId: string;
  /** How often it had been explained when the clinician read it: who comes second is told, and overwrites nothing. */
  comments: number;
}

/** `id:comments` of the form's boxes. */
export const chosenOf = (texts: readonly string[]): Chosen[] =>
  texts.flatMap((text) => {
    const [entryId = "", comments = ""] = text.split(":");
    return isId(entryId) && /^\d{1,6}$/.test(comments) ? [{ entryId, comments: Number(comments) }] : [];
  });

/**
 * Says the same of each chosen result of the clinician's own facility. It is added, never changed: a later one replaces
 * it and both stay. What waits for a review appears with it; what waits for a talk only once that is said.
 */
export const explainResults = (ctx: Ctx<Staff>, chosen: Chosen[], said: ExplainInput): Promise<Explained> =>
  each(ctx, chosen, async (tx, row) => {
    const id = newId();
    const { personId, entryId } = row;
    const { facilityId, personId: by } = ctx.actor;
    await tx.sql`
      insert into result_comments (person_id, entry_id, id, facility_id, phrase, weeks, words, by_person_id, at)
      values (${personId}, ${entryId}, ${id}, ${facilityId}, ${said.phrase}, ${said.phrase === "repeat" ? (said.weeks ?? null) : null},
        ${sealComment(ctx.keys, personId, id, said.words)}, ${by}, ${ctx.now()})`;
    await release(tx, row, (rule) => rule === "after-review");
  });

/** Shows the person what still waits, before its time: after they were talked with. */
export const releaseResults = (ctx: Ctx<Staff>, chosen: Chosen[]): Promise<Explained> =>
  each(ctx, chosen, (tx, row) => release(tx, row, () => true), { claims: false });

async function release(
  tx: Tx,
  { entryId, members }: WaitingRow,
  which: (when: string | undefined) => boolean,
): Promise<void> {
  const ids = [entryId, ...members];
  const held = await tx.sql<{ class: string }[]>`
    select distinct class from result_holds where entry_id = any(${ids}::uuid[]) and released_at is null`;
  const classes = held.flatMap((one) => (which(ruleOf(one.class)?.when) ? one.class : []));
  if (classes.length === 0) return;
  await tx.sql`
    update result_holds set released_at = now() where entry_id = any(${ids}::uuid[]) and class = any(${classes}::text[]) and released_at is null`;
}

async function each(
  ctx: Ctx<Staff>,
  chosen: Chosen[],
  work: (tx: Tx, row: WaitingRow) => Promise<void>,
  { claims = true } = {},
): Promise<Explained> {
  requireClinician(ctx);
  const { facilityId } = ctx.actor;
  const ids = chosen.slice(0, 100).map((one) => one.entryId);
  const rows = await ctx.db.read<WaitingRow[]>(
    { "app.facility": facilityId },
    (sql) => sql<WaitingRow[]>`
      select entry_id as "entryId", person_id as "personId", members, comments from result_inbox
      where facility_id = ${facilityId} and entry_id = any(${ids}::uuid[])`,
  );
  let done = 0;
  for (const group of byPerson(rows)) {
    const entryIds = group.flatMap(({ entryId, members }) => [entryId, ...members]);
    const record = await openResults(ctx, {
      personId: group[0]?.personId ?? "",
      facilityId,
      entryIds,
      action: "change",
    });
    for (const row of group)
      done += await record.transaction(async (tx) => {
        const seen = chosen.find((one) => one.entryId === row.entryId)?.comments ?? -1;
        if (!(await isOpen(tx, row))) return 0;
        // One conditional UPDATE decides between two clinicians, and a form sent twice.
        const claimed = claims
          ? await tx.sql`
              update result_inbox set comments = comments + 1
              where facility_id = ${facilityId} and entry_id = ${row.entryId} and comments = ${seen} returning 1`
          : [true];
        if (claimed.length === 0) return 0;
        await work(tx, row);
        return 1;
      });
  }
  return { done, changed: chosen.length - done };
}

/** Closed by a label or by the person, moved or withdrawn: then there is nothing to say here. */
const isOpen = async (tx: Tx, { entryId }: WaitingRow): Promise<boolean> =>
  (await tx.sql`select from entries e where e.entry_id = ${entryId} and e.current and e.withdrawn_at is null`).length >
  0;
