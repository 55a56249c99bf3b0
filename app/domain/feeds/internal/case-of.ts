import type { RawResource } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { relativeTarget } from "#app/adapters/record-store/fhir-r4/references.ts";
import { entryIdOf } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { type Case, type KeptCase, keptCases, keptHolders } from "./kept-cases.ts";
import type { LockedEntry } from "./lock-entries.ts";
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

/** What decides an entry's case: the visit it names, else what it derives from or is part of. */
interface Ways {
  visit: string | undefined;
  links: string[];
}

export interface Cases {
  of: ReadonlyMap<Planned, Case>;
  /** The case its stored version has. */
  keptOf(entry: Planned): KeptCase | undefined;
  /** What was sent before, and belongs to another case now that this delivery says what it is part of. */
  joining: { kept: KeptCase; to: Case }[];
}

/**
 * The case each entry belongs to: its visit, or that of what it derives from, here or in another
 * delivery, or itself. Labels and hides cover the case, so everything derived from a visit must carry it
 * (design §5.7), whatever comes first. A version that names no visit stays where the stored one is.
 */
export async function casesOf(
  tx: Tx,
  facilityId: string,
  personId: string,
  entries: Planned[],
  { locked, cluster }: { locked: ReadonlyMap<Planned, LockedEntry>; cluster: string[] },
): Promise<Cases> {
  const ways = new Map(entries.map((e) => [nameOf(e), waysOf(e)]));
  const alone = [...ways].flatMap(([name, { visit }]) => (visit ? [] : [name]));
  const held = [...(await keptHolders(tx, facilityId, personId, alone)), ...holdersOf(entries)];
  const asked = new Set([...ways].flatMap(([name, { visit, links }]) => [name, ...(visit ? [visit] : []), ...links]));
  for (const { part, holder } of held) asked.add(part).add(holder);
  for (const entry of entries) if (locked.get(entry)?.stored.length === 0) asked.delete(nameOf(entry));
  const kept = await keptCases(tx, facilityId, cluster, asked);
  for (const { part, holder } of held) {
    if (!ways.has(part) && kept.has(part)) ways.set(part, { visit: undefined, links: [] });
    ways.get(part)?.links.push(holder);
  }
  const rootOf = roots(facilityId, ways, kept);
  const here = new Set(entries.map(nameOf));
  return {
    of: new Map(entries.map((e) => [e, rootOf(nameOf(e))])),
    keptOf: (entry) => kept.get(nameOf(entry)),
    joining: [...ways.keys()].flatMap((name) => {
      const before = here.has(name) ? undefined : kept.get(name);
      const to = before && rootOf(name);
      return before && to && to.id !== before.id ? [{ kept: before, to }] : [];
    }),
  };
}

/** Follows the ways to their end, each once; in a circle what closes it is left out. */
function roots(facilityId: string, ways: ReadonlyMap<string, Ways>, kept: ReadonlyMap<string, KeptCase>) {
  const named = (name: string): Case => {
    const [type = "", sourceId = ""] = name.split("/");
    return { id: entryIdOf(facilityId, type, sourceId), visit: type === "Encounter" };
  };
  // A stored case may be named after what only now says which visit it is of.
  const nameOfCase = new Map([...ways.keys()].map((name) => [named(name).id, name]));
  const keptName = (name: string) => {
    const at = nameOfCase.get(kept.get(name)?.id ?? "");
    return at === name ? undefined : at;
  };
  const found = new Map<string, Case>();
  const next = (name: string): string[] => {
    const { visit, links = [] } = ways.get(name) ?? {};
    return visit ? [visit] : [keptName(name) ?? [], links.filter((l) => ways.has(l) || kept.has(l))].flat();
  };
  const decide = (name: string): Case => {
    const { visit, links = [] } = ways.get(name) ?? {};
    if (visit) return found.get(visit) ?? named(visit);
    const before = kept.get(name);
    const stays = found.get(keptName(name) ?? "") ?? (before?.id === before?.entryId ? undefined : before);
    if (stays?.visit) return stays;
    const linked = next(name).flatMap((link) => found.get(link) ?? []);
    return linked.find((c) => c.visit) ?? stays ?? linked[0] ?? named(links[0] ?? name);
  };
  return (start: string): Case => {
    const path = [start];
    const open = new Set(path);
    for (let name = path.at(-1); name !== undefined; name = path.at(-1)) {
      const further = found.has(name) ? undefined : next(name).find((n) => !found.has(n) && !open.has(n));
      if (further !== undefined) {
        path.push(further);
        open.add(further);
        continue;
      }
      if (!found.has(name)) found.set(name, decide(name));
      path.pop();
      open.delete(name);
    }
    return found.get(start) ?? named(start);
  };
}

const nameOf = (entry: Planned): string => `${entry.type}/${entry.sourceId}`;

function waysOf({ type, resource, visit }: Planned): Ways {
  if (visit) return { visit: type === "Encounter" ? undefined : visit, links: [] };
  if (!resource) return { visit: undefined, links: [] };
  const visits = (type === "Encounter" ? ["partOf"] : VISIT).flatMap((path) => nameAt(resource, path) ?? []);
  const links = type === "Encounter" ? [] : LINK.flatMap((path) => nameAt(resource, path) ?? []);
  return { visit: visits.find((name) => name.startsWith("Encounter/")), links };
}

/** Which report or panel of this delivery names what as its part. */
function holdersOf(entries: Planned[]): { part: string; holder: string }[] {
  return entries.flatMap((entry) =>
    PARTS.flatMap((element) => {
      const parts = entry.resource?.[element];
      if (!Array.isArray(parts)) return [];
      return parts.flatMap((_, i) => {
        const part = entry.resource && nameAt(entry.resource, `${element}.${i}`);
        return part ? { part, holder: nameOf(entry) } : [];
      });
    }),
  );
}

function nameAt(resource: RawResource, path: string): string | undefined {
  const at = path
    .split(".")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], resource);
  const reference = (at as { reference?: unknown } | undefined)?.reference;
  const target = typeof reference === "string" ? relativeTarget(reference) : undefined;
  return target && `${target.type}/${target.sourceId}`;
}
