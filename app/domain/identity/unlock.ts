import { refused, saidBy, signedWith } from "#app/adapters/passkeys/passkeys.ts";
import type { AssuranceLevel } from "#app/domain/access/actor.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { Db, Tx } from "#db/client.ts";
import type { SignInContext } from "./complete-sign-in.ts";
import { takeChallenge } from "./internal/challenges.ts";
import { findCounter } from "./internal/find-counter.ts";
import { noteSignIn } from "./internal/note-sign-in.ts";
import { type OwnPasskey, passkeysOf } from "./internal/passkeys-of.ts";
import { newToken, tokenHash } from "./internal/tokens.ts";
import type { StaffRole } from "./view.ts";

export interface UnlockContext {
  db: Db;
  now: () => Date;
  requestId: string;
  visitor: SignInContext["visitor"];
  relyingParty: { origin: string; name: string };
}

interface Shift {
  id: string;
  personId: string;
  provider: string;
  level: AssuranceLevel;
  authenticatedAt: Date;
  role: StaffRole | null;
  kept: boolean;
  idHash: Buffer;
}

export interface Unlocked {
  sessionToken: string;
  role: StaffRole | undefined;
  /** A form waits that was half written when it locked. */
  kept: boolean;
  /** It is who was there before: they may go on where they were. */
  same: boolean;
}

/**
 * The browser's session becomes that of the shift whose passkey signed: under a new token, with whoever was there before
 * locked. The challenge was made for this browser and this shift, and is used up. @throws DomainError `not-found`,
 * `passkey-refused`, `passkey-cloned`.
 */
export async function unlock(
  ctx: UnlockContext,
  input: { counterToken: string | undefined; earlierSession: string | undefined; response: string },
): Promise<Unlocked> {
  const counter = await findCounter(ctx.db, input.counterToken);
  const said = saidBy(input.response);
  if (!counter || !said) throw refused();
  const now = ctx.now();
  const sessionId = await takeChallenge(ctx.db, { challenge: said.challenge, counterId: counter.id }, now);
  if (!sessionId)
    throw new DomainError("forbidden", "challenge-unknown", "The challenge is not this browser's, or was used.");
  const shift = await runningShift(ctx.db, sessionId, counter.id, now);
  if (!shift) throw new DomainError("not-found", "no-such-shift", "The shift is over.");
  const key = (await passkeysOf(ctx.db, shift.personId)).find((one) => one.credentialId === said.credentialId);
  if (!key) throw refused();
  const signCount = await signedWith(ctx.relyingParty, key, said.response, said.challenge);
  const unlocked = await ctx.db.transaction({}, async (tx) => {
    if (!(await countUp(tx, ctx, key, signCount, now))) return undefined;
    if (input.earlierSession)
      await tx.sql`
        update sessions set locked_at = coalesce(locked_at, ${now})
        where id_hash = ${tokenHash(input.earlierSession)} and id <> ${shift.id} and counter_id = ${counter.id} and ended_at is null`;
    const same = input.earlierSession !== undefined && tokenHash(input.earlierSession).equals(shift.idHash);
    return { ...(await takeOver(tx, ctx, shift, now)), same };
  });
  if (!unlocked) throw new DomainError("forbidden", "passkey-cloned", "The passkey has signed less often than before.");
  return unlocked;
}

async function runningShift(db: Db, id: string, counterId: string, now: Date): Promise<Shift | undefined> {
  const [row] = await db.sql<Shift[]>`
    select id, person_id as "personId", provider, assurance_level as level, authenticated_at as "authenticatedAt", role, kept_form is not null as kept, id_hash as "idHash"
    from sessions where id = ${id} and counter_id = ${counterId} and ended_at is null and ends_at > ${now}`;
  return row;
}

/** A number that does not grow is a copy's, or that of one that counts nothing; a copied passkey is taken out of use. */
async function countUp(tx: Tx, ctx: UnlockContext, key: OwnPasskey, signCount: number, now: Date): Promise<boolean> {
  const { personId, id } = key;
  const counted = await tx.sql`
    update passkeys set sign_count = ${signCount}, last_used_at = ${now}
    where person_id = ${personId} and id = ${id} and removed_at is null and (sign_count < ${signCount} or (sign_count = 0 and ${signCount} = 0))`;
  if (counted.count === 1) return true;
  await tx.sql`
    update passkeys set removed_at = ${now}, removed_why = 'cloned' where person_id = ${personId} and id = ${id} and removed_at is null`;
  const actor = { kind: "job", name: "counter" } as const;
  await recordAct(tx, { actor, requestId: ctx.requestId }, { act: "passkey.cloned", about: { kind: "passkey", id } });
  return false;
}

async function takeOver(tx: Tx, ctx: UnlockContext, shift: Shift, now: Date): Promise<Omit<Unlocked, "same">> {
  const { id, personId, provider, level, role, kept } = shift;
  const token = newToken();
  const taken = await tx.sql`
    update sessions set id_hash = ${tokenHash(token)}, locked_at = null, last_seen_at = ${now} where id = ${id} and ended_at is null`;
  if (taken.count === 0) throw new DomainError("not-found", "no-such-shift", "The shift is over.");
  await noteSignIn(tx, ctx, {
    personId,
    identity: { provider, assuranceLevel: level },
    kind: "unlocked",
    sessionId: id,
  });
  return { sessionToken: token, role: role ?? undefined, kept };
}
