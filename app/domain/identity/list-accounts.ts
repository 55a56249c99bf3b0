import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { noteDuty } from "#app/domain/access/note-duty.ts";
import { requireBookLevel } from "#app/domain/access/require-book-level.ts";
import { isId } from "#app/shared/ids.ts";
import type { AccountView, OwnAccountView } from "./case-view.ts";
import { accountsOf, accountView } from "./internal/accounts.ts";

type Own = Extract<Actor, { kind: "citizen" | "proxy" }>;

/**
 * With which digital IDs the reader may sign in, and since when. Who may: the person, at the book's level, of their own
 * accounts also while they act for somebody. @throws DomainError `level-too-low`.
 */
export async function listOwnAccounts(
  ctx: Ctx<Own>,
  input: { digitalIds: DigitalIds; sessionId: string },
): Promise<OwnAccountView[]> {
  requireBookLevel(ctx.actor);
  const [rows, [session]] = await Promise.all([
    accountsOf(ctx.db, [ctx.actor.personId]),
    ctx.db.sql<{ hash: Buffer }[]>`select subject_hash as hash from sessions where id = ${input.sessionId}`,
  ]);
  const monthAgo = ctx.now().getTime() - 30 * 86_400_000;
  return rows
    .filter((row) => row.endedAt === null)
    .map((row, _i, all) => ({
      ...accountView(input.digitalIds, row),
      current: session?.hash.equals(row.hash) ?? false,
      added: all.length > 1 && row.since.getTime() > monthAgo && row !== all[0],
    }));
}

/** Every account of a person, ended ones too. Who may: operators; the look stands in the person's log. */
export async function listAccountsOf(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  input: { digitalIds: DigitalIds; personId: string },
): Promise<AccountView[]> {
  if (!isId(input.personId)) return [];
  return ctx.db.transaction({}, async (tx) => {
    const rows = await accountsOf(tx, [input.personId]);
    if (rows.length > 0) await noteDuty(tx, ctx, [input.personId], { action: "read", subject: "identity" });
    return rows.map((row) => accountView(input.digitalIds, row));
  });
}
