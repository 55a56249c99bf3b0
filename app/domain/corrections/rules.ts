/** Kinds of reports, their states and who may bring them from one to the next (design §6). Pure. */
export const correctionKinds = ["wrong", "missing", "not-mine"] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

export const openStates = ["sent", "received", "overdue", "escalated"] as const;
export const outcomes = ["corrected", "partly", "refused"] as const;
export const correctionStates = [...openStates, ...outcomes, "withdrawn"] as const;
export type Outcome = (typeof outcomes)[number];
export type CorrectionState = (typeof correctionStates)[number];

export type Step = "acknowledge" | "extend" | "decide" | "withdraw" | "miss" | "escalate";

/** From which states a step may be taken, and where it can lead. `extend` stays where it is. */
export const transitions: Readonly<
  Record<Step, { from: readonly CorrectionState[]; to: readonly CorrectionState[] | "same" }>
> = {
  acknowledge: { from: ["sent"], to: ["received"] },
  extend: { from: ["sent", "received", "escalated"], to: "same" },
  decide: { from: ["sent", "received", "overdue", "escalated"], to: outcomes },
  withdraw: { from: openStates, to: ["withdrawn"] },
  miss: { from: ["sent", "received"], to: ["overdue"] },
  escalate: { from: ["overdue", "refused", "partly"], to: ["escalated"] },
};

export const isOpen = (state: CorrectionState): boolean => openStates.some((open) => open === state);

/** What the rules need to know of a report. */
export interface Standing {
  state: CorrectionState;
  decideBy: Date;
  extendedAt: Date | null;
  escalatedAt: Date | null;
  /** Whose data it is about, when a facility is known. */
  aboutFacilityId: string | null;
}

/** May this step be taken now? The UPDATE that takes it asks the same again. */
export function mayStep(step: Step, at: Standing, now: Date): boolean {
  if (!transitions[step].from.includes(at.state)) return false;
  if (step === "extend") return at.extendedAt === null && now <= at.decideBy;
  if (step === "miss") return now > at.decideBy;
  // The health department is the last to be asked here, and is asked once.
  if (step === "escalate") return at.escalatedAt === null && at.aboutFacilityId !== null;
  return true;
}

/** More than this of one person are not taken while they are open: somebody should talk to them instead. */
export const MOST_OPEN = 10;

export const MOST_LETTERS = 2_000;

/** What a person may say of a visit that was not theirs, by ticking it. */
export const circumstances = ["never-there", "other-day", "card-lost"] as const;
export type Circumstance = (typeof circumstances)[number];

/** Whole days until the deadline: 0 is today, less is over. */
export function daysLeft(decideBy: Date, now: Date): number {
  const day = (at: Date) => Math.floor((at.getTime() + 7 * 3_600_000) / 86_400_000);
  return now > decideBy ? Math.min(-1, day(decideBy) - day(now)) : day(decideBy) - day(now);
}
