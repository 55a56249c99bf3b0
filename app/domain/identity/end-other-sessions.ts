import type { Ctx } from "#app/domain/access/context.ts";
import { requireBookLevel } from "#app/domain/access/require-book-level.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { isId } from "#app/shared/ids.ts";
import type { SignInContext } from "./complete-sign-in.ts";
import { endSessionsOf } from "./internal/end-all.ts";
import { noteSignIn } from "./internal/note-sign-in.ts";
import type { PersonActor } from "./view.ts";

type Own = Ctx<PersonActor> & Pick<SignInContext, "visitor">;

/**
 * Signs the person out of one of their browsers, or of all but the one at hand; it is refused on its very next
 * request. Twice changes nothing more. Who may: the person, at the book's level. @throws DomainError `level-too-low`.
 */
export async function endOtherSessions(
  ctx: Own,
  input: { current: string; provider: string; only: string | undefined },
): Promise<number> {
  requireBookLevel(ctx.actor);
  const { current, provider, only } = input;
  if (only !== undefined && !isId(only)) return 0;
  const { personId, assuranceLevel } = ctx.actor;
  return ctx.db.transaction({}, async (tx) => {
    const range = only === undefined ? { but: current } : { only, but: current };
    const ended = await endSessionsOf(tx, { personId, now: ctx.now(), why: "signed-out-elsewhere", ...range });
    for (const sessionId of ended)
      await noteSignIn(tx, ctx, { personId, identity: { provider, assuranceLevel }, kind: "ended", sessionId });
    if (ended.length > 0)
      await recordAct(tx, ctx, {
        act: "sessions.ended",
        about: { kind: "person", id: personId },
        detail: { n: ended.length },
      });
    return ended.length;
  });
}
