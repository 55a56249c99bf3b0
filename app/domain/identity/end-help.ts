import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import type { Tx } from "#db/client.ts";
import type { HelpContext } from "./internal/find-help.ts";
import { openPart } from "./internal/sealed-case.ts";
import { tokenHash } from "./internal/tokens.ts";

interface Ended {
  caseId: string;
  provider: string;
  idToken: Buffer | null;
  logoutUrl: Buffer | null;
}

type EndContext = HelpContext & { digitalIds: DigitalIds; requestId: string };

/** Ends the limited session here, then says where to end the provider's, too. The case stays. */
export async function endHelp(ctx: EndContext, token: string): Promise<{ providerUrl: string | undefined }> {
  const ended = await ctx.db.transaction({}, (tx) => endOnce(tx, ctx, token));
  if (!ended) return { providerUrl: undefined };
  const url = await ctx.digitalIds.find(ended.provider)?.endSessionUrl({
    idToken: openPart(ctx.keys, ended.caseId, "id_token", ended.idToken),
    logoutUrl: openPart(ctx.keys, ended.caseId, "logout_url", ended.logoutUrl),
  });
  return { providerUrl: url?.href };
}

/** Nobody knows yet whose history it would stand in: the log has it, about the case. */
async function endOnce(tx: Tx, ctx: EndContext, token: string): Promise<Ended | undefined> {
  const [ended] = await tx.sql<Ended[]>`
    update help_sessions set ended_at = ${ctx.now()} where token_hash = ${tokenHash(token)} and ended_at is null
    returning case_id as "caseId", provider, id_token as "idToken", logout_url as "logoutUrl"`;
  if (!ended) return undefined;
  const by = { actor: { kind: "anonymous" } as const, requestId: ctx.requestId };
  const about = { kind: "identity-case", id: ended.caseId };
  await recordAct(tx, by, { act: "session.ended", about, detail: { why: "signed-out" } });
  return ended;
}
