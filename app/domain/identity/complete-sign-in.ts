import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { StepUpAction } from "#app/domain/access/assurance.ts";
import { BOOK_LEVEL } from "#app/domain/access/rules.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { ownCluster } from "#app/domain/persons/cluster.ts";
import { DomainError, isDomainError } from "#app/shared/errors.ts";
import type { Db, Tx } from "#db/client.ts";
import { arrive, leaveEarlier } from "./internal/arrive.ts";
import { beginSession } from "./internal/begin-session.ts";
import { completeStepUp } from "./internal/complete-step-up.ts";
import { dutiesOf } from "./internal/duties.ts";
import { identityOfAnswer } from "./internal/identity-of-answer.ts";
import { openHelp } from "./internal/open-help.ts";
import { openedBeside } from "./internal/opened-beside.ts";
import { retried } from "./internal/retried.ts";
import { type Attempt, takeAttempt } from "./internal/take-attempt.ts";
import { whoSignedIn } from "./internal/who-signed-in.ts";
import { PRIVACY_NOTICE } from "./rules.ts";
import type { StaffRole } from "./view.ts";

export interface SignInContext {
  db: Db;
  keys: KeyRing;
  digitalIds: DigitalIds;
  now: () => Date;
  requestId: string;
  /** Words about the browser and its network, for the person's own list. */
  visitor: { device: string; network: string };
}

export interface SignInAnswer {
  callback: URL;
  /** The pre-login cookie. */
  browserToken: string | undefined;
  /** The session the browser had before, if any: it ends with this sign-in. */
  earlierSession: string | undefined;
  /** The cookie of a shared counter, if the browser is one. */
  counterToken?: string | undefined;
}

/** Nobody can say whose sign-in it is: no session, but a cookie that opens its case and nothing else. */
export interface UnclearSignIn {
  helpToken: string;
  others: boolean;
}

export interface CompletedSignIn {
  sessionToken: string;
  /** It made the session stronger that there was, for this act. */
  steppedUp: StepUpAction | undefined;
  /** It began a shift at a counter; a form may wait there. */
  shift: { role: StaffRole; kept: boolean } | undefined;
  returnTo: string;
  language: string;
  noticeDue: boolean;
  /** The same browser has more sign-ins under way: its pre-login cookie is still needed. */
  others: boolean;
}

/**
 * The provider's answer becomes a session: the attempt of this very browser is taken (once), the code
 * exchanged, the person found by the account or the verified number, never by name. @throws DomainError per failed step,
 * with where it was going and through which digital ID, so that another try goes the same way.
 */
export async function completeSignIn(
  ctx: SignInContext,
  input: SignInAnswer,
): Promise<CompletedSignIn | UnclearSignIn> {
  const attempt = await takeAttempt(ctx, input.callback.searchParams, input.browserToken);
  if (attempt.stepUp) return completeStepUp(ctx, input, attempt, attempt.stepUp);
  try {
    return await completeAttempt(ctx, input, attempt);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const details = { returnTo: attempt.returnTo, provider: attempt.provider };
    throw new DomainError(error.kind, error.code, error.message, { cause: error, details });
  }
}

async function completeAttempt(
  ctx: SignInContext,
  input: SignInAnswer,
  attempt: Attempt,
): Promise<CompletedSignIn | UnclearSignIn> {
  const identity = await identityOfAnswer(ctx, input.callback, attempt);
  const { assuranceLevel: level } = identity;
  const signIn = async (tx: Tx) => {
    const who = await whoSignedIn(tx, ctx.keys, identity);
    if ("refused" in who) {
      const about = { kind: "issuer", id: identity.issuer };
      const by = { actor: { kind: "anonymous" } as const, requestId: ctx.requestId };
      await recordAct(tx, by, { act: "sign-in.refused", about, detail: { code: who.refused, level } });
      return who;
    }
    const { earlierSession: token, counterToken } = input;
    const { returnTo, language, begun, others } = attempt;
    const same = token !== undefined && !counterToken && "personId" in who && who.personId;
    const beside = same && (await openedBeside(tx, ctx.keys, { token, personId: same, identity, begun }));
    if (token && !beside) await leaveEarlier(tx, { token, counterToken, now: ctx.now() });
    if ("unclear" in who) return who;
    const { personId } = who;
    const [noticeKnown, duties] = await Promise.all([
      level < BOOK_LEVEL || noticeRead(tx, personId),
      level < BOOK_LEVEL || beside ? [] : dutiesOf(tx, { personId, issuer: identity.issuer, now: ctx.now() }),
    ]);
    const then = { steppedUp: undefined, returnTo, language, noticeDue: !noticeKnown, others };
    if (token && beside) return { ...then, sessionToken: token, shift: undefined };
    const arrival = await arrive(tx, { personId, duties, returnTo, counterToken, now: ctx.now() });
    const { duty } = arrival;
    const opened = await beginSession(tx, ctx, who, identity, arrival);
    return {
      ...then,
      sessionToken: opened.token,
      shift: arrival.counterId && duty ? { role: duty.role, kept: arrival.keptForm !== undefined } : undefined,
    };
  };
  const done = await retried(() => ctx.db.transaction({}, signIn));
  if ("unclear" in done) return { helpToken: await openHelp(ctx, identity, done.unclear), others: attempt.others };
  if ("refused" in done) throw new DomainError("forbidden", done.refused, "The verified identity names no one person.");
  return done;
}

async function noticeRead(tx: Tx, personId: string): Promise<boolean> {
  const [row] = await tx.sql`
    with ${ownCluster(tx.sql, personId)}
    select from own join notice_acknowledgements n on n.person_id = own.id
    where notice = ${PRIVACY_NOTICE.notice} and version = ${PRIVACY_NOTICE.version}`;
  return row !== undefined;
}
