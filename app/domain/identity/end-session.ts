import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { unsealText } from "#app/adapters/keys/sealing.ts";
import type { Db } from "#db/client.ts";
import { sealedForSession } from "./internal/open-session.ts";
import { tokenHash } from "./internal/tokens.ts";

interface Ended {
  personId: string;
  provider: string;
  idToken: Buffer | null;
  logoutUrl: Buffer | null;
}

/**
 * Ends the session here first, then says where to end the provider's too. Works when the provider
 * is down, and when the session was over already.
 */
export async function endSession(
  ctx: { db: Db; keys: KeyRing; digitalIds: DigitalIds; now: () => Date },
  token: string,
): Promise<{ providerUrl: string | undefined }> {
  const [ended] = await ctx.db.sql<Ended[]>`
    update sessions set ended_at = ${ctx.now()}, ended_why = 'signed-out' where id_hash = ${tokenHash(token)} and ended_at is null
    returning person_id as "personId", provider, id_token as "idToken", logout_url as "logoutUrl"`;
  if (!ended) return { providerUrl: undefined };
  const open = (what: "id_token" | "logout_url", sealed: Buffer | null) =>
    sealed ? unsealText(ctx.keys, sealedForSession(ended.personId, what), sealed) : undefined;
  const url = await ctx.digitalIds.find(ended.provider)?.endSessionUrl({
    idToken: open("id_token", ended.idToken),
    logoutUrl: open("logout_url", ended.logoutUrl),
  });
  return { providerUrl: url?.href };
}
