import type { Tx } from "#db/client.ts";

/** The one whose line ends or changes, and when it would be over. */
interface Leaving {
  id: string;
  at: Date;
}

/**
 * Is anybody left who may add operators, when this line is over? Asked while all their lines are held, in one order, so
 * that the last two do not end each other.
 */
export async function operatorsLeft(tx: Tx, { id, at }: Leaving): Promise<boolean> {
  await tx.sql`select from staff_roles where role = 'operator' and ended_at is null order by id for update`;
  const [row] = await tx.sql`
    select from staff_roles
    where role = 'operator' and id <> ${id} and ended_at is null and valid_from <= ${at} and (valid_to is null or valid_to > ${at}) limit 1`;
  return row !== undefined;
}
