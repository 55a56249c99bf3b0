import { referencesIn, relativeTarget } from "#app/adapters/record-store/fhir-r4/references.ts";
import type { FeedContext } from "../receive-message.ts";
import { safeSourceId } from "./source-id.ts";

/** Types whose absence takes the meaning from what names them, persons first. */
const NEEDED = ["Patient", "Medication", "Practitioner", "PractitionerRole", "Organization", "Location"];

/** What resources of a facility refer to that is neither among them nor in the store. */
export async function unknownReferences(
  ctx: Pick<FeedContext, "db" | "keys">,
  facilityId: string,
  resources: readonly object[],
): Promise<{ type: string; id: string }[]> {
  const here = new Set(resources.map((r) => nameOf(r as { resourceType?: unknown; id?: unknown })));
  const asked = new Map<string, { type: string; id: string; stored: string }>();
  for (const { reference } of resources.flatMap((r) => [...referencesIn(r)])) {
    const { type, sourceId: id } = relativeTarget(reference) ?? {};
    if (!type || !id || !NEEDED.includes(type) || here.has(`${type}/${id}`)) continue;
    asked.set(`${type}/${id}`, { type, id, stored: `${type}/${safeSourceId(ctx.keys, type, id)}` });
  }
  if (asked.size === 0) return [];
  const names = [...asked.values()].map((a) => a.stored);
  const known = await ctx.db.transaction(
    { "app.facility": facilityId },
    async (tx) =>
      tx.sql<{ name: string }[]>`
      select name from unnest(${names}::text[]) as w (name)
      where (select true from entry_lookup l where l.facility_id = ${facilityId}
        and l.resource_type = split_part(w.name, '/', 1) and l.source_id = split_part(w.name, '/', 2))`,
  );
  const found = new Set(known.map((k) => k.name));
  return [...asked.values()]
    .filter((a) => !found.has(a.stored))
    .sort((a, b) => NEEDED.indexOf(a.type) - NEEDED.indexOf(b.type))
    .map(({ type, id }) => ({ type, id }));
}

const nameOf = ({ resourceType, id }: { resourceType?: unknown; id?: unknown }): string => `${resourceType}/${id}`;
