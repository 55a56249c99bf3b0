import { readDefinitions } from "./r4-source.ts";

interface Concept {
  code: string;
  concept?: Concept[];
}

interface Include {
  system?: string;
  concept?: Concept[];
  filter?: object[];
  valueSet?: string[];
}

interface Terminology {
  resourceType: "ValueSet" | "CodeSystem";
  url: string;
  content?: string;
  concept?: Concept[];
  compose?: { include: Include[]; exclude?: Include[] };
}

/** More codes than this are a terminology, not a binding one checks at the door. */
const MOST_CODES = 400;

let known: Map<string, Terminology> | undefined;

function terminology(url: string, type: Terminology["resourceType"]): Terminology | undefined {
  known ??= new Map(
    ["v3-codesystems.json", "v2-tables.json", "valuesets.json"]
      .flatMap((file) => readDefinitions<Terminology>(file))
      .map((t) => [`${t.resourceType} ${t.url}`, t]),
  );
  return known.get(`${type} ${url.split("|")[0]}`);
}

/** All codes of a value set; `undefined` when the definitions do not hold them all (languages, units, mime types). */
export function codesOfValueSet(url: string): { system: string; code: string }[] | undefined {
  const set = terminology(url, "ValueSet");
  if (!set?.compose || set.compose.exclude) return undefined;
  const parts = set.compose.include.map(codesOfInclude);
  const codes = parts.flatMap((p) => p ?? []);
  return parts.some((p) => !p) || codes.length > MOST_CODES ? undefined : codes;
}

function codesOfInclude({
  system = "",
  concept,
  filter,
  valueSet,
}: Include): { system: string; code: string }[] | undefined {
  if (filter) return undefined;
  if (valueSet) {
    const parts = valueSet.map(codesOfValueSet);
    return parts.length === 1 && !system ? parts[0] : undefined;
  }
  if (concept) return concept.map(({ code }) => ({ system, code }));
  const all = terminology(system, "CodeSystem");
  if (all?.content !== "complete" || !all.concept) return undefined;
  return flat(all.concept).map((code) => ({ system, code }));
}

const flat = (concepts: Concept[]): string[] => concepts.flatMap(({ code, concept }) => [code, ...flat(concept ?? [])]);
