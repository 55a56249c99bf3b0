import { createHash } from "node:crypto";
import type { DigitalId, DigitalIds, LogoutNotice } from "#app/adapters/digital-id/provider.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { DomainError, isDomainError } from "#app/shared/errors.ts";
import type { Db, Tx } from "#db/client.ts";
import { noteSignIn } from "./internal/note-sign-in.ts";
import { providerSessionHash, subjectHash } from "./internal/provider-hashes.ts";

interface LogoutContext {
  db: Db;
  keys: KeyRing;
  digitalIds: DigitalIds;
  now: () => Date;
}

/** What the person reads in their list: nobody's browser. */
const PROVIDER = { visitor: { device: "provider", network: "provider" } };

/**
 * A digital ID says that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0): their sessions here
 * end with it, of that sign-in or of that account. Gives how many. The token says whose it is only to find the keys;
 * what counts is what is verified with them. @throws DomainError `logout-token-…`.
 */
export async function logoutByProvider(ctx: LogoutContext, token: string): Promise<number> {
  const { digitalId, notice } = await readBy(ctx.digitalIds, token);
  return ctx.db.transaction({}, async (tx) => {
    await useOnce(tx, digitalId, notice);
    const ended = await endSessions(tx, ctx, digitalId, notice);
    for (const { id, personId, level } of ended) {
      const identity = { provider: digitalId.id, assuranceLevel: level };
      await noteSignIn(tx, PROVIDER, { personId, identity, kind: "ended", code: "provider", sessionId: id });
    }
    return ended.length + (await endHelps(tx, ctx, digitalId, notice));
  });
}

/** The digital ID whose token it is. An encrypted one names nobody: whoever has the key for it can read it. */
async function readBy({ all }: DigitalIds, token: string): Promise<{ digitalId: DigitalId; notice: LogoutNotice }> {
  const issuer = claimedIssuer(token);
  const candidates = token.split(".").length === 5 ? all : all.filter((one) => one.issuer === issuer);
  let refused = new DomainError("invalid", "logout-token-iss", "No provider here has this issuer.");
  for (const digitalId of candidates) {
    try {
      return { digitalId, notice: await digitalId.readLogoutToken(token) };
    } catch (error) {
      if (!isDomainError(error)) throw error;
      refused = error;
    }
  }
  throw refused;
}

/** Read before anything is verified: it chooses the keys, and means nothing else. */
function claimedIssuer(token: string): string | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    const iss = (claims as { iss?: unknown } | null)?.iss;
    return typeof iss === "string" ? iss : undefined;
  } catch {
    return undefined;
  }
}

async function useOnce(tx: Tx, { issuer }: DigitalId, { jti, expiresAt }: LogoutNotice): Promise<void> {
  const id = createHash("sha256").update(`${issuer}\n${jti}`).digest("base64url");
  const first = await tx.sql`
    insert into oauth_artifacts (model, id, payload, expires_at) values ('LogoutToken', ${id}, '{}', ${expiresAt})
    on conflict do nothing`;
  if (first.count === 0) throw new DomainError("invalid", "logout-token-replayed", "The token was used before.");
}

/** The account and the provider's own session a notice names, as hashes; what it does not name is null. */
function namedBy({ keys }: LogoutContext, { issuer }: DigitalId, { subject, session }: LogoutNotice) {
  return {
    bySubject: subject === undefined ? null : subjectHash(keys, issuer, subject),
    bySession: session === undefined ? null : providerSessionHash(keys, issuer, session),
  };
}

/** Of the sign-in it names; by account alone where it names none, or where the sign-in said no name of its own. */
function endSessions(tx: Tx, ctx: LogoutContext, digitalId: DigitalId, notice: LogoutNotice) {
  const { bySubject, bySession } = namedBy(ctx, digitalId, notice);
  return tx.sql<{ id: string; personId: string; level: 0 | 1 | 2 | 3 }[]>`
    update sessions set ended_at = ${ctx.now()}, ended_why = 'provider-logout'
    where ended_at is null and provider = ${digitalId.id} and (
      (${bySession}::bytea is not null and provider_session_hash = ${bySession} and (${bySubject}::bytea is null or subject_hash = ${bySubject}))
      or (${bySubject}::bytea is not null and subject_hash = ${bySubject} and (${bySession}::bytea is null or provider_session_hash is null)))
    returning id, person_id as "personId", assurance_level as level`;
}

/** The same for whoever waits for their case. */
async function endHelps(tx: Tx, ctx: LogoutContext, digitalId: DigitalId, notice: LogoutNotice) {
  const { bySubject, bySession } = namedBy(ctx, digitalId, notice);
  const ended = await tx.sql<{ caseId: string }[]>`
    update help_sessions set ended_at = ${ctx.now()}
    where ended_at is null and provider = ${digitalId.id} and (
      (${bySession}::bytea is not null and provider_session_hash = ${bySession} and (${bySubject}::bytea is null or account = ${bySubject}))
      or (${bySubject}::bytea is not null and account = ${bySubject} and (${bySession}::bytea is null or provider_session_hash is null)))
    returning case_id as "caseId"`;
  for (const { caseId } of ended) {
    const about = { kind: "identity-case", id: caseId };
    await recordAct(tx, { actor: { kind: "anonymous" } }, { act: "session.ended", about, detail: { why: "provider" } });
  }
  return ended.length;
}
