import { authorizationChecks } from "#app/adapters/digital-id/digital-id.ts";
import type { AuthorizationRequest, DigitalId, DigitalIds } from "#app/adapters/digital-id/provider.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { Db } from "#db/client.ts";
import { sealProofKey } from "./internal/proof-key.ts";
import { newToken, tokenHash } from "./internal/tokens.ts";
import { ATTEMPT_MINUTES, safeReturnTo } from "./rules.ts";

export interface SignInStart {
  db: Db;
  keys: KeyRing;
  digitalIds: DigitalIds;
  now: () => Date;
}

export interface StartedSignIn {
  /** The provider's address to send the browser to. */
  url: string;
  /** For the pre-login cookie: only this browser may bring the answer. */
  browserToken: string;
}

export interface WantedSignIn {
  returnTo: string | null;
  language: string;
  browserToken: string | undefined;
  /** At a shared counter nobody goes on with whoever the provider still knows: everybody is asked anew. */
  atCounter?: boolean;
}

/** What a step-up asks for, and the session it is to strengthen. */
export interface WantedProof extends Required<Pick<AuthorizationRequest, "level" | "maxAgeSeconds">> {
  session: string;
  action: string;
}

/** Anybody may start a sign-in. State, nonce and verifier stay here, bound to this browser, for ten minutes. */
export async function startSignIn(
  ctx: SignInStart,
  input: WantedSignIn & { provider: string | null },
): Promise<StartedSignIn> {
  const digitalId = input.provider === null ? ctx.digitalIds.all[0] : ctx.digitalIds.find(input.provider);
  if (!digitalId) throw new DomainError("invalid", "provider-unknown", "There is no such digital ID here.");
  return startAttempt(ctx, digitalId, input);
}

/** An attempt at one provider, kept until its answer comes. */
export async function startAttempt(
  ctx: SignInStart,
  digitalId: DigitalId,
  input: WantedSignIn,
  proof?: WantedProof,
): Promise<StartedSignIn> {
  const checks = authorizationChecks();
  // A second tab or a double click keeps the first one's cookie, so that either may finish.
  const browserToken = input.browserToken ?? newToken();
  const maxAgeSeconds = proof?.maxAgeSeconds ?? (input.atCounter ? 0 : undefined);
  const asked = { checks, language: input.language, level: proof?.level, maxAgeSeconds };
  const { url, proofKey } = await digitalId.authorize(asked);
  const expiresAt = new Date(ctx.now().getTime() + ATTEMPT_MINUTES * 60_000);
  const state = tokenHash(checks.state);
  await ctx.db.sql`
    insert into sign_in_attempts (state_hash, browser_hash, code_verifier, nonce, return_to, language, expires_at, provider,
      step_up_session, step_up_for, required_level, max_age_seconds, proof_key)
    values (${state}, ${tokenHash(browserToken)}, ${checks.codeVerifier}, ${checks.nonce},
      ${safeReturnTo(input.returnTo)}, ${input.language}, ${expiresAt}, ${digitalId.id},
      ${proof?.session ?? null}, ${proof?.action ?? null}, ${proof?.level ?? null}, ${maxAgeSeconds ?? null}, ${sealProofKey(ctx.keys, state, proofKey)})`;
  return { url: url.href, browserToken };
}
