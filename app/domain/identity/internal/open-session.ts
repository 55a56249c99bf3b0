import type { VerifiedIdentity } from "#app/adapters/digital-id/identity.ts";
import { seal } from "#app/adapters/keys/sealing.ts";
import type { Tx } from "#db/client.ts";
import type { SignInContext } from "../complete-sign-in.ts";
import { ABSOLUTE_HOURS } from "../rules.ts";
import { newToken, tokenHash } from "./tokens.ts";

export const sealedForSession = (personId: string, what: "display_name" | "id_token") => ({
  table: "sessions",
  owner: personId,
  row: what,
});

/** A new session under a new token, whatever the browser had before. */
export async function openSession(
  tx: Tx,
  ctx: SignInContext,
  personId: string,
  identity: VerifiedIdentity,
): Promise<string> {
  const token = newToken();
  const now = ctx.now();
  const endsAt = new Date(now.getTime() + ABSOLUTE_HOURS * 3_600_000);
  const name = seal(ctx.keys, sealedForSession(personId, "display_name"), identity.name);
  const idToken = identity.idToken ? seal(ctx.keys, sealedForSession(personId, "id_token"), identity.idToken) : null;
  await tx.sql`
    insert into sessions (id_hash, person_id, issuer, id_token, display_name, assurance_level, authenticated_at, created_at, last_seen_at, ends_at)
    values (${tokenHash(token)}, ${personId}, ${identity.issuer}, ${idToken}, ${name}, ${identity.assuranceLevel}, ${identity.authenticatedAt},
      ${now}, ${now}, ${endsAt})`;
  return token;
}
