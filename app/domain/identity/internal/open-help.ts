import type { VerifiedIdentity } from "#app/adapters/digital-id/identity.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { newId } from "#app/shared/ids.ts";
import { byteaArray, type Tx } from "#db/client.ts";
import { DUE_DAYS, HELP_MINUTES, LAPSE_DAYS } from "../case-rules.ts";
import type { SignInContext } from "../complete-sign-in.ts";
import type { UnclearReason } from "../linking-rules.ts";
import { factsHash, factsHashes } from "./claimed-person.ts";
import { providerSessionHash, subjectHash, subjectHashes } from "./provider-hashes.ts";
import { newCaseReference, sealClaims, sealPart } from "./sealed-case.ts";
import { newToken, tokenHash } from "./tokens.ts";

const DAY = 86_400_000;

/**
 * Instead of a session: the account's case – the one it has, or a new one – and a cookie that opens it. What was refused
 * stays refused as long as the digital ID says the same. Answers with the cookie's token.
 */
export async function openHelp(ctx: SignInContext, identity: VerifiedIdentity, why: UnclearReason): Promise<string> {
  const account = subjectHash(ctx.keys, identity.issuer, identity.subject);
  const helpToken = newToken();
  await ctx.db.transaction({ "app.claimant": account.toString("hex") }, async (tx) => {
    const caseId = (await refusedBefore(tx, ctx, identity)) ?? (await waitingCase(tx, ctx, identity, account, why));
    const { idToken, logoutUrl, issuer, providerSession: sid } = identity;
    const sidHash = sid === undefined ? null : providerSessionHash(ctx.keys, issuer, sid);
    const endsAt = new Date(ctx.now().getTime() + HELP_MINUTES * 60_000);
    await tx.sql`
      insert into help_sessions (token_hash, case_id, account, provider, provider_session_hash, id_token, logout_url, ends_at)
      values (${tokenHash(helpToken)}, ${caseId}, ${account}, ${identity.provider}, ${sidHash}, ${idToken ? sealPart(ctx.keys, caseId, "id_token", idToken) : null},
        ${logoutUrl ? sealPart(ctx.keys, caseId, "logout_url", logoutUrl) : null}, ${endsAt})`;
    const by = { actor: { kind: "anonymous" } as const, requestId: ctx.requestId };
    const detail = { code: why, level: identity.assuranceLevel };
    await recordAct(tx, by, { act: "sign-in.unclear", about: { kind: "identity-case", id: caseId }, detail });
  });
  return helpToken;
}

async function refusedBefore(tx: Tx, { keys }: SignInContext, identity: VerifiedIdentity): Promise<string | undefined> {
  const [row] = await tx.sql<{ id: string; state: string; same: boolean }[]>`
    select id, state, facts = any(${byteaArray(tx.sql, factsHashes(keys, identity))}) as same from identity_cases
    where account = any(${byteaArray(tx.sql, subjectHashes(keys, identity.issuer, identity.subject))}) order by opened_at desc limit 1`;
  return row?.state === "refused" && row.same ? row.id : undefined;
}

/** What is said now counts; when it is something else than before, whoever has the case open is told so. */
async function waitingCase(
  tx: Tx,
  ctx: SignInContext,
  identity: VerifiedIdentity,
  account: Buffer,
  reason: UnclearReason,
): Promise<string> {
  const { keys } = ctx;
  const now = ctx.now();
  await tx.sql`
    update identity_cases set state = 'lapsed', claims = '', contact = null, words = null
    where account = ${account} and state in ('open', 'answered') and lapses_at < ${now}`;
  const facts = factsHash(keys, identity);
  const [known] = await tx.sql<{ id: string }[]>`
    select id from identity_cases where account = ${account} and state in ('open', 'answered') for update`;
  if (known) {
    await tx.sql`
      update identity_cases set claims = ${sealClaims(keys, known.id, identity)}, reason = ${reason}, facts = ${facts},
        revision = revision + (facts <> ${facts} or reason <> ${reason})::int
      where id = ${known.id}`;
    return known.id;
  }
  const id = newId();
  const [made] = await tx.sql`
    insert into identity_cases (id, reference, account, issuer, reason, facts, claims, opened_at, due_at, lapses_at)
    values (${id}, ${newCaseReference(now)}, ${account}, ${identity.issuer}, ${reason}, ${facts}, ${sealClaims(keys, id, identity)},
      ${now}, ${new Date(now.getTime() + DUE_DAYS * DAY)}, ${new Date(now.getTime() + LAPSE_DAYS * DAY)})
    on conflict (account) where state in ('open', 'answered') do nothing returning id`;
  // Signed in twice at once: the other one's case is this one's.
  return made ? id : waitingCase(tx, ctx, identity, account, reason);
}
