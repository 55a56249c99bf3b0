import type { VerifiedIdentity } from "#app/adapters/digital-id/identity.ts";
import { seal } from "#app/adapters/keys/sealing.ts";
import { newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import type { SignInContext } from "../complete-sign-in.ts";
import { ABSOLUTE_HOURS } from "../rules.ts";
import type { Arrival } from "./arrive.ts";
import { providerSessionHash, subjectHash } from "./provider-hashes.ts";
import { newToken, tokenHash } from "./tokens.ts";

export const sealedForSession = (personId: string, what: "display_name" | "id_token" | "logout_url") => ({
  table: "sessions",
  owner: personId,
  row: what,
});

/** What a session will be known by; the token is the browser's alone. */
export const newSession = () => ({ id: newId(), token: newToken() });

/** A new session under a new token, whatever the browser had before; on duty or at a counter at once where it is said. */
export async function openSession(
  tx: Tx,
  ctx: SignInContext,
  { id, token }: { id: string; token: string },
  personId: string,
  identity: VerifiedIdentity,
  as: Arrival = {},
): Promise<void> {
  const now = ctx.now();
  const endsAt = new Date(now.getTime() + ABSOLUTE_HOURS * 3_600_000);
  const { provider, issuer, subject, providerSession } = identity;
  const name = seal(ctx.keys, sealedForSession(personId, "display_name"), identity.name);
  const sealed = (what: "id_token" | "logout_url", value: string | undefined) =>
    value ? seal(ctx.keys, sealedForSession(personId, what), value) : null;
  await tx.sql`
    insert into sessions (id_hash, id, person_id, provider, issuer, subject_hash, provider_session_hash, id_token, logout_url, display_name,
      assurance_level, authenticated_at, created_at, last_seen_at, ends_at, device, network, role, facility_id, counter_id, kept_form, previous_visit_at)
    values (${tokenHash(token)}, ${id}, ${personId}, ${provider}, ${issuer}, ${subjectHash(ctx.keys, issuer, subject)},
      ${providerSession ? providerSessionHash(ctx.keys, issuer, providerSession) : null}, ${sealed("id_token", identity.idToken)},
      ${sealed("logout_url", identity.logoutUrl)}, ${name}, ${identity.assuranceLevel}, ${identity.authenticatedAt},
      ${now}, ${now}, ${endsAt}, ${ctx.visitor.device}, ${ctx.visitor.network}, ${as.duty?.role ?? null}, ${as.duty?.facilityId ?? null}, ${as.counterId ?? null}, ${as.keptForm ?? null},
      coalesce((select max(last_seen_at) from sessions where person_id = ${personId} and role is null),
        (select max(occurred_at) from sign_in_history where person_id = ${personId} and kind = 'opened' and occurred_at < ${now})))`;
}
