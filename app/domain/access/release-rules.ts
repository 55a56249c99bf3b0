import { LOINC } from "#app/adapters/record-store/fhir-r4/systems.ts";
import { foldName } from "#app/shared/names.ts";

/** When results of a class appear: once a clinician of their facility has explained them, or once they have talked with the person. */
export interface ReleaseRule {
  class: "histopathology" | "genetic" | "hiv-confirmation";
  when: "after-review" | "with-talk";
  /** Days after which it appears anyway: nothing is ever kept back without an end. */
  longestDays: number;
  /** First day of the rule; results received before it were shown at once. */
  from: string;
  loinc: readonly string[];
  /** First codes of a report's category (HL7 v2-0074). */
  departments: readonly string[];
  /** Words of its name, folded. */
  words: readonly string[];
}

/**
 * All classes that wait; every other result appears at once. Short on purpose and published at /help/releases.
 * Proposed by the house for the province to sign (decision 029); a change is a new line with its own first day.
 */
export const releaseRules: readonly ReleaseRule[] = [
  {
    class: "histopathology",
    when: "after-review",
    longestDays: 14,
    from: "2026-01-01",
    loinc: ["60567-5", "11529-5", "22634-0", "34574-4"],
    departments: ["PAT", "SP"],
    words: ["mo benh hoc", "giai phau benh", "sinh thiet", "histopathology", "surgical pathology"],
  },
  {
    class: "genetic",
    when: "with-talk",
    longestDays: 30,
    from: "2026-01-01",
    loinc: ["51969-4"],
    departments: ["GE"],
    words: ["dot bien gen", "xet nghiem gen", "giai trinh tu gen", "nhiem sac the do", "karyotype", "genetic"],
  },
  {
    class: "hiv-confirmation",
    when: "with-talk",
    longestDays: 14,
    from: "2026-01-01",
    loinc: ["5221-7"],
    departments: [],
    words: ["hiv khang dinh", "khang dinh hiv", "hiv western blot"],
  },
];

const DAY = 86_400_000;

interface Concept {
  text?: string | undefined;
  coding?: { system?: string | undefined; code?: string | undefined; display?: string | undefined }[] | undefined;
}

/** A result as far as its class can be told. */
export interface Releasable {
  code?: Concept | undefined;
  category?: Concept[] | undefined;
}

/** The rule a result falls under, and when it appears at the latest; none where it appears at once. */
export function heldBy(
  result: Releasable,
  receivedAt: Date,
): { class: ReleaseRule["class"]; appearsAt: Date } | undefined {
  const rule = releaseRules.find((one) => receivedAt >= new Date(`${one.from}T00:00:00+07:00`) && isOf(one, result));
  return rule && { class: rule.class, appearsAt: new Date(receivedAt.getTime() + rule.longestDays * DAY) };
}

function isOf({ loinc, departments, words }: ReleaseRule, { code, category }: Releasable): boolean {
  const codings = code?.coding ?? [];
  if (codings.some((one) => one.system === LOINC && one.code && loinc.includes(one.code))) return true;
  if ((category ?? []).some((one) => one.coding?.some(({ code: c }) => c && departments.includes(c)))) return true;
  const names = ` ${[code?.text, ...codings.map((one) => one.display)].map((name) => foldName(name ?? "")).join(" | ")} `;
  return words.some((word) => names.includes(` ${word} `));
}

export const ruleOf = (name: string): ReleaseRule | undefined => releaseRules.find((rule) => rule.class === name);
