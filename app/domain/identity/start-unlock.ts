import { signingOptions } from "#app/adapters/passkeys/passkeys.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import type { Db } from "#db/client.ts";
import { keepChallenge } from "./internal/challenges.ts";
import { findCounter } from "./internal/find-counter.ts";
import { passkeysOf } from "./internal/passkeys-of.ts";

/**
 * What the browser of a counter is to sign, for one of the shifts running there. Who may: anybody who stands at it.
 * @throws DomainError `not-found` for another browser or shift, `no-passkey`.
 */
export async function startUnlock(
  ctx: { db: Db; now: () => Date; relyingParty: { origin: string; name: string } },
  input: { counterToken: string | undefined; sessionId: string },
): Promise<Awaited<ReturnType<typeof signingOptions>>> {
  const counter = await findCounter(ctx.db, input.counterToken);
  const now = ctx.now();
  const [shift] =
    counter && isId(input.sessionId)
      ? await ctx.db.sql<{ personId: string }[]>`
          select person_id as "personId" from sessions
          where id = ${input.sessionId} and counter_id = ${counter.id} and ended_at is null and ends_at > ${now}`
      : [];
  if (!counter || !shift)
    throw new DomainError("not-found", "no-such-shift", "There is no such shift at this counter.");
  const keys = await passkeysOf(ctx.db, shift.personId);
  if (keys.length === 0) throw new DomainError("conflict", "no-passkey", "The person has no passkey.");
  const options = await signingOptions(ctx.relyingParty, keys);
  await keepChallenge(ctx.db, { challenge: options.challenge, sessionId: input.sessionId, counterId: counter.id }, now);
  return options;
}
