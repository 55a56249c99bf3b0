import type { Actor } from "#app/domain/access/actor.ts";
import { actorColumns } from "#app/domain/access/open-record.ts";
import { newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";

export interface Act {
  /** What was done, e.g. "client.registered"; a code of the catalogue. */
  act: string;
  about: { kind: string; id: string };
  /** Codes and counts only: never a name, a number or a clinical value. */
  detail?: Record<string, string | number | boolean | null>;
}

/** Says in the log that something was done, in the transaction that does it. */
export async function recordAct(
  tx: Pick<Tx, "sql">,
  by: { actor: Actor; requestId?: string },
  act: Act,
): Promise<void> {
  const who = actorColumns(by.actor);
  await tx.sql`
    insert into acts (id, act, actor_kind, actor_person_id, actor_facility_id, about_kind, about_id, detail, request_id)
    values (${newId()}, ${act.act}, ${who.kind}, ${who.personId}, ${who.facilityId}, ${act.about.kind}, ${act.about.id},
      ${JSON.stringify(act.detail ?? {})}::jsonb, ${by.requestId ?? null})`;
}
