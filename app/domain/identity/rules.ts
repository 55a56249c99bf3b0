import type { StaffRole } from "#app/domain/access/actor.ts";

/**
 * A citizen's session ends after half an hour without a request, one on duty after a quarter, for others walk past its
 * screen; both after twelve hours at the latest (inside SP 800-63B-4's hour and day).
 */
export const IDLE_MINUTES = 30;
export const DUTY_IDLE_MINUTES = 15;

/** A shared counter locks after three minutes without use; the shift itself goes on until its twelve hours are over. */
export const COUNTER_LOCK_MINUTES = 3;
export const ABSOLUTE_HOURS = 12;

/** Sessions of one account at once; a further one ends its oldest. */
export const MOST_SESSIONS = 20;

/** How long before its end a page warns. */
export const WARNING_SECONDS = 120;

/** Is a proof newer than a lock? Providers say when it was in whole seconds. */
export const provedSince = (authenticatedAt: Date, lockedAt: Date): boolean =>
  authenticatedAt.getTime() >= Math.floor(lockedAt.getTime() / 1000) * 1000;

/** A sign-in that does not come back from the provider in ten minutes is given up. */
export const ATTEMPT_MINUTES = 10;

/** The privacy notice in force; a new version is shown to everybody again. */
export const PRIVACY_NOTICE = { notice: "privacy", version: "2026-11" } as const;

const PATH = /^\/(?![/\\])[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]*$/;

/** Where to go after signing in: a path of ours, or the book. Never another site. */
export function safeReturnTo(wanted: string | null | undefined): string {
  if (
    !wanted ||
    wanted.length > 500 ||
    !PATH.test(wanted) ||
    wanted.includes("..") ||
    /%(?:2f|5c|0[0-9a-f])/i.test(wanted)
  )
    return "/book";
  return wanted;
}

/** Where each duty works. What is not listed here is for the person themself, or for everybody. */
const AREAS: readonly { prefix: string; roles: readonly StaffRole[] }[] = [
  { prefix: "/operator", roles: ["operator"] },
  { prefix: "/clinic", roles: ["clinician", "clerk"] },
  { prefix: "/pharmacy", roles: ["pharmacist"] },
];

/** The one duty that an address asks for; none where it asks for none, or where the person has to choose. */
export function dutyFor<D extends { role: StaffRole }>(address: string, duties: readonly D[]): D | undefined {
  const [path = ""] = address.split(/[?#]/);
  const area = AREAS.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
  const fitting = duties.filter(({ role }) => area?.roles.includes(role));
  return fitting.length === 1 ? fitting[0] : undefined;
}
