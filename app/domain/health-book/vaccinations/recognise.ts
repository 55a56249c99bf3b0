import type { CodeableConcept } from "#app/adapters/record-store/fhir-r4/datatypes.ts";
import { foldName } from "#app/shared/names.ts";
import type { Antigen } from "./schedule.ts";
import { ATC, atcVaccines, CVX, cvxVaccines } from "./vaccine-codes.ts";
import { type Named, neutralWords, vaccineNames } from "./vaccine-names.ts";

export interface Recognised {
  antigens: readonly Antigen[];
  maybe: readonly Antigen[];
}

const byLength = [...vaccineNames].sort(([a], [b]) => b.length - a.length);

/**
 * What a vaccine holds, by its code (CVX, ATC) or else by its name. It never guesses: a name with a word nobody knows, or
 * a code and a name that differ, give nothing.
 */
export function recognise(concept: CodeableConcept | undefined): Recognised | undefined {
  const coded = byCode(concept);
  if (coded === "differ") return undefined;
  const names = [concept?.text, ...(concept?.coding ?? []).map(({ display }) => display)];
  const named = names.flatMap((name) => (name?.trim() ? [byName(name)] : []));
  if (coded) {
    const agree = named.every((one) => !one || one.antigens.every((antigen) => coded.includes(antigen)));
    return agree ? { antigens: coded, maybe: [] } : undefined;
  }
  const [first, ...others] = named;
  return first && others.every((other) => other && same(first.antigens, other.antigens)) ? first : undefined;
}

function byCode(concept: CodeableConcept | undefined): readonly Antigen[] | "differ" | undefined {
  const found = (concept?.coding ?? []).flatMap(({ system, code = "" }) => {
    if (system === CVX) return [cvxVaccines.get(code.padStart(2, "0"))];
    return system === ATC || system === "http://www.whocc.no/atc/" ? [atcVaccines.get(code)] : [];
  });
  const [first, ...others] = found.filter((one) => one !== undefined);
  if (!first) return undefined;
  return others.every((other) => same(first, other)) ? first : "differ";
}

const same = (a: readonly Antigen[], b: readonly Antigen[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

/** All of the name must be understood. */
function byName(text: string): Recognised | undefined {
  let rest = ` ${foldName(text).replaceAll(" ", "  ")} `;
  const found: Named[] = [];
  for (const [name, named] of byLength) {
    const words = ` ${name.replaceAll(" ", "  ")} `;
    if (!rest.includes(words)) continue;
    found.push(named);
    rest = rest.replaceAll(words, "  ");
  }
  const left = rest.split(/\s+/).filter(Boolean);
  if (left.some((word) => !neutralWords.has(word) && !/^\d+$/.test(word))) return undefined;
  // What the national programme calls by its maker alone is the one vaccine with five parts.
  if (found.length === 0) return left.includes("sii") ? byName("Quinvaxem") : undefined;
  const antigens = [...new Set(found.flatMap((one) => one.antigens))];
  const maybe = [...new Set(found.flatMap((one) => one.maybe ?? []))];
  return { antigens, maybe: maybe.some((one) => antigens.includes(one)) ? [] : maybe };
}
