import { DomainError } from "#app/shared/errors.ts";
import type { SignInContext } from "../complete-sign-in.ts";
import { tokenHash } from "./tokens.ts";

export interface Attempt {
  provider: string;
  nonce: string;
  codeVerifier: string;
  returnTo: string;
  language: string;
}

/** The attempt this answer belongs to: of the same browser, not expired, and never again. */
export async function takeAttempt(
  ctx: SignInContext,
  state: string | null,
  browserToken: string | undefined,
): Promise<Attempt> {
  if (!state) throw new DomainError("invalid", "state-missing", "The answer names no sign-in.");
  if (!browserToken) throw new DomainError("invalid", "browser-unknown", "The browser has no sign-in under way.");
  const [attempt] = await ctx.db.sql<Attempt[]>`
    delete from sign_in_attempts
    where state_hash = ${tokenHash(state)} and browser_hash = ${tokenHash(browserToken)} and expires_at > ${ctx.now()}
    returning provider, nonce, code_verifier as "codeVerifier", return_to as "returnTo", language`;
  if (!attempt)
    throw new DomainError("invalid", "attempt-unknown", "There is no such sign-in of this browser, or it is over.");
  return attempt;
}
