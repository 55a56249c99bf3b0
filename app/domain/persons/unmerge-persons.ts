import { seal } from "#app/adapters/keys/sealing.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { requireFresh } from "#app/domain/access/assurance.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { noteDuty } from "#app/domain/access/note-duty.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId, newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { awaitDeliveries } from "./keep-together.ts";
import { lockPersons, sealedReason } from "./merge-persons.ts";

type Operator = Ctx<Extract<Actor, { kind: "operator" }>>;

interface Merge {
  id: string;
  mergedAt: Date;
}

/**
 * Two persons that were merged are two again, with those that had been merged into the one before. What
 * came meanwhile is to be read again: `message_replays` names it, oldest first. Who may: operators.
 * @throws DomainError `not-found`, `conflict`.
 */
export async function unmergePerson(ctx: Operator, input: { personId: string; reason: string }): Promise<void> {
  requireFresh(ctx, "merge-persons");
  const { personId, reason } = input;
  if (!isId(personId)) throw noPerson();
  const [before] = await ctx.db.sql<{ root: string | null }[]>`
    select merged_into as root from persons where id = ${personId}`;
  if (!before) throw noPerson();
  if (!before.root) throw notMerged();
  const { root } = before;
  // Committed first: under it the database tells which deliveries came, and nothing of what they say.
  const [event] = await ctx.db.transaction({}, (tx) =>
    noteDuty(tx, ctx, [root, personId], { action: "change", subject: "unmerge" }),
  );
  await ctx.db.transaction({ "app.access_event": event ?? "" }, async (tx) => {
    if ((await lockPersons(tx, [personId, root])).get(personId)?.mergedInto !== root) throw notMerged();
    await awaitDeliveries(tx, root);
    const merge = await endMerge(tx, ctx, personId, reason);
    const came = await tx.sql<{ facilityId: string; messageId: string; receivedAt: Date }[]>`
      select facility_id as "facilityId", message_id as "messageId", received_at as "receivedAt" from deliveries_since(${merge.mergedAt})`;
    // What closes a case for both goes on closing it for each.
    await tx.sql`select closings_for_each()`;
    await tx.sql`update persons set merged_into = null, updated_at = now() where id = ${personId}`;
    await tx.sql`
      update persons p set merged_into = ${personId}, updated_at = now()
      from person_merges m where m.person_id = p.id and m.into_id = ${personId} and m.unmerged_at is null and p.merged_into = ${root}`;
    await tx.sql`
      insert into message_replays (facility_id, id, message_id, person_id, asked_by, received_at)
      select f, i, m, ${personId}, ${ctx.actor.personId}, t
      from unnest(${came.map((c) => c.facilityId)}::uuid[], ${came.map(() => newId())}::uuid[], ${came.map((c) => c.messageId)}::uuid[],
        ${came.map((c) => c.receivedAt.toISOString())}::timestamptz[]) as c (f, i, m, t)`;
    await recordAct(tx, ctx, {
      act: "person.unmerged",
      about: { kind: "person", id: personId },
      detail: { from: root, deliveries: came.length },
    });
  });
}

async function endMerge(tx: Tx, ctx: Operator, personId: string, reason: string): Promise<Merge> {
  const [merge] = await tx.sql<Merge[]>`
    select id, merged_at as "mergedAt" from person_merges where person_id = ${personId} and unmerged_at is null`;
  if (!merge) throw notMerged();
  await tx.sql`
    update person_merges set unmerged_by = ${ctx.actor.personId}, unmerged_at = ${ctx.now()},
      unmerged_reason = ${seal(ctx.keys, sealedReason(personId, merge.id, "unmerged_reason"), reason)}
    where person_id = ${personId} and id = ${merge.id}`;
  return merge;
}

/** What reads a delivery again: the feed, which alone may see its bytes. */
export interface Rereader {
  replayAfterUnmerge(input: { facilityId: string; replayId: string }): Promise<{ outcome: string }>;
}

/** Deliveries read again at one press; the rest waits for the next. */
const AT_ONCE = 100;

/** Reads again what came while the person was merged, oldest first. Who may: operators. Gives how many are left. */
export async function rereadDeliveries(ctx: Operator, personId: string, feed: Rereader): Promise<number> {
  if (!isId(personId)) throw noPerson();
  const waiting = await ctx.db.sql<{ facilityId: string; replayId: string; total: number }[]>`
    select facility_id as "facilityId", id as "replayId", count(*) over ()::int as total from message_replays
    where person_id = ${personId} and done_at is null order by received_at, id limit ${AT_ONCE}`;
  for (const { facilityId, replayId } of waiting) await feed.replayAfterUnmerge({ facilityId, replayId });
  return (waiting[0]?.total ?? 0) - waiting.length;
}

const noPerson = () => new DomainError("not-found", "no-such-person", "There is no such person.");
const notMerged = () => new DomainError("conflict", "not-merged", "This person is not merged into anybody.");
