import type { Reader } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import type { Tx } from "#db/client.ts";
import type { Measured } from "../input.ts";
import { MOST_A_DAY, MOST_KEPT } from "../rules.ts";
import type { OwnMeasurement } from "../view.ts";

export interface Owner {
  bornOn: string | null;
}

/** One person's measurements are taken one after the other: what is counted and compared stays true until the end. */
export async function lockOwner(tx: Tx, personId: string): Promise<Owner> {
  const [row] = await tx.sql<Owner[]>`
    select birth_low::text as "bornOn" from persons where id = ${personId} for no key update`;
  return row ?? { bornOn: null };
}

/** Too many for a day or a life, or measured before the person was born. */
export async function refusedForNow(
  tx: Tx,
  ctx: Ctx<Reader>,
  personIds: string[],
  { bornOn }: Owner,
  { at }: Measured,
): Promise<FormErrors | undefined> {
  if (bornOn && at < new Date(`${bornOn}T00:00:00+07:00`)) return { at: ["before-birth"] };
  const since = new Date(ctx.now().getTime() - 86_400_000);
  const [count] = await tx.sql<{ day: number; all: number }[]>`
    select count(*) filter (where recorded_at > ${since})::int as day, count(*) filter (where version = 1)::int as all
    from own_measurements where person_id = any(${personIds}::uuid[])`;
  if ((count?.day ?? 0) >= MOST_A_DAY) return { "": ["too-many-today"] };
  return (count?.all ?? 0) >= MOST_KEPT ? { "": ["too-many-kept"] } : undefined;
}

interface Version {
  personId: string;
  id: string;
  version: number;
  measured: Measured;
  withdrawn: boolean;
}

export async function insertVersion(tx: Tx, ctx: Ctx<Reader>, { personId, id, version, measured, withdrawn }: Version) {
  const { kind, at, value, second = null, unit, situation = null } = measured;
  await tx.sql`
    insert into own_measurements (person_id, id, version, kind, measured_at, value, second, unit, situation, withdrawn, recorded_by)
    values (${personId}, ${id}, ${version}, ${kind}, ${at}, ${value}, ${second}, ${unit}, ${situation}, ${withdrawn}, ${ctx.actor.personId})`;
}

/** Does a version say the very same? */
export const sameMeasured = (one: OwnMeasurement, other: Measured): boolean =>
  one.kind === other.kind &&
  one.value === other.value &&
  one.second === other.second &&
  one.unit === other.unit &&
  one.situation === other.situation &&
  one.at === other.at.toISOString();
