import type { VerifiedIdentity } from "#app/adapters/digital-id/identity.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { SignInContext } from "../complete-sign-in.ts";
import { ATTEMPT_MINUTES } from "../rules.ts";
import type { Attempt } from "./take-attempt.ts";

/** Providers' clocks may go before or after ours. */
const CLOCK_SKEW_MS = 60_000;

/** Exchanges the code of the answer to an attempt. @throws DomainError `expired`, `provider-unknown`, `answer-elsewhere`, and the provider's. */
export async function identityOfAnswer(
  ctx: Pick<SignInContext, "digitalIds">,
  callback: URL,
  attempt: Attempt,
): Promise<VerifiedIdentity> {
  if (attempt.expired) throw new DomainError("invalid", "expired", "The sign-in came back too late.");
  const digitalId = ctx.digitalIds.find(attempt.provider);
  if (!digitalId) throw new DomainError("invalid", "provider-unknown", "The digital ID is switched off.");
  if (callback.pathname !== digitalId.redirectPath)
    throw new DomainError("invalid", "answer-elsewhere", "The answer came to another digital ID's address.");
  const { nonce, codeVerifier, stepUp, proofKey, provedSince } = attempt;
  const state = callback.searchParams.get("state") ?? "";
  // With an age the answer must say when they proved it; at a counter that is checked against the attempt itself.
  const maxAgeSeconds = provedSince ? ATTEMPT_MINUTES * 60 : stepUp?.maxAgeSeconds;
  const identity = await digitalId.finish(callback, { state, nonce, codeVerifier, proofKey, maxAgeSeconds });
  if (provedSince && identity.authenticatedAt.getTime() < provedSince.getTime() - CLOCK_SKEW_MS)
    throw new DomainError("forbidden", "auth-not-anew", "The provider went on with whoever it knew already.");
  return identity;
}
