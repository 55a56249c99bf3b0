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
  const { personId, correctionId, what, words } = noted;
  const id = newId();
  const who = actorColumns(ctx.actor);
  await tx.sql`
    insert into correction_events (person_id, correction_id, id, at, what, by_kind, by_person_id, by_facility_id, note)
    values (${personId}, ${correctionId}, ${id}, ${ctx.now()}, ${what}, ${who.kind}, ${who.personId}, ${who.facilityId},
      ${sealWords(ctx.keys, personId, id, words)})`;
}
