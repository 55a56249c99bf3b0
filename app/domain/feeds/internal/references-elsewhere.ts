import { referencesIn, relativeTarget } from "#app/adapters/record-store/fhir-r4/references.ts";
import type { Tx } from "#db/client.ts";
import type { Plan, Planned } from "./plan.ts";
import { nowhere } from "./resolve-references.ts";

/** Warns of references that lead to nothing, neither in this delivery nor in what the facility sent before. */
export async function warnOfReferencesToNowhere(tx: Tx, facilityId: string, plan: Plan): Promise<void> {
  const here = new Set(plan.entries.map((e) => `${e.type}/${e.sourceId}`));
  const asked = new Map<string, Set<Planned>>();
  for (const entry of plan.entries) {
    if (!entry.resource) continue;
    for (const { reference } of referencesIn(entry.resource)) {
      if (here.has(reference) || !relativeTarget(reference)) continue;
      const by = asked.get(reference) ?? new Set();
      asked.set(reference, by.add(entry));
    }
  }
  if (asked.size === 0) return;
  // A scalar for each, so that each is one look into the index whatever the statistics say.
  const known = await tx.sql<{ name: string }[]>`
    select name from unnest(${[...asked.keys()]}::text[]) as w (name)
    where (select true from entry_lookup l where l.facility_id = ${facilityId}
      and l.resource_type = split_part(w.name, '/', 1) and l.source_id = split_part(w.name, '/', 2))`;
  for (const { name } of known) asked.delete(name);
  for (const entry of new Set([...asked.values()].flatMap((by) => [...by])))
    entry.issues.push(
      nowhere(entry.item.expression, "A reference leads to a resource you have not sent; it is kept as it is."),
    );
}
