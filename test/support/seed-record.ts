import type { Sql } from "postgres";
import { newId } from "#app/shared/ids.ts";

/** A person with one entry per given section, written as the superuser; for raw-SQL tests of the guard. */
export async function seedPerson(
  superuser: Sql,
  facilityId: string,
  sections: string[] = ["results"],
): Promise<{ personId: string; caseIds: string[] }> {
  const personId = newId();
  await superuser`insert into persons (id, demographics_source) values (${personId}, 'test')`;
  const caseIds: string[] = [];
  for (const section of sections) caseIds.push(await seedEntry(superuser, personId, facilityId, section));
  return { personId, caseIds };
}

export async function seedEntry(
  superuser: Sql,
  personId: string,
  facilityId: string,
  section: string,
): Promise<string> {
  const caseId = newId();
  await superuser`
    insert into entries (person_id, id, entry_id, facility_id, resource_type, source_id, version_key, version_at, content_hash, current,
      case_id, section, message_id, message_hash, resource)
    values (${personId}, ${newId()}, ${newId()}, ${facilityId}, 'Observation', ${newId()}, 'v-1', now(), '\\x00', true,
      ${caseId}, ${section}, ${newId()}, '\\x00', '{"resourceType":"Observation"}')`;
  return caseId;
}

export interface TestEvent {
  personId: string;
  sections?: string[];
  labels?: string[];
  opensHidden?: boolean;
  basis?: string;
  outcome?: "permit" | "deny";
  actorId?: string;
}

/** Inserts an access event as a role that may, and gives its id. */
export async function insertEvent(sql: Sql, event: TestEvent): Promise<string> {
  const id = newId();
  await sql`
    insert into access_events (person_id, id, outcome, basis, purpose, action, sections, labels, opens_hidden, actor_kind, actor_person_id, subject)
    values (${event.personId}, ${id}, ${event.outcome ?? "permit"}, ${event.basis ?? "self"}, 'PATRQT', 'read', ${event.sections ?? ["results"]},
      ${event.labels ?? []}, ${event.opensHidden ?? false}, 'citizen', ${event.actorId ?? null}, 'book')`;
  return id;
}

/** What a role sees of a table in a transaction that names the event. */
export async function seenUnder(sql: Sql, event: string | undefined, table = "entries"): Promise<number> {
  return sql.begin(async (tx) => {
    if (event !== undefined) await tx`select set_config('app.access_event', ${event}, true)`;
    const [row] = await tx<{ n: number }[]>`select count(*)::int as n from ${tx(table)}`;
    return row?.n ?? -1;
  }) as Promise<number>;
}
