import { assuranceOf, type StepUpAction } from "#app/domain/access/assurance.ts";
import { requireBookLevel } from "#app/domain/access/require-book-level.ts";
import { DomainError } from "#app/shared/errors.ts";
import { type SignInStart, type StartedSignIn, startAttempt, type WantedSignIn } from "./start-sign-in.ts";
import type { SessionView } from "./view.ts";

/**
 * Whoever is signed in proves again who they are, with the digital ID they signed in with, as an act of the table asks.
 * @throws DomainError `level-too-low`, `provider-unknown`, `step-up-unreachable` where this digital ID cannot prove it.
 */
export async function startStepUp(
  ctx: SignInStart,
  session: SessionView,
  input: WantedSignIn & { action: StepUpAction },
): Promise<StartedSignIn> {
  requireBookLevel(session.actor);
  const digitalId = ctx.digitalIds.find(session.provider);
  if (!digitalId) throw new DomainError("invalid", "provider-unknown", "The digital ID is switched off.");
  const { level, minutes } = assuranceOf[input.action];
  if (digitalId.highestLevel < level)
    throw new DomainError("forbidden", "step-up-unreachable", "The digital ID does not reach this level.");
  const proof = { session: session.id, action: input.action, level, maxAgeSeconds: minutes * 60 };
  return startAttempt(ctx, digitalId, input, proof);
}
