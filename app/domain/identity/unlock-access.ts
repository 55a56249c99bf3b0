import { requireFresh, stepUpNeeded } from "#app/domain/access/assurance.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { clusterOf } from "#app/domain/persons/cluster.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { SignInContext } from "./complete-sign-in.ts";
import { liftLocks } from "./internal/close-access.ts";
import { noteSignIn } from "./internal/note-sign-in.ts";
import { provedSince } from "./rules.ts";
import type { PersonActor, SessionView } from "./view.ts";

/**
 * Opens the person's own access again. Who may: the person, by a strong proof newer than the lock; what the help desk
 * has closed, the help desk opens. @throws DomainError `step-up-needed`, `locked-by-operator`.
 */
export async function unlockAccess(
  ctx: Ctx<PersonActor> & Pick<SignInContext, "visitor">,
  { provider, locked, authenticatedAt }: Pick<SessionView, "provider" | "locked" | "authenticatedAt">,
): Promise<void> {
  const { personId, assuranceLevel } = ctx.actor;
  requireFresh({ actor: { assuranceLevel, authenticatedAt }, now: ctx.now }, "unlock");
  if (!locked) return;
  if (!provedSince(authenticatedAt, locked.at)) throw stepUpNeeded("unlock");
  await ctx.db.transaction({}, async (tx) => {
    const personIds = await clusterOf(tx, personId);
    const lifted = await liftLocks(tx, { personIds, by: "self", now: ctx.now() });
    if (lifted === 0) throw new DomainError("forbidden", "locked-by-operator", "The help desk opens what it closed.");
    await noteSignIn(tx, ctx, { personId, identity: { provider, assuranceLevel }, kind: "unlocked", code: "self" });
    await recordAct(tx, ctx, { act: "access.unlocked", about: { kind: "person", id: personId } });
  });
}
