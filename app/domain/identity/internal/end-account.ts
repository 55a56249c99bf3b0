import type { Tx } from "#db/client.ts";

interface EndAccount {
  accountId: string;
  by: "self" | "operator";
  why: "unlinked" | "replaced" | "moved";
  now: Date;
}

/**
 * An account leads to nobody any more, and every session it opened is over at its next request. `false` when it was ended
 * before. A sign-in under way holds the link: this waits for it, and ends its session too.
 */
export async function endAccount(tx: Tx, { accountId, by, why, now }: EndAccount): Promise<boolean> {
  const [ended] = await tx.sql<{ hash: Buffer }[]>`
    update linked_accounts set ended_at = ${now}, ended_by = ${by}, ended_why = ${why}
    where id = ${accountId} and ended_at is null returning subject_hash as hash`;
  if (!ended) return false;
  await tx.sql`
    update sessions set ended_at = ${now}, ended_why = 'account-ended'
    where subject_hash = ${ended.hash} and ended_at is null`;
  return true;
}
