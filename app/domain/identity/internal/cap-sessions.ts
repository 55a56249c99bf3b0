import type { Tx } from "#db/client.ts";
import { MOST_SESSIONS } from "../rules.ts";

/**
 * An account has so many sessions at once: one more ends its oldest. Nobody is refused, for whoever fills them up must not
 * keep the person out; and another account, which may only claim to be theirs, ends none of this one's.
 */
export async function capSessions(tx: Tx, account: Buffer, now: Date): Promise<void> {
  await tx.sql`
    with old as (
      select s.id from sessions s where s.subject_hash = ${account} and s.ended_at is null and s.ends_at > ${now}
      order by s.created_at desc, s.id desc offset ${MOST_SESSIONS}
    )
    update sessions s set ended_at = ${now}, ended_why = 'too-many' from old where s.id = old.id`;
}
