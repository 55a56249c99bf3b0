import { foldName, namesContradict } from "#app/shared/names.ts";

export interface KnownDemographics {
  names: string[];
  birth: { low: string; high: string } | undefined;
  sex: "male" | "female" | "unknown";
}

export type Contradiction = "name-contradicts" | "birth-date-contradicts" | "sex-contradicts";

/**
 * Does what a sender says contradict what we know? Names compare folded, birth dates as intervals,
 * and an unknown sex fits all; what one side does not say contradicts nothing (design §5.2).
 */
export function contradiction(known: KnownDemographics, said: KnownDemographics): Contradiction | undefined {
  const [ours, theirs] = [spelled(known.names), spelled(said.names)];
  if (ours.length > 0 && theirs.length > 0) {
    const agrees = theirs.some((a) => ours.some((b) => !namesContradict(a, b)));
    if (!agrees) return "name-contradicts";
  }
  if (known.birth && said.birth && (known.birth.low > said.birth.high || said.birth.low > known.birth.high)) {
    return "birth-date-contradicts";
  }
  if (known.sex !== "unknown" && said.sex !== "unknown" && known.sex !== said.sex) return "sex-contradicts";
  return undefined;
}

/** Is there a name or birth date on both sides? What then does not contradict, confirms. */
export const confirmed = (known: KnownDemographics, said: KnownDemographics): boolean =>
  (spelled(known.names).length > 0 && spelled(said.names).length > 0) || (!!known.birth && !!said.birth);

/** A dot or a dash in the name's field says nothing. */
const spelled = (names: string[]): string[] => names.filter((name) => foldName(name) !== "");
