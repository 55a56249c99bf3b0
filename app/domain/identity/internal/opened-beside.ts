import type { VerifiedIdentity } from "#app/adapters/digital-id/identity.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { Tx } from "#db/client.ts";
import { subjectHash } from "./provider-hashes.ts";
import { tokenHash } from "./tokens.ts";

interface Beside {
  /** The session cookie that the browser brings. */
  token: string;
  personId: string;
  identity: VerifiedIdentity;
  /** When the sign-in began that is answered now. */
  begun: Date;
}

/**
 * Has another tab of this browser signed in the same account while this sign-in was under way? Then its session goes on,
 * and no tab is shut by the other. Not at a counter, where everybody proves anew who they are.
 */
export async function openedBeside(
  tx: Tx,
  keys: KeyRing,
  { token, personId, identity, begun }: Beside,
): Promise<boolean> {
  const { issuer, subject } = identity;
  const [row] = await tx.sql`
    select from sessions where id_hash = ${tokenHash(token)} and ended_at is null and counter_id is null and created_at >= ${begun}
      and person_id = ${personId} and issuer = ${issuer} and subject_hash = ${subjectHash(keys, issuer, subject)}`;
  return row !== undefined;
}
