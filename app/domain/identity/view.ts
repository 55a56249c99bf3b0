import type { Actor, StaffRole } from "#app/domain/access/actor.ts";

export type { StaffRole };

/** A role somebody may act in, and where; the department's operators act nowhere in particular. */
export interface Duty {
  role: StaffRole;
  facilityId: string | undefined;
}

/** A duty in words. */
export interface DutyView extends Duty {
  facility: string | undefined;
}

/** Whoever is signed in, in what they are now: themself, for somebody, or on duty. Never two of them at once. */
export type PersonActor = Extract<Actor, { personId: string }>;

/** What a request knows of the signed-in browser. Never reaches a page as it is. */
export interface SessionView {
  /** The session's own name, not its secret. */
  id: string;
  personId: string;
  /** Which of the digital IDs it was opened with. */
  provider: string;
  displayName: string;
  /** When they last proved who they are. */
  authenticatedAt: Date;
  actor: PersonActor;
  /** The duty in force; without one the person is here for themself, or for whom they act for. */
  duty: DutyView | undefined;
  /** Whom they act for, by name. */
  actingFor: { personId: string; name: string } | undefined;
  /** Duties they may take now. */
  roles: DutyView[];
  /** On duty, or at a shared counter: nothing that is written stays in such a browser. */
  shared: boolean;
  /** It is a shift at a shared counter, which locks soon and opens again by passkey. */
  atCounter: boolean;
  /** When it ends if nobody asks for anything more, and when in any case. */
  idleEndsAt: Date;
  endsAt: Date;
  /** The person's own access is locked: nothing but the way to open it again is shown. */
  locked: { at: Date; by: "self" | "operator" } | undefined;
  /** When they were last here before this session, as far as it is remembered. */
  previousVisitAt: Date | undefined;
  /** The privacy notice in force is still to be read; below the book's level nobody is asked. */
  noticeDue: boolean;
}
