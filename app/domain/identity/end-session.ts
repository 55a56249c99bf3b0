import type { DigitalId } from "#app/adapters/digital-id/digital-id.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { unsealText } from "#app/adapters/keys/sealing.ts";
import type { Db } from "#db/client.ts";
import { sealedForSession } from "./internal/open-session.ts";
import { tokenHash } from "./internal/tokens.ts";

/**
 * Ends the session here first, then says where to end the provider's too. Works when the provider
 * is down, and when the session was over already.
 */
export async function endSession(
  ctx: { db: Db; keys: KeyRing; digitalId: DigitalId; now: () => Date },
  token: string,
): Promise<{ providerUrl: string | undefined }> {
  const [ended] = await ctx.db.sql<{ personId: string; idToken: Buffer | null }[]>`
    update sessions set ended_at = ${ctx.now()} where id_hash = ${tokenHash(token)} and ended_at is null
    returning person_id as "personId", id_token as "idToken"`;
  if (!ended) return { providerUrl: undefined };
  const idToken = ended.idToken
    ? unsealText(ctx.keys, sealedForSession(ended.personId, "id_token"), ended.idToken)
    : undefined;
  const url = await ctx.digitalId.endSessionUrl(idToken);
  return { providerUrl: url?.href };
}
