import type { Db } from "#db/client.ts";

/** How the pulled source of each facility goes; for the feed's status. Holds places and times alone. */
export async function pullStates(
  db: Pick<Db, "sql">,
): Promise<
  { facilityId: string; state: "closed" | "open" | "half_open"; lastSuccessAt: Date | null; everyMinutes: number }[]
> {
  const rows = await db.sql<
    { facilityId: string; state: "closed" | "open" | "half_open"; lastSuccessAt: Date | null; everyMinutes: number }[]
  >`
    select facility_id as "facilityId", state, last_success_at as "lastSuccessAt", every_minutes as "everyMinutes"
    from pulled_sources where suspended_at is null`;
  return [...rows];
}
