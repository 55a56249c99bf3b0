import type { VerifiedIdentity } from "#app/adapters/digital-id/identity.ts";
import { seal } from "#app/adapters/keys/sealing.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { Tx } from "#db/client.ts";
import type { SignInContext } from "../complete-sign-in.ts";
import type { Duty } from "../view.ts";
import { actorOfSession } from "./duties.ts";
import { noteSignIn } from "./note-sign-in.ts";
import { sealedForSession } from "./open-session.ts";
import { providerSessionHash, subjectHash } from "./provider-hashes.ts";
import type { StepUpWanted } from "./take-attempt.ts";
import { newToken, tokenHash } from "./tokens.ts";

interface Running {
  personId: string;
  provider: string;
  subjectHash: Buffer;
  role: Duty["role"] | null;
  facilityId: string | null;
}

/**
 * The proof that came back makes the running session stronger: the same session under a new token, so that whoever
 * had the old one is out. Of another account, too weak or too old it changes nothing, and the person reads of it.
 * @throws DomainError `step-up-session-gone`, `step-up-other-person`, `step-up-too-weak`, `step-up-stale`.
 */
export async function strengthenSession(
  ctx: SignInContext,
  wanted: StepUpWanted,
  identity: VerifiedIdentity,
  sessionToken: string | undefined,
): Promise<string> {
  const done = await ctx.db.transaction({}, async (tx) => {
    const running = await lockRunning(tx, wanted.session, sessionToken);
    if (!running) return { refused: "step-up-session-gone" };
    const { personId } = running;
    const refused = refusalOf(ctx, wanted, identity, running);
    if (refused) {
      await noteSignIn(tx, ctx, { personId, identity, kind: "refused", code: refused, sessionId: wanted.session });
      return { refused };
    }
    const token = await rotate(tx, ctx, wanted.session, personId, identity);
    await noteSignIn(tx, ctx, { personId, identity, kind: "step-up", sessionId: wanted.session });
    const { assuranceLevel: level, authenticatedAt } = identity;
    await recordAct(
      tx,
      { actor: actorOfSession({ ...running, level, authenticatedAt }), requestId: ctx.requestId },
      {
        act: "session.stepped-up",
        about: { kind: "session", id: wanted.session },
        detail: { for: wanted.action, level },
      },
    );
    return { token };
  });
  if ("refused" in done)
    throw new DomainError("forbidden", done.refused, "The proof does not make this session stronger.");
  return done.token;
}

async function lockRunning(tx: Tx, id: string, token: string | undefined): Promise<Running | undefined> {
  const [row] = await tx.sql<Running[]>`
    select person_id as "personId", provider, subject_hash as "subjectHash", role, facility_id as "facilityId" from sessions
    where id = ${id} and id_hash = ${tokenHash(token ?? "")} and ended_at is null for update`;
  return row;
}

function refusalOf(
  ctx: SignInContext,
  wanted: StepUpWanted,
  identity: VerifiedIdentity,
  running: Running,
): string | undefined {
  const { provider, issuer, subject, assuranceLevel, authenticatedAt } = identity;
  const same = provider === running.provider && subjectHash(ctx.keys, issuer, subject).equals(running.subjectHash);
  if (!same) return "step-up-other-person";
  if (assuranceLevel < wanted.level) return "step-up-too-weak";
  return ctx.now().getTime() - authenticatedAt.getTime() > wanted.maxAgeSeconds * 1000 ? "step-up-stale" : undefined;
}

async function rotate(tx: Tx, ctx: SignInContext, id: string, personId: string, identity: VerifiedIdentity) {
  const token = newToken();
  const { issuer, providerSession, idToken, assuranceLevel, authenticatedAt } = identity;
  const sealed = idToken ? seal(ctx.keys, sealedForSession(personId, "id_token"), idToken) : null;
  const sid = providerSession ? providerSessionHash(ctx.keys, issuer, providerSession) : null;
  await tx.sql`
    update sessions set id_hash = ${tokenHash(token)}, assurance_level = ${assuranceLevel}, authenticated_at = ${authenticatedAt},
      last_seen_at = ${ctx.now()}, id_token = coalesce(${sealed}, id_token), provider_session_hash = coalesce(${sid}, provider_session_hash)
    where id = ${id}`;
  return token;
}
