import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { unsealText } from "#app/adapters/keys/sealing.ts";
import type { Db } from "#db/client.ts";
import { findCounter } from "./internal/find-counter.ts";
import { sealedForSession } from "./internal/open-session.ts";
import type { StaffRole } from "./view.ts";

/** The lock page of a counter: where it stands, and whose shift is running there. */
export interface CounterView {
  name: string;
  facility: string;
  shifts: { sessionId: string; name: string; role: StaffRole | undefined; hasPasskey: boolean }[];
}

interface Row {
  sessionId: string;
  personId: string;
  name: Buffer;
  role: StaffRole | null;
  hasPasskey: boolean;
}

/** What a locked counter shows: names of who signed in there with the digital ID this shift. None where the browser is no counter. */
export async function readCounter(
  ctx: { db: Db; keys: KeyRing; now: () => Date },
  counterToken: string | undefined,
): Promise<CounterView | undefined> {
  const counter = await findCounter(ctx.db, counterToken);
  if (!counter) return undefined;
  const [place] = await ctx.db.sql<{ name: string }[]>`
    select short_name as name from facility_names where facility_id = ${counter.facilityId} and valid_to is null`;
  const rows = await ctx.db.sql<Row[]>`
    select s.id as "sessionId", s.person_id as "personId", s.display_name as name, s.role,
      exists (select from persons a join persons c on c.id = coalesce(a.merged_into, a.id) or c.merged_into = coalesce(a.merged_into, a.id)
        join passkeys k on k.person_id = c.id and k.removed_at is null where a.id = s.person_id) as "hasPasskey"
    from sessions s where s.counter_id = ${counter.id} and s.ended_at is null and s.ends_at > ${ctx.now()}
    order by s.authenticated_at`;
  return {
    name: counter.name,
    facility: place?.name ?? "",
    shifts: rows.map(({ sessionId, personId, name, role, hasPasskey }) => ({
      sessionId,
      name: unsealText(ctx.keys, sealedForSession(personId, "display_name"), name),
      role: role ?? undefined,
      hasPasskey,
    })),
  };
}
