import { DomainError } from "#app/shared/errors.ts";
import type { AssuranceLevel } from "./actor.ts";

interface Assurance {
  level: AssuranceLevel;
  /** How long ago they may have proved who they are. */
  minutes: number;
}

/**
 * Every act that needs more than the book's level, and what it needs. What hands over a whole book, opens what was
 * closed or gives rights away asks for strong proof; acts of staff, that nobody took over a session left alone.
 */
export const assuranceOf = {
  export: { level: 3, minutes: 15 },
  "open-hidden": { level: 3, minutes: 15 },
  unhide: { level: 3, minutes: 15 },
  "grant-proxy": { level: 3, minutes: 15 },
  "grant-consent": { level: 3, minutes: 15 },
  "share-outside": { level: 3, minutes: 15 },
  "change-contact": { level: 3, minutes: 15 },
  unlock: { level: 3, minutes: 15 },
  "merge-persons": { level: 2, minutes: 60 },
  "replace-number": { level: 2, minutes: 60 },
  "link-account": { level: 2, minutes: 60 },
  "unlock-person": { level: 2, minutes: 60 },
  "change-roster": { level: 2, minutes: 60 },
  "register-counter": { level: 2, minutes: 60 },
  "enrol-passkey": { level: 2, minutes: 15 },
  "change-client": { level: 2, minutes: 60 },
  "dispense-controlled": { level: 3, minutes: 15 },
} as const satisfies Record<string, Assurance>;

export type StepUpAction = keyof typeof assuranceOf;

export const isStepUpAction = (text: string): text is StepUpAction => Object.hasOwn(assuranceOf, text);

interface Proven {
  assuranceLevel: AssuranceLevel;
  authenticatedAt?: Date | undefined;
}

/** Providers' clocks may go before ours; more than this is no proof at all. */
const CLOCK_SKEW_MS = 60_000;

/** Has this actor proved who they are well and recently enough for the act? Pure. */
export function isFresh(actor: Proven, action: StepUpAction, now: Date): boolean {
  const { level, minutes } = assuranceOf[action];
  if (actor.assuranceLevel < level || !actor.authenticatedAt) return false;
  const age = now.getTime() - actor.authenticatedAt.getTime();
  return age <= minutes * 60_000 && age >= -CLOCK_SKEW_MS;
}

/** Said first by a verb of the table. @throws DomainError `step-up-needed` with action, level and minutes. */
export function requireFresh(ctx: { actor: Proven; now: () => Date }, action: StepUpAction): void {
  if (!isFresh(ctx.actor, action, ctx.now())) throw stepUpNeeded(action);
}

export const stepUpNeeded = (action: StepUpAction) =>
  new DomainError("forbidden", "step-up-needed", "The act needs fresh proof of who it is.", {
    details: { action, ...assuranceOf[action] },
  });
