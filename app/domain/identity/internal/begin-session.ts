import type { VerifiedIdentity } from "#app/adapters/digital-id/identity.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import type { Tx } from "#db/client.ts";
import type { SignInContext } from "../complete-sign-in.ts";
import type { Arrival } from "./arrive.ts";
import { capSessions } from "./cap-sessions.ts";
import { actorOnDuty } from "./duties.ts";
import { noteSignIn } from "./note-sign-in.ts";
import { newSession, openSession } from "./open-session.ts";
import { subjectHash } from "./provider-hashes.ts";

/**
 * The session, and all that is written of it. Nothing here waits for another's answer, so it goes in one round trip;
 * the database works through it in this order.
 */
export async function beginSession(
  tx: Tx,
  ctx: SignInContext,
  { personId, linked }: { personId: string; linked?: "first" | "further" },
  identity: VerifiedIdentity,
  arrival: Arrival,
): Promise<{ token: string }> {
  const session = newSession();
  const { issuer, subject, assuranceLevel: level, authenticatedAt } = identity;
  const { duty } = arrival;
  const by = (actor: Actor) => ({ actor, requestId: ctx.requestId });
  const citizen: Actor = { kind: "citizen", personId, assuranceLevel: level, authenticatedAt };
  const opened = { act: "session.opened", about: { kind: "person", id: personId }, detail: { level } };
  const taken = { act: "duty.taken", about: { kind: "session", id: session.id } };
  await Promise.all([
    openSession(tx, ctx, session, personId, identity, arrival),
    capSessions(tx, subjectHash(ctx.keys, issuer, subject), ctx.now()),
    linked && noteSignIn(tx, ctx, { personId, identity, kind: "linked", code: linked }),
    noteSignIn(tx, ctx, { personId, identity, kind: "opened", sessionId: session.id }),
    recordAct(tx, by(citizen), opened),
    duty && recordAct(tx, by(actorOnDuty(duty, { personId, level, authenticatedAt })), taken),
    // Nobody waits for it: what hospitals' own servers have is asked for by the worker.
    tx.sql`select enqueue('pull-at-sign-in', '{}', 'pull-at-sign-in') where exists (select from pulled_sources where suspended_at is null)`,
  ]);
  return session;
}
