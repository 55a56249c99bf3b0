import type { VerifiedIdentity } from "#app/adapters/digital-id/identity.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { SignInContext } from "../complete-sign-in.ts";
import type { Attempt } from "./take-attempt.ts";

/** Exchanges the code of the answer to an attempt. @throws DomainError `expired`, `provider-unknown`, and the provider's. */
export async function identityOfAnswer(
  ctx: Pick<SignInContext, "digitalIds">,
  callback: URL,
  attempt: Attempt,
): Promise<VerifiedIdentity> {
  if (attempt.expired) throw new DomainError("invalid", "expired", "The sign-in came back too late.");
  const digitalId = ctx.digitalIds.find(attempt.provider);
  if (!digitalId) throw new DomainError("invalid", "provider-unknown", "The digital ID is switched off.");
  const { nonce, codeVerifier, stepUp, proofKey } = attempt;
  const state = callback.searchParams.get("state") ?? "";
  return digitalId.finish(callback, { state, nonce, codeVerifier, proofKey, maxAgeSeconds: stepUp?.maxAgeSeconds });
}
