import { DomainError, isDomainError } from "#app/shared/errors.ts";
import type { CompletedSignIn, SignInAnswer, SignInContext } from "../complete-sign-in.ts";
import { identityOfAnswer } from "./identity-of-answer.ts";
import { strengthenSession } from "./strengthen-session.ts";
import type { Attempt, StepUpWanted } from "./take-attempt.ts";

/** The session that was there goes on in any case; an error says what it was for, and where that was. */
export async function completeStepUp(
  ctx: SignInContext,
  input: SignInAnswer,
  attempt: Attempt,
  wanted: StepUpWanted,
): Promise<CompletedSignIn> {
  const { returnTo, language, others } = attempt;
  try {
    const identity = await identityOfAnswer(ctx, input.callback, attempt);
    const sessionToken = await strengthenSession(ctx, wanted, identity, input.earlierSession);
    return { sessionToken, steppedUp: wanted.action, shift: undefined, returnTo, language, noticeDue: false, others };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const details = { stepUp: wanted.action, returnTo };
    throw new DomainError(error.kind, error.code, error.message, { cause: error, details });
  }
}
