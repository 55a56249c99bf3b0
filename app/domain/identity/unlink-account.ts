import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { requireFresh } from "#app/domain/access/assurance.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { noteDuty } from "#app/domain/access/note-duty.ts";
import { requireBookLevel } from "#app/domain/access/require-book-level.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import { accountsOf } from "./internal/accounts.ts";
import { endAccount } from "./internal/end-account.ts";
import { noteLink } from "./internal/note-link.ts";
import { retried } from "./internal/retried.ts";

type Own = Extract<Actor, { kind: "citizen" | "proxy" }>;

/**
 * One of the reader's digital IDs opens their book no more; its sessions end at once. Who may: the person, at the book's
 * level, with another account than this one. Pressed twice it is done once. @throws DomainError `conflict`, `not-found`.
 */
export async function unlinkOwnAccount(
  ctx: Ctx<Own>,
  input: { accountId: string; sessionId: string; digitalIds: DigitalIds },
): Promise<void> {
  requireBookLevel(ctx.actor);
  requireFresh(ctx, "link-account");
  if (!isId(input.accountId)) throw noAccount();
  await retried(() =>
    ctx.db.transaction({}, async (tx) => {
      const rows = await accountsOf(tx, [ctx.actor.personId]);
      const account = rows.find((row) => row.id === input.accountId);
      if (!account) throw noAccount();
      const [session] = await tx.sql<{ hash: Buffer }[]>`
        select subject_hash as hash from sessions where id = ${input.sessionId} and ended_at is null`;
      if (!session || session.hash.equals(account.hash))
        throw new DomainError("conflict", "account-in-use", "This session was opened with it.");
      const by = { accountId: account.id, by: "self", why: "unlinked", now: ctx.now() } as const;
      if (!(await endAccount(tx, by))) return;
      const { personId, issuer } = account;
      await noteLink(tx, { personId, issuer, digitalIds: input.digitalIds, kind: "unlinked", code: "self" });
      await recordAct(tx, ctx, { act: "account.unlinked", about: { kind: "account", id: account.id } });
    }),
  );
}

/**
 * Undoes a link that was wrong: the account's sessions end at once, and its next sign-in waits for an operator. Who may:
 * operators. Pressed twice it is done once. @throws DomainError `not-found`.
 */
export async function unlinkAccount(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  input: { accountId: string; digitalIds: DigitalIds },
): Promise<void> {
  requireFresh(ctx, "link-account");
  if (!isId(input.accountId)) throw noAccount();
  await retried(() =>
    ctx.db.transaction({}, async (tx) => {
      const [account] = await tx.sql<{ personId: string; issuer: string }[]>`
        select person_id as "personId", issuer from linked_accounts where id = ${input.accountId}`;
      if (!account) throw noAccount();
      const by = { accountId: input.accountId, by: "operator", why: "unlinked", now: ctx.now() } as const;
      if (!(await endAccount(tx, by))) return;
      await noteLink(tx, { ...account, digitalIds: input.digitalIds, kind: "unlinked", code: "operator" });
      await noteDuty(tx, ctx, [account.personId], { action: "change", subject: "account-unlinked" });
      await recordAct(tx, ctx, { act: "account.unlinked", about: { kind: "account", id: input.accountId } });
    }),
  );
}

const noAccount = () => new DomainError("not-found", "no-such-account", "There is no such account.");
