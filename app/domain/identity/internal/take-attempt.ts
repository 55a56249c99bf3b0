import type { AuthorizationStart } from "#app/adapters/digital-id/provider.ts";
import type { AssuranceLevel } from "#app/domain/access/actor.ts";
import { isStepUpAction, type StepUpAction } from "#app/domain/access/assurance.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { SignInContext } from "../complete-sign-in.ts";
import { ATTEMPT_MINUTES } from "../rules.ts";
import { openProofKey } from "./proof-key.ts";
import { tokenHash } from "./tokens.ts";

export interface StepUpWanted {
  session: string;
  action: StepUpAction;
  level: AssuranceLevel;
  maxAgeSeconds: number;
}

export interface Attempt {
  provider: string;
  nonce: string;
  codeVerifier: string;
  returnTo: string;
  language: string;
  /** It came back too late. */
  expired: boolean;
  stepUp: StepUpWanted | undefined;
  /** The DPoP key the answer must be fetched with. */
  proofKey: AuthorizationStart["proofKey"];
  begun: Date;
  /** The same browser has more sign-ins under way, in other tabs. */
  others: boolean;
  /** Begun at a shared counter: who comes must have proved who they are since. */
  provedSince: Date | undefined;
}

type Row = Omit<Attempt, "stepUp" | "proofKey" | "begun" | "provedSince"> & {
  sealedKey: Buffer | null;
  expiresAt: Date;
  session: string | null;
  action: string | null;
  level: AssuranceLevel | null;
  maxAgeSeconds: number | null;
};

/** The attempt this answer belongs to: of the same browser, and never again, also when it came too late. */
export async function takeAttempt(
  ctx: SignInContext,
  answer: URLSearchParams,
  browserToken: string | undefined,
): Promise<Attempt> {
  const state = answer.get("state");
  // A pushed request that was used or is too old (RFC 9126 §2.2) is not looked into any more, its state neither.
  if (!state && answer.get("error") === "invalid_request_uri")
    throw new DomainError("invalid", "request-uri-refused", "The provider takes the pushed request no more.");
  if (!state) throw new DomainError("invalid", "state-missing", "The answer names no sign-in.");
  if (!browserToken) throw new DomainError("invalid", "browser-unknown", "The browser has no sign-in under way.");
  const stateHash = tokenHash(state);
  const browserHash = tokenHash(browserToken);
  const [row] = await ctx.db.sql<Row[]>`
    delete from sign_in_attempts
    where state_hash = ${stateHash} and browser_hash = ${browserHash}
    returning expires_at as "expiresAt", expires_at <= ${ctx.now()} as expired, provider, nonce, code_verifier as "codeVerifier", return_to as "returnTo", language,
      step_up_session as session, step_up_for as action, required_level as level, max_age_seconds as "maxAgeSeconds", proof_key as "sealedKey",
      exists (select from sign_in_attempts o where o.browser_hash = ${browserHash} and o.state_hash <> ${stateHash} and o.expires_at > ${ctx.now()}) as others`;
  if (!row)
    throw new DomainError("invalid", "attempt-unknown", "There is no such sign-in of this browser, or it is over.");
  const { session, action, level, maxAgeSeconds, sealedKey, expiresAt, ...rest } = row;
  const begun = new Date(expiresAt.getTime() - ATTEMPT_MINUTES * 60_000);
  const attempt = { ...rest, begun, proofKey: openProofKey(ctx.keys, stateHash, sealedKey) };
  if (session === null || action === null || level === null || maxAgeSeconds === null || !isStepUpAction(action))
    return { ...attempt, stepUp: undefined, provedSince: maxAgeSeconds === 0 ? begun : undefined };
  return { ...attempt, stepUp: { session, action, level, maxAgeSeconds }, provedSince: undefined };
}
