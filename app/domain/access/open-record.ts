import type { PendingQuery, TransactionSql } from "postgres";
import { DomainError } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import type { AccessRequest, Actor } from "./actor.ts";
import { stepUpNeeded } from "./assurance.ts";
import type { Ctx } from "./context.ts";
import { type Decision, decide } from "./rules.ts";

/**
 * A person's record, open for one request under a committed access event. The only way to a guarded
 * row: the database shows none without the event (design §5.3).
 */
export interface OpenedRecord {
  personId: string;
  /** The person and those merged with them: the cluster the event opens. */
  personIds: string[];
  decision: Extract<Decision, { permit: true }>;
  /** One statement under the event. */
  read<T extends readonly object[]>(statement: (sql: TransactionSql) => PendingQuery<T>): Promise<T>;
  /** Several statements under the event, sent together. */
  readAll<T extends readonly (readonly object[])[]>(
    statements: (sql: TransactionSql) => { [K in keyof T]: PendingQuery<T[K] & readonly object[]> },
  ): Promise<T>;
  /** Statements that depend on each other, or a change, under the event. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** A request, and the one correction or the entries it opens where it is about these alone. */
export type OpenedAs = AccessRequest & { correctionId?: string; entryIds?: string[] };

/**
 * Decides, commits the access event, then opens the record. A refusal is committed too.
 * @throws DomainError `forbidden` with the reason when it may be told, else `not-found`.
 */
export const openRecord = (ctx: Ctx, request: AccessRequest): Promise<OpenedRecord> =>
  openAs(ctx, request, decide(ctx.actor, request, ctx.now()));

/** As `openRecord`, for a decision that another verb of this subject has taken. */
export async function openAs(ctx: Ctx, request: OpenedAs, decision: Decision): Promise<OpenedRecord> {
  const eventId = newId();
  const { personIds, locked } = await commitEvent(ctx, eventId, request, decision);
  if (!decision.permit) throw refusal(decision);
  if (locked) throw accessLocked();
  const settings = { "app.access_event": eventId };
  return {
    personId: request.personId,
    personIds,
    decision,
    read: (statement) => ctx.db.read(settings, statement),
    readAll: (statements) => ctx.db.readAll(settings, statements),
    transaction: (work) => ctx.db.transaction(settings, work),
  };
}

/**
 * Writes the event in a transaction of its own, and says who is in the person's cluster. Whose own access is locked
 * opens nothing, under any of their names: what would be a permit is a refusal then, as the guard would have it.
 */
async function commitEvent(
  ctx: Ctx,
  eventId: string,
  request: OpenedAs,
  decision: Decision,
): Promise<{ personIds: string[]; locked: boolean }> {
  const who = actorColumns(ctx.actor);
  const [found] = await ctx.db.sql<{ ids: string[] | null; locked: boolean }[]>`
    with root as (
      select coalesce(p.merged_into, p.id) as id from persons p where p.id = ${request.personId}
    ), lock as (
      select exists (
        select from persons a join persons c on c.id = coalesce(a.merged_into, a.id) or c.merged_into = coalesce(a.merged_into, a.id)
          join access_locks l on l.person_id = c.id and l.lifted_at is null
        where a.id = ${who.personId}) and ${decision.permit} as locked
    ), event as (
      insert into access_events (person_id, id, outcome, basis, purpose, action, sections, labels, opens_hidden, actor_kind,
        actor_person_id, actor_client_id, actor_facility_id, subject, reason, request_id, opens_correction, opens_entries)
      select root.id, ${eventId}, case when lock.locked then 'deny' else ${decision.permit ? "permit" : "deny"} end, ${decision.basis}, ${decision.purpose}, ${request.action},
        ${decision.permit ? decision.dataTypes : [...request.dataTypes]}::text[], ${decision.permit ? decision.labels : []}::text[],
        ${decision.permit && decision.opensHidden} and not lock.locked, ${who.kind}, ${who.personId}, ${who.clientId}, ${who.facilityId},
        ${request.subject}, case when lock.locked then 'locked' else ${decision.permit ? null : decision.reason} end, ${ctx.requestId}, ${request.correctionId ?? null},
        ${decision.permit && request.entryIds ? request.entryIds : null}::uuid[]
      from root, lock
    )
    select lock.locked, (select array_agg(p.id) from (select id from root union all select m.id from persons m, root where m.merged_into = root.id) p) as ids from lock`;
  if (!found?.ids) throw new DomainError("not-found", "no-such-record", "There is no such person.");
  return { personIds: found.ids, locked: found.locked };
}

function refusal(decision: Extract<Decision, { permit: false }>): DomainError {
  if (decision.reason === "step-up-needed") return stepUpNeeded(decision.needs);
  if (decision.reason === "level-too-low") return levelTooLow();
  if (decision.reason === "ended") return new DomainError("forbidden", "proxy-ended", "The proxy has ended.");
  if (decision.reason === "out-of-scope") return outOfScope();
  return new DomainError("not-found", "no-such-record", "The record is not the actor's to open.");
}

export const accessLocked = () => new DomainError("forbidden", "access-locked", "The actor's own access is locked.");

export const outOfScope = () => new DomainError("forbidden", "proxy-scope", "The proxy's scope does not cover this.");

export const levelTooLow = () => new DomainError("forbidden", "level-too-low", "The assurance level is too low.");

/** The actor as the log keeps it. */
export function actorColumns(actor: Actor): {
  kind: string;
  personId: string | null;
  clientId: string | null;
  facilityId: string | null;
} {
  return {
    kind: actor.kind,
    personId: "personId" in actor ? actor.personId : null,
    clientId: "clientId" in actor ? actor.clientId : null,
    facilityId: "facilityId" in actor ? actor.facilityId : null,
  };
}
