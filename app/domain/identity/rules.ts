/** A citizen's session ends after half an hour without a request, and after twelve hours at the latest. */
export const IDLE_MINUTES = 30;
export const ABSOLUTE_HOURS = 12;

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
