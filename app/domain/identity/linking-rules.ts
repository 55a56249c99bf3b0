import type { QuarantineReason } from "#app/domain/persons/match-person.ts";

/** What is known when somebody has signed in: of the account, and of the verified numbers it brings. */
export interface LinkingFacts {
  /** Whom the account is linked to, if it is. */
  account: LinkedTo | undefined;
  /** The digital ID says a number, of a card or a passport. */
  saysNumber: boolean;
  /** Everybody the numbers lead to. */
  leadsTo: readonly string[];
  /** Why the one person the numbers lead to may not be meant: folded names, birth interval, sex, another number. */
  contradicts: QuarantineReason | undefined;
  /** That person has another account of the same digital ID. */
  sameIssuer: boolean;
  /** This account was linked to that person once, and somebody has undone it. */
  unlinkedBefore: boolean;
}

export interface LinkedTo {
  personId: string;
  hasNumber: boolean;
  /** What the account says of its holder does not contradict what is known of them. */
  agrees: boolean;
  /** An operator has decided whose the account is, knowing these very numbers. */
  settled: boolean;
}

export const unclearReasons = [
  "no-number",
  "other-number",
  "two-persons",
  "second-account",
  "unlinked-before",
  "name-contradicts",
  "birth-date-contradicts",
  "sex-contradicts",
  "number-contradicts",
] as const;
export type UnclearReason = (typeof unclearReasons)[number];

export type LinkingDecision =
  /** In by the account; `takes`: what it says of its holder goes into the book. */
  | { is: "in"; personId: string; takes: boolean }
  | { is: "link"; personId: string }
  | { is: "create" }
  | { is: "unclear"; why: UnclearReason };

/**
 * Who has signed in, or why nobody can say (issue 4 §4; decision 028). The first line that fits holds.
 *
 * | account is | the verified numbers | and | then |
 * |---|---|---|---|
 * | linked to A | lead to A alone | no further number contradicts A's | in as A |
 * | linked to A | none, or settled with these by an operator | – | in as A; what contradicts A is not taken |
 * | linked to A | lead nowhere | A has no number, and agrees | in as A, the number becomes A's |
 * | linked to A | anything else | not recorded as re-issued | no guess: `other-number` |
 * | new | none | – | no guess: `no-number` |
 * | new | lead nowhere | – | a new person, linked |
 * | new | lead to two | – | no guess: `two-persons` |
 * | new | lead to N | was linked to N, and undone | no guess: `unlinked-before` |
 * | new | lead to N | N has an account of this digital ID | no guess: `second-account` |
 * | new | lead to N | name, birth or sex really contradict | no guess, by what contradicts |
 * | new | lead to N | – | linked to N: their first account, or a further one of another digital ID |
 *
 * A re-issued number leads to A once an operator has recorded it, or when the digital ID itself names the number before.
 */
export function decideLinking(facts: LinkingFacts): LinkingDecision {
  return facts.account ? known(facts.account, facts) : fresh(facts);
}

function known(account: LinkedTo, { saysNumber, leadsTo, contradicts }: LinkingFacts): LinkingDecision {
  const { personId, agrees } = account;
  const [one, another] = leadsTo;
  const theirs = one === personId && another === undefined && contradicts !== "personal-number-contradicts";
  // Account and number were both linked before: a name that changed since is no contradiction.
  if (theirs) return { is: "in", personId, takes: true };
  if (!saysNumber || account.settled) return { is: "in", personId, takes: agrees };
  if (one === undefined && !account.hasNumber && agrees) return { is: "in", personId, takes: true };
  return { is: "unclear", why: "other-number" };
}

function fresh(facts: LinkingFacts): LinkingDecision {
  const [one, another] = facts.leadsTo;
  const unclear = (why: UnclearReason): LinkingDecision => ({ is: "unclear", why });
  if (!facts.saysNumber) return unclear("no-number");
  if (one === undefined) return { is: "create" };
  if (another !== undefined) return unclear("two-persons");
  if (facts.unlinkedBefore) return unclear("unlinked-before");
  if (facts.sameIssuer) return unclear("second-account");
  return facts.contradicts ? unclear(asReason(facts.contradicts)) : { is: "link", personId: one };
}

const asReason = (contradicts: QuarantineReason): UnclearReason =>
  unclearReasons.find((reason) => reason === contradicts) ?? "number-contradicts";
