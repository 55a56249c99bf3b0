/** Why a sign-in did not end well, as far as it helps to know. */
export const signInProblems = [
  "cancelled",
  "expired",
  "not-started-here",
  "bad-answer",
  "provider-down",
  "identity-unclear",
  "no-number",
  "too-many",
  "other-person",
  "too-weak",
  "stale",
  "session-gone",
  "other",
] as const;

export type SignInProblem = (typeof signInProblems)[number];
