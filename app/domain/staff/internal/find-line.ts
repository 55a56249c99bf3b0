import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import type { Line } from "./change-line.ts";

/** A line of the roster that is not ended. @throws DomainError `not-found`. */
export async function findLine(tx: Tx, id: string): Promise<Line & { facilityId: string | null }> {
  const [line] = isId(id)
    ? await tx.sql<(Line & { facilityId: string | null })[]>`
        select id, person_id as "personId", role, facility_id as "facilityId", degree, licence_number as "licenceNumber",
          valid_from as "validFrom", valid_to as "validTo"
        from staff_roles where id = ${id} and ended_at is null`
    : [];
  if (!line) throw new DomainError("not-found", "no-such-line", "The roster has no such line, or it was ended.");
  return line;
}
