import { authorizationChecks } from "#app/adapters/digital-id/digital-id.ts";
import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { Db } from "#db/client.ts";
import { newToken, tokenHash } from "./internal/tokens.ts";
import { ATTEMPT_MINUTES, safeReturnTo } from "./rules.ts";

export interface StartedSignIn {
  /** The provider's address to send the browser to. */
  url: string;
  /** For the pre-login cookie: only this browser may bring the answer. */
  browserToken: string;
}

/** Anybody may start a sign-in. State, nonce and verifier stay here, bound to this browser, for ten minutes. */
export async function startSignIn(
  ctx: { db: Db; digitalIds: DigitalIds; now: () => Date },
  input: { provider: string | null; returnTo: string | null; language: string; browserToken: string | undefined },
): Promise<StartedSignIn> {
  const digitalId = input.provider === null ? ctx.digitalIds.all[0] : ctx.digitalIds.find(input.provider);
  if (!digitalId) throw new DomainError("invalid", "provider-unknown", "There is no such digital ID here.");
  const checks = authorizationChecks();
  // A second tab or a double click keeps the first one's cookie, so that either may finish.
  const browserToken = input.browserToken ?? newToken();
  const { url } = await digitalId.authorize({ checks, language: input.language });
  const expiresAt = new Date(ctx.now().getTime() + ATTEMPT_MINUTES * 60_000);
  await ctx.db.sql`
    insert into sign_in_attempts (state_hash, browser_hash, code_verifier, nonce, return_to, language, expires_at, provider)
    values (${tokenHash(checks.state)}, ${tokenHash(browserToken)}, ${checks.codeVerifier}, ${checks.nonce},
      ${safeReturnTo(input.returnTo)}, ${input.language}, ${expiresAt}, ${digitalId.id})`;
  return { url: url.href, browserToken };
}
