import { newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import type { Actor } from "./actor.ts";
import type { Ctx } from "./context.ts";

type Operator = Ctx<Extract<Actor, { kind: "operator" }>>;

export interface Duty {
  action: "read" | "change";
  /** What is done, as a code of the log: identity, sorting, merge … */
  subject: string;
}

/**
 * Says in each person's own log that an operator looked at who they are, or changed it (basis duty). The
 * events open nothing: they have no sections. Gives their ids, in the order of the persons.
 */
export async function noteDuty(
  tx: Pick<Tx, "sql">,
  ctx: Operator,
  personIds: readonly string[],
  duty: Duty,
): Promise<string[]> {
  const ids = personIds.map(() => newId());
  if (ids.length === 0) return [];
  await tx.sql`
    insert into access_events (person_id, id, outcome, basis, purpose, action, sections, labels, actor_kind, actor_person_id, subject, request_id)
    select person, id, 'permit', 'duty', 'HOPERAT', ${duty.action}, '{}', '{}', 'operator', ${ctx.actor.personId}, ${duty.subject}, ${ctx.requestId}
    from unnest(${[...personIds]}::uuid[], ${ids}::uuid[]) as d (person, id)`;
  return ids;
}
