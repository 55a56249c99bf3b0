import { DomainError } from "#app/shared/errors.ts";
import type { Tx } from "#db/client.ts";

/** The health department as a facility: it answers where no other is known, and after the others. */
export async function departmentId(tx: Pick<Tx, "sql">): Promise<string> {
  const [row] = await tx.sql<{ id: string }[]>`
    select f.id from facilities f where f.kind = 'department' and f.successor_id is null order by f.created_at, f.id limit 1`;
  if (!row)
    throw new DomainError("unavailable", "no-department", "No health department is registered to answer reports.");
  return row.id;
}
