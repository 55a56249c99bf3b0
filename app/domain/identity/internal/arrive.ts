import type { Tx } from "#db/client.ts";
import { dutyFor } from "../rules.ts";
import type { Duty } from "../view.ts";
import { findCounter } from "./find-counter.ts";
import { tokenHash } from "./tokens.ts";

/** As what, and where, a sign-in begins. */
export interface Arrival {
  duty?: Duty | undefined;
  counterId?: string | undefined;
  /** What the person was writing when their earlier shift there locked; sealed. */
  keptForm?: Buffer | undefined;
}

interface Coming {
  personId: string;
  duties: readonly Duty[];
  returnTo: string;
  counterToken: string | undefined;
  now: Date;
}

/**
 * The duty that the address asks for; at a counter, the one for its facility, with the shift that the person had there
 * taken over. Somebody without a role there is only there for themself, and no shift of the counter.
 */
export async function arrive(tx: Tx, { personId, duties, returnTo, counterToken, now }: Coming): Promise<Arrival> {
  const counter = await findCounter(tx, counterToken);
  if (!counter) return { duty: dutyFor(returnTo, duties) };
  const here = duties.filter(({ facilityId }) => facilityId === counter.facilityId);
  if (here.length === 0) return { duty: dutyFor(returnTo, duties) };
  const [before] = await tx.sql<{ keptForm: Buffer | null }[]>`
    update sessions set ended_at = ${now}, ended_why = 'replaced' where counter_id = ${counter.id} and person_id = ${personId} and ended_at is null
    returning kept_form as "keptForm"`;
  const duty = dutyFor(returnTo, here) ?? (here.length === 1 ? here[0] : undefined);
  return { duty, counterId: counter.id, keptForm: before?.keptForm ?? undefined };
}

/** The session the browser had: over, but where it is a shift at this counter, that is only locked. */
export async function leaveEarlier(
  tx: Tx,
  { token, counterToken, now }: { token: string; counterToken: string | undefined; now: Date },
): Promise<void> {
  const counter = await findCounter(tx, counterToken);
  const hash = tokenHash(token);
  if (counter)
    await tx.sql`
      update sessions set locked_at = coalesce(locked_at, ${now}) where id_hash = ${hash} and counter_id = ${counter.id} and ended_at is null`;
  await tx.sql`
    update sessions set ended_at = ${now}, ended_why = 'replaced'
    where id_hash = ${hash} and ended_at is null
      and (${counter === undefined} or counter_id is distinct from ${counter?.id ?? null}::uuid)`;
}
