import type { UnclearReason } from "./linking-rules.ts";

/** States of a sign-in that waits to be sorted, and who may bring it from one to the next. Pure. */
export const caseStates = ["open", "answered", "linked", "refused", "lapsed"] as const;
export type CaseState = (typeof caseStates)[number];

export type CaseStep = "say" | "answer" | "link" | "refuse" | "lapse" | "ask-again";

/** From which states a step may be taken, and where it leads. What is linked is undone by unlinking the account. */
export const caseSteps: Readonly<Record<CaseStep, { from: readonly CaseState[]; to: CaseState }>> = {
  say: { from: ["open", "answered"], to: "open" },
  answer: { from: ["open", "answered"], to: "answered" },
  link: { from: ["open", "answered"], to: "linked" },
  refuse: { from: ["open", "answered"], to: "refused" },
  lapse: { from: ["open", "answered"], to: "lapsed" },
  "ask-again": { from: ["refused"], to: "lapsed" },
};

export const isWaiting = (state: CaseState): boolean => state === "open" || state === "answered";

/** How a case leads to somebody, when nobody but an operator says so. */
export const LOOKED_UP = "operator";

/** Whoever neither the account nor one of its verified numbers leads to is linked by two operators, never by one. */
export const needsSecond = (by: readonly string[]): boolean => by.every((how) => how === LOOKED_UP);

export const proposalOutcomes = ["confirmed", "sent-back", "withdrawn", "overtaken"] as const;
export type ProposalOutcome = (typeof proposalOutcomes)[number];

/** Somebody must look within ten days; after ninety what it says about people is given up. */
export const DUE_DAYS = 10;
export const LAPSE_DAYS = 90;

/** The limited session: long enough to write down a telephone number, opens nothing but the case. */
export const HELP_MINUTES = 60;

/** What operators may answer without deciding; words of the catalogue, so that none about anybody else gets there. */
export const caseAnswers = ["come-with-card", "provider-to-correct", "call-us"] as const;
export type CaseAnswer = (typeof caseAnswers)[number];

export const caseRefusals = ["not-confirmed", "provider-data", "other-account"] as const;
export type CaseRefusal = (typeof caseRefusals)[number];

/** What the person is told: of their own account alone. All that could tell of somebody else sounds alike. */
export type Told = "no-number" | "number-changed" | "not-matching";

export function toldOf(reason: UnclearReason): Told {
  if (reason === "no-number") return "no-number";
  return reason === "other-number" ? "number-changed" : "not-matching";
}
