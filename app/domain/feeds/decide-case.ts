import { seal } from "#app/adapters/keys/sealing.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { noteDuty } from "#app/domain/access/note-duty.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { createPerson } from "#app/domain/persons/create-person.ts";
import { findPersons } from "#app/domain/persons/find-persons.ts";
import { linkIdentifiers } from "#app/domain/persons/link-identifiers.ts";
import { FINDING, type ScopedIdentifier, scopedAll } from "#app/domain/persons/scoped-identifier.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId, newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { type SaidInDelivery, unsealCase } from "./internal/open-case.ts";
import type { ReplayAnswer, ReplayInput } from "./replay-message.ts";

type Operator = Ctx<Extract<Actor, { kind: "operator" }>>;

export interface DecideInput {
  facilityId: string;
  id: string;
  decision: "attach" | "create" | "reject";
  /** Whose it is, for `attach`. */
  personId: string | undefined;
  /** Link the delivery's numbers to the person, so that the next one finds them. */
  link: boolean;
  /** Why, as the operator typed it; kept sealed. */
  note: string;
}

/** What reads a kept delivery again: the feed, which alone may see its bytes. */
export interface Replayer {
  replay(input: ReplayInput): Promise<ReplayAnswer>;
}

/**
 * An operator says whose a delivery is, or that it is nobody's here, and it is read in at once. One of two
 * operators decides; the same decision again, or after a lost answer, is carried out once. Who may:
 * operators. @throws DomainError `conflict` when somebody else has decided, `not-found`.
 */
export async function decideCase(ctx: Operator, input: DecideInput, feed: Replayer): Promise<ReplayAnswer["outcome"]> {
  if (!isId(input.facilityId) || !isId(input.id)) throw noCase();
  await ctx.db.transaction({}, (tx) => decide(tx, ctx, input));
  return (await feed.replay({ facilityId: input.facilityId, messageId: input.id })).outcome;
}

/** Carries out a decision whose reading in was interrupted. Who may: operators. */
export async function replayCase(_ctx: Operator, input: ReplayInput, feed: Replayer): Promise<ReplayAnswer["outcome"]> {
  if (!isId(input.facilityId) || !isId(input.messageId)) throw noCase();
  return (await feed.replay(input)).outcome;
}

/** Decides everything that waits and says the same of who it is, as this case was decided. Gives how many. */
export async function decideAlike(ctx: Operator, input: ReplayInput, feed: Replayer): Promise<number> {
  const { facilityId, messageId } = input;
  if (!isId(facilityId) || !isId(messageId)) throw noCase();
  const waiting = await ctx.db.sql<
    (Pick<DecideInput, "facilityId" | "id"> & {
      decision: DecideInput["decision"];
      personId: string | null;
      link: boolean;
    })[]
  >`
    select o.facility_id as "facilityId", o.message_id as id, q.decision, q.person_id as "personId", q.linked as link
    from quarantine_items q join quarantine_items o on o.identity = q.identity and o.state = 'waiting'
    join messages m on m.facility_id = o.facility_id and m.id = o.message_id and m.state = 'quarantined'
    where q.facility_id = ${facilityId} and q.message_id = ${messageId} and q.state <> 'waiting' order by o.opened_at limit 100`;
  for (const { decision, personId, ...one } of waiting)
    await decideCase(
      ctx,
      { ...one, decision: decision === "reject" ? "reject" : "attach", personId: personId ?? undefined, note: "" },
      feed,
    );
  return waiting.length;
}

async function decide(tx: Tx, ctx: Operator, input: DecideInput): Promise<void> {
  const { facilityId, id, decision } = input;
  const personId = decision === "create" ? newId() : decision === "attach" ? await rootOf(tx, input.personId) : null;
  const note = seal(ctx.keys, { table: "quarantine_items", owner: facilityId, row: `${id}/note` }, input.note);
  const [item] = await tx.sql<{ sealed: Buffer }[]>`
    update quarantine_items q set state = 'decided', decision = ${decision}, person_id = ${personId}, linked = ${input.link},
      decided_by = ${ctx.actor.personId}, decided_at = ${ctx.now()}, note = ${note}
    where q.facility_id = ${facilityId} and q.message_id = ${id} and q.state = 'waiting' and exists (
      select from messages m where m.facility_id = q.facility_id and m.id = q.message_id and m.state = 'quarantined')
    returning q.sealed`;
  if (!item) return decidedAlready(tx, ctx, input, personId);
  if (personId) {
    const { said } = unsealCase(ctx.keys, facilityId, id, item.sealed);
    await linkTo(tx, ctx, input, personId, said);
    await noteDuty(tx, ctx, [personId], { action: "change", subject: "sorted" });
  }
  await recordAct(tx, ctx, {
    act: "quarantine.decided",
    about: { kind: "message", id },
    detail: { decision, person: personId, linked: input.link },
  });
}

/** Pressed twice it is one decision; another one comes too late. */
async function decidedAlready(tx: Tx, ctx: Operator, input: DecideInput, personId: string | null): Promise<void> {
  const [same] = await tx.sql`
    select from quarantine_items where facility_id = ${input.facilityId} and message_id = ${input.id} and state <> 'waiting'
      and decision = ${input.decision} and decided_by = ${ctx.actor.personId}
      and (decision = 'create' or person_id is not distinct from ${personId})`;
  if (!same) throw new DomainError("conflict", "case-decided", "Somebody else has decided this meanwhile.");
}

/** A new person takes every number that is nobody's; a known one those the operator ticked, never another's. */
async function linkTo(
  tx: Tx,
  ctx: Operator,
  input: DecideInput,
  personId: string,
  said: SaidInDelivery,
): Promise<void> {
  const options = { keys: ctx.keys, assignerId: input.facilityId, source: "operator" };
  const free: ScopedIdentifier[] = [];
  for (const identifier of scopedAll(said.identifiers, input.facilityId)) {
    const owners = FINDING.has(identifier.kind) ? await findPersons(tx, ctx.keys, [identifier]) : [];
    if (owners.every((owner) => owner.id === personId)) free.push(identifier);
  }
  if (input.decision === "create") await createPerson(tx, said, free, options, personId);
  else if (input.link) {
    const [numbered] = await tx.sql`
      select from persons p join identifiers i on i.person_id = p.id and i.kind = 'personal_number' and i.valid_to is null
      where ${personId} in (p.id, p.merged_into)`;
    await linkIdentifiers(
      tx,
      personId,
      free.filter((i) => !numbered || i.kind !== "personal_number"),
      options,
    );
  }
}

async function rootOf(tx: Tx, personId: string | undefined): Promise<string> {
  const [person] =
    personId && isId(personId)
      ? await tx.sql<{ id: string }[]>`select coalesce(merged_into, id) as id from persons where id = ${personId}`
      : [];
  if (!person) throw new DomainError("not-found", "no-such-person", "There is no such person.");
  return person.id;
}

const noCase = () => new DomainError("not-found", "no-such-case", "There is no such case.");
