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
  if (birthDatesContradict(known.birth, said.birth)) return "birth-date-contradicts";
  if (known.sex !== "unknown" && said.sex !== "unknown" && known.sex !== said.sex) return "sex-contradicts";
  return undefined;
}

/** Is there a name or birth date on both sides? What then does not contradict, confirms. */
export const confirmed = (known: KnownDemographics, said: KnownDemographics): boolean =>
  (spelled(known.names).length > 0 && spelled(said.names).length > 0) || (!!known.birth && !!said.birth);

type Birth = KnownDemographics["birth"];

/** 1 January is what many systems write when only the year is known: it fits any day of that year. */
const asMeant = (birth: NonNullable<Birth>): NonNullable<Birth> => {
  const year = birth.low.slice(0, 4);
  return birth.low === birth.high && birth.low === `${year}-01-01` ? { low: birth.low, high: `${year}-12-31` } : birth;
};

/** Can two birth dates, each as exact as it is known, not be the same day? */
export function birthDatesContradict(a: Birth, b: Birth): boolean {
  if (!a || !b) return false;
  const [one, other] = [asMeant(a), asMeant(b)];
  return one.low > other.high || other.low > one.high;
}

/** What stands where a newborn has no name yet: "Con bà …", "CB …", "Bé trai", "Sơ sinh". */
const UNNAMED = /^(?:con (?:ba|chi|co|cua|trai|gai|me|san phu)|cb|be (?:trai|gai|con)|(?:tre )?so sinh)(?: |$)/;

/** A dot or a dash in the name's field says nothing, and neither does a newborn's stand-in. */
export const spelled = (names: string[]): string[] =>
  names.filter((name) => {
    const folded = foldName(name);
    return folded !== "" && !UNNAMED.test(folded);
  });

/** A child as far as it tells one birth from another. */
export interface KnownChild extends KnownDemographics {
  /** 0: the only one of its birth; 1, 2, …: which of several; -1: one of several; `undefined`: not said. */
  birthOrder: number | undefined;
}

const several = (order: number | undefined): boolean => order !== undefined && order !== 0;

/**
 * Are two children of one mother the same? Names do not count until both are real; what could be a
 * twin's is unclear, and an operator's to say. The same whichever of the two was there first.
 */
export function sameChild(a: KnownChild, b: KnownChild): "same" | "other" | "unclear" {
  if (birthDatesContradict(a.birth, b.birth)) return "other";
  if (a.sex !== "unknown" && b.sex !== "unknown" && a.sex !== b.sex) return "other";
  const [one, other] = [a.birthOrder, b.birthOrder];
  const numbered = (one ?? 0) > 0 && (other ?? 0) > 0;
  if (numbered && one !== other) return "other";
  if (contradiction({ ...a, sex: "unknown" }, { ...b, sex: "unknown" }) === "name-contradicts") return "unclear";
  return !numbered && (several(one) || several(other)) ? "unclear" : "same";
}

export type Agreement = "agrees" | "contradicts" | "unsaid";

/** What is said beside what is known, field by field, for a person to decide by. */
export function compare(
  known: KnownDemographics,
  said: KnownDemographics,
): { name: Agreement; birth: Agreement; sex: Agreement } {
  const of = (told: boolean, against: boolean): Agreement => (told ? (against ? "contradicts" : "agrees") : "unsaid");
  const names = { birth: undefined, sex: "unknown" as const };
  return {
    name: of(
      spelled(known.names).length > 0 && spelled(said.names).length > 0,
      contradiction({ ...names, names: known.names }, { ...names, names: said.names }) !== undefined,
    ),
    birth: of(!!known.birth && !!said.birth, birthDatesContradict(known.birth, said.birth)),
    sex: of(known.sex !== "unknown" && said.sex !== "unknown", known.sex !== said.sex),
  };
}

/** Children this young may still be known by their mother, whatever number they have. */
const YOUNG_YEARS = 6;

export const isYoung = (birth: KnownDemographics["birth"], on: Date): boolean =>
  birth !== undefined && Number(birth.low.slice(0, 4)) >= on.getUTCFullYear() - YOUNG_YEARS;
