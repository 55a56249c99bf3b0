import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { Db } from "#db/client.ts";
import { tokenHash } from "./tokens.ts";

export interface HelpContext {
  db: Db;
  keys: KeyRing;
  now: () => Date;
}

export interface HelpSession {
  caseId: string;
  /** Under this the database shows the account's own case. */
  claimant: { "app.claimant": string };
}

/** Whose case a help cookie opens; `undefined` when it is unknown, ended or too old. */
export async function findHelp(ctx: HelpContext, token: string): Promise<HelpSession | undefined> {
  const [row] = await ctx.db.sql<{ caseId: string; account: Buffer }[]>`
    select case_id as "caseId", account from help_sessions
    where token_hash = ${tokenHash(token)} and ended_at is null and ends_at > ${ctx.now()}`;
  return row && { caseId: row.caseId, claimant: { "app.claimant": row.account.toString("hex") } };
}
