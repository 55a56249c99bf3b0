import type { PendingQuery, Row } from "postgres";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { actorColumns } from "#app/domain/access/open-record.ts";
import { newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import type { CorrectionEventView } from "../view.ts";
import { sealWords } from "./words.ts";

interface Noted {
  personId: string;
  correctionId: string;
  what: CorrectionEventView["what"];
  words?: string | undefined;
}

/** Says in a report's history what somebody did and said, in the transaction that does it. */
export async function noteEvent(tx: Pick<Tx, "sql">, ctx: Ctx<Actor>, noted: Noted): Promise<void> {
  await insertEvent(tx, ctx, noted, tx.sql`(select) as done`);
}

/**
 * Changes one row of the inbox (an UPDATE without RETURNING) and says it in the history, in one statement: an answer
 * ends the right to add to it. Says whether there was anything to change.
 */
export async function changeAndNote(
  tx: Pick<Tx, "sql">,
  ctx: Ctx<Actor>,
  noted: Noted,
  update: PendingQuery<Row[]>,
): Promise<boolean> {
  const done = await tx.sql`with done as (${update} returning reference) ${insertEvent(tx, ctx, noted, tx.sql`done`)}`;
  return done.count === 1;
}

function insertEvent({ sql }: Pick<Tx, "sql">, ctx: Ctx<Actor>, noted: Noted, from: PendingQuery<Row[]>) {
  const { personId, correctionId, what, words } = noted;
  const id = newId();
  const who = actorColumns(ctx.actor);
  return sql`
    insert into correction_events (person_id, correction_id, id, at, what, by_kind, by_person_id, by_facility_id, note)
    select ${personId}::uuid, ${correctionId}::uuid, ${id}::uuid, ${ctx.now()}::timestamptz, ${what}, ${who.kind}, ${who.personId}::uuid,
      ${who.facilityId}::uuid, ${sealWords(ctx.keys, personId, id, words)}::bytea
    from ${from}`;
}
