import type { Ctx } from "#app/domain/access/context.ts";
import { requireBookLevel } from "#app/domain/access/require-book-level.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import type { SignInContext } from "./complete-sign-in.ts";
import { closeAccess } from "./internal/close-access.ts";
import { noteSignIn } from "./internal/note-sign-in.ts";
import type { PersonActor } from "./view.ts";

/**
 * Closes the person's own access at once: every session ends, and whatever is opened in their name is refused where
 * records are read, also what was signed in a moment later. Locking again changes nothing. Who may: the person, at
 * the book's level; no fresh proof, for whoever is in a hurry must not be stopped. @throws DomainError `level-too-low`.
 */
export async function lockAccess(
  ctx: Ctx<PersonActor> & Pick<SignInContext, "visitor">,
  input: { provider: string },
): Promise<void> {
  requireBookLevel(ctx.actor);
  const { personId, assuranceLevel } = ctx.actor;
  await ctx.db.transaction({}, async (tx) => {
    const { locked, ended } = await closeAccess(tx, { personId, by: "self", now: ctx.now() });
    if (!locked) return;
    const identity = { provider: input.provider, assuranceLevel };
    await noteSignIn(tx, ctx, { personId, identity, kind: "locked", code: "self" });
    const about = { kind: "person", id: personId };
    await recordAct(tx, ctx, { act: "access.locked", about, detail: { sessions: ended } });
  });
}
