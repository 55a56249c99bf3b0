import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { unsealText } from "#app/adapters/keys/sealing.ts";
import type { AssuranceLevel } from "#app/domain/access/actor.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import type { Db, Tx } from "#db/client.ts";
import type { SignInContext } from "./complete-sign-in.ts";
import { actorOfSession } from "./internal/duties.ts";
import { noteSignIn } from "./internal/note-sign-in.ts";
import { sealedForSession } from "./internal/open-session.ts";
import { tokenHash } from "./internal/tokens.ts";
import type { Duty } from "./view.ts";

interface EndContext {
  db: Db;
  keys: KeyRing;
  digitalIds: DigitalIds;
  now: () => Date;
  requestId: string;
  visitor: SignInContext["visitor"];
}

interface Ended {
  id: string;
  personId: string;
  provider: string;
  role: Duty["role"] | null;
  facilityId: string | null;
  level: AssuranceLevel;
  authenticatedAt: Date;
  idToken: Buffer | null;
  logoutUrl: Buffer | null;
}

/**
 * Ends the session here first, then says where to end the provider's too. Works when the provider
 * is down, and when the session was over already.
 */
export async function endSession(ctx: EndContext, token: string): Promise<{ providerUrl: string | undefined }> {
  const ended = await ctx.db.transaction({}, (tx) => endOnce(tx, ctx, token));
  if (!ended) return { providerUrl: undefined };
  const open = (what: "id_token" | "logout_url", sealed: Buffer | null) =>
    sealed ? unsealText(ctx.keys, sealedForSession(ended.personId, what), sealed) : undefined;
  const url = await ctx.digitalIds.find(ended.provider)?.endSessionUrl({
    idToken: open("id_token", ended.idToken),
    logoutUrl: open("logout_url", ended.logoutUrl),
  });
  return { providerUrl: url?.href };
}

/** Said in the history and the log by the request that ends it; a second click says nothing. */
async function endOnce(tx: Tx, ctx: EndContext, token: string): Promise<Ended | undefined> {
  const [ended] = await tx.sql<Ended[]>`
    update sessions set ended_at = ${ctx.now()}, ended_why = 'signed-out' where id_hash = ${tokenHash(token)} and ended_at is null
    returning id, person_id as "personId", provider, role, facility_id as "facilityId", assurance_level as level,
      authenticated_at as "authenticatedAt", id_token as "idToken", logout_url as "logoutUrl"`;
  if (!ended) return undefined;
  const { id, personId, provider, level } = ended;
  const identity = { provider, assuranceLevel: level };
  await noteSignIn(tx, ctx, { personId, identity, kind: "signed-out", sessionId: id });
  const by = { actor: actorOfSession(ended), requestId: ctx.requestId };
  await recordAct(tx, by, { act: "session.ended", about: { kind: "session", id }, detail: { why: "signed-out" } });
  return ended;
}
