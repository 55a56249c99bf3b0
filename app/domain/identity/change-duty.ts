import type { AssuranceLevel } from "#app/domain/access/actor.ts";
import { BOOK_LEVEL } from "#app/domain/access/rules.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { DomainError } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.ts";
import type { Db, Tx } from "#db/client.ts";
import type { SignInContext } from "./complete-sign-in.ts";
import { actorOfSession, dutiesOf } from "./internal/duties.ts";
import { noteSignIn } from "./internal/note-sign-in.ts";
import { newToken, tokenHash } from "./internal/tokens.ts";
import type { Duty } from "./view.ts";

export interface DutyContext {
  db: Db;
  now: () => Date;
  requestId: string;
  visitor: SignInContext["visitor"];
}

interface Old {
  id: string;
  personId: string;
  issuer: string;
  provider: string;
  level: AssuranceLevel;
  counterId: string | null;
  authenticatedAt: Date;
}

/**
 * From now on the browser is on this duty, or without one the person themself again: a session with a name and a
 * token of its own takes the old one's place, as old and as sure. Who may: whoever holds the session, for a
 * role in force on the roster. @throws DomainError `not-found` for a role that is not, `session-over`.
 */
export async function changeDuty(
  ctx: DutyContext,
  input: { sessionToken: string; duty: Duty | undefined },
): Promise<{ sessionToken: string }> {
  const { duty } = input;
  const now = ctx.now();
  return ctx.db.transaction({}, async (tx) => {
    const [old] = await tx.sql<Old[]>`
      select id, person_id as "personId", issuer, provider, assurance_level as level, counter_id as "counterId", authenticated_at as "authenticatedAt"
      from sessions where id_hash = ${tokenHash(input.sessionToken)} and ended_at is null and ends_at > ${now} and locked_at is null
      for update`;
    if (!old) throw new DomainError("not-found", "session-over", "The session is over.");
    if (duty && !(await mayTake(tx, old, duty, now)))
      throw new DomainError("not-found", "no-such-duty", "The roster does not name the person in this role.");
    const opened = await continueAs(tx, old, duty, now);
    const actor = actorOfSession({ ...old, role: duty?.role ?? null, facilityId: duty?.facilityId ?? null });
    await recordAct(
      tx,
      { actor, requestId: ctx.requestId },
      { act: duty ? "duty.taken" : "duty.left", about: { kind: "session", id: opened.id }, detail: { before: old.id } },
    );
    await noteSignIn(tx, ctx, {
      personId: old.personId,
      identity: { provider: old.provider, assuranceLevel: old.level },
      kind: "switched",
      ...(duty && { code: duty.role }),
      sessionId: opened.id,
    });
    return { sessionToken: opened.token };
  });
}

async function mayTake(tx: Tx, old: Old, duty: Duty, now: Date): Promise<boolean> {
  const { personId, issuer, level, counterId } = old;
  if (level < BOOK_LEVEL) return false;
  if (counterId && !(await standsAt(tx, counterId, duty.facilityId))) return false;
  const duties = await dutiesOf(tx, { personId, issuer, now });
  return duties.some(({ role, facilityId }) => role === duty.role && facilityId === duty.facilityId);
}

/** Whoever works at a counter works for its facility. */
async function standsAt(tx: Tx, counterId: string, facilityId: string | undefined): Promise<boolean> {
  const [row] =
    await tx.sql`select from counters where id = ${counterId} and facility_id = ${facilityId ?? null}::uuid`;
  return row !== undefined;
}

/**
 * Everything of the old session but its token, its name, and whom it acted for. In its very row: whoever ends the person's
 * sessions meanwhile waits for this row, and would not see another.
 */
async function continueAs(tx: Tx, old: Old, duty: Duty | undefined, now: Date): Promise<{ id: string; token: string }> {
  const [id, token] = [newId(), newToken()];
  await tx.sql`
    update sessions set id_hash = ${tokenHash(token)}, id = ${id}, role = ${duty?.role ?? null}, facility_id = ${duty?.facilityId ?? null},
      acting_for = null, kept_form = null, created_at = ${now}, last_seen_at = ${now}
    where id = ${old.id}`;
  return { id, token };
}
