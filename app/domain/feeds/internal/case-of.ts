import type { RawResource } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { relativeTarget } from "#app/adapters/record-store/fhir-r4/references.ts";
import { entryIdOf } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import type { Planned } from "./plan.ts";

/** Where a resource names the visit it belongs to. */
const VISIT = ["encounter", "context", "context.encounter.0", "item.0.encounter.0"];
/** Where it names something else of the same visit. */
const LINK = [
  "authorizingPrescription.0",
  "claim",
  "request",
  "report.0",
  "basedOn.0",
  "partOf.0",
  "lineItem.0.chargeItemReference",
];
/** Where it names its own parts, which may not name a visit themselves. */
const PARTS = ["result", "imagingStudy", "hasMember"];

/** What decides an entry's case: the visit it names, else the first of its links that is known. */
interface Ways {
  visit: string | undefined;
  links: string[];
}

/**
 * The case each entry belongs to: its visit, or that of what it derives from, here or in an earlier
 * delivery, or itself. Labels and hides cover the case, so everything derived from a visit must carry it
 * (design §5.7).
 */
export async function casesOf(
  tx: Tx,
  facilityId: string,
  personId: string,
  entries: Planned[],
): Promise<Map<Planned, string>> {
  const byName = new Map(entries.map((e) => [nameOf(e), e]));
  const holders = holdersOf(entries);
  const ways = new Map(entries.map((e) => [e, waysOf(e, holders)]));
  const outside = [...ways.values()].flatMap(({ visit, links }) => (visit ? [visit, ...links] : links));
  const kept = await keptCases(tx, facilityId, personId, new Set(outside.filter((name) => !byName.has(name))));

  const cases = new Map<Planned, string>();
  const caseOf = (entry: Planned, seen: ReadonlySet<Planned>): string => {
    const { visit, links } = ways.get(entry) ?? { visit: undefined, links: [] };
    const known = [...(visit ? [visit] : []), ...links].find((name) => {
      const here = byName.get(name);
      return here ? here !== entry && !seen.has(here) : kept.has(name);
    });
    if (known && (!visit || known === visit)) {
      const next = byName.get(known);
      return next ? caseOf(next, new Set([...seen, entry])) : (kept.get(known) ?? "");
    }
    const name = visit ?? nameOf(entry);
    return entryIdOf(facilityId, name.slice(0, name.indexOf("/")), name.slice(name.indexOf("/") + 1));
  };
  for (const entry of entries) cases.set(entry, caseOf(entry, new Set()));
  return cases;
}

const nameOf = (entry: Planned): string => `${entry.type}/${entry.sourceId}`;

function waysOf({ type, sourceId, resource }: Planned, holders: Map<string, string>): Ways {
  if (!resource) return { visit: undefined, links: [] };
  const visits = (type === "Encounter" ? ["partOf"] : VISIT).flatMap((path) => nameAt(resource, path) ?? []);
  const links = type === "Encounter" ? [] : LINK.flatMap((path) => nameAt(resource, path) ?? []);
  const holder = holders.get(`${type}/${sourceId}`);
  return { visit: visits.find((name) => name.startsWith("Encounter/")), links: holder ? [...links, holder] : links };
}

/** Which report or panel of this delivery names an entry as its part. */
function holdersOf(entries: Planned[]): Map<string, string> {
  const holders = new Map<string, string>();
  for (const entry of entries) {
    for (const element of PARTS) {
      const parts = entry.resource?.[element];
      if (!Array.isArray(parts)) continue;
      for (const i of parts.keys()) {
        const part = entry.resource && nameAt(entry.resource, `${element}.${i}`);
        if (part && !holders.has(part)) holders.set(part, nameOf(entry));
      }
    }
  }
  return holders;
}

/** Cases of what the facility sent of this person before. */
async function keptCases(
  tx: Tx,
  facilityId: string,
  personId: string,
  names: ReadonlySet<string>,
): Promise<Map<string, string>> {
  if (names.size === 0) return new Map();
  const rows = await tx.sql<{ name: string; caseId: string }[]>`
    select w.name, e.case_id as "caseId"
    from unnest(${[...names]}::text[]) as w (name)
    join entry_lookup l on l.facility_id = ${facilityId} and l.resource_type = split_part(w.name, '/', 1) and l.source_id = split_part(w.name, '/', 2)
    join persons p on p.id = l.person_id
    join persons own on own.id = ${personId} and coalesce(own.merged_into, own.id) = coalesce(p.merged_into, p.id)
    join entries e on e.person_id = l.person_id and e.entry_id = l.entry_id and e.current`;
  return new Map(rows.map((r) => [r.name, r.caseId]));
}

function nameAt(resource: RawResource, path: string): string | undefined {
  const at = path
    .split(".")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], resource);
  const reference = (at as { reference?: unknown } | undefined)?.reference;
  const target = typeof reference === "string" ? relativeTarget(reference) : undefined;
  return target && `${target.type}/${target.sourceId}`;
}
