import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import type { HelpContext } from "./internal/find-help.ts";
import { openPart } from "./internal/sealed-case.ts";
import { tokenHash } from "./internal/tokens.ts";

/** Ends the limited session here, then says where to end the provider's, too. The case stays. */
export async function endHelp(
  ctx: HelpContext & { digitalIds: DigitalIds },
  token: string,
): Promise<{ providerUrl: string | undefined }> {
  const [ended] = await ctx.db.sql<
    { caseId: string; provider: string; idToken: Buffer | null; logoutUrl: Buffer | null }[]
  >`
    update help_sessions set ended_at = ${ctx.now()} where token_hash = ${tokenHash(token)} and ended_at is null
    returning case_id as "caseId", provider, id_token as "idToken", logout_url as "logoutUrl"`;
  if (!ended) return { providerUrl: undefined };
  const url = await ctx.digitalIds.find(ended.provider)?.endSessionUrl({
    idToken: openPart(ctx.keys, ended.caseId, "id_token", ended.idToken),
    logoutUrl: openPart(ctx.keys, ended.caseId, "logout_url", ended.logoutUrl),
  });
  return { providerUrl: url?.href };
}
