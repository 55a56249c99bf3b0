import type { SignInProblem } from "#app/ui/public/sign-in-problems.ts";

/** Our codes → what people are told. The exact code is in the log, under the reference they can read out. */
const PROBLEMS: Readonly<Record<string, SignInProblem>> = {
  expired: "expired",
  "request-uri-refused": "expired",
  "attempt-unknown": "not-started-here",
  "browser-unknown": "not-started-here",
  "state-missing": "not-started-here",
  "sign-in-cancelled": "cancelled",
  "provider-refused": "bad-answer",
  "provider-unavailable": "provider-down",
  "discovery-invalid": "provider-down",
  "endpoint-missing": "provider-down",
  "keys-missing": "provider-down",
  "keys-invalid": "provider-down",
  "userinfo-missing": "provider-down",
  "par-missing": "provider-down",
  "provider-address": "provider-down",
  "pkce-not-promised": "provider-down",
  "iss-not-promised": "provider-down",
  "client-refused": "bad-answer",
  "request-refused": "bad-answer",
  "proof-refused": "bad-answer",
  "answer-unauthorized": "bad-answer",
  "response-invalid": "bad-answer",
  "answer-parameters": "bad-answer",
  "answer-elsewhere": "bad-answer",
  "issuer-mismatch": "bad-answer",
  "claims-missing": "bad-answer",
  "claims-subject": "bad-answer",
  "claims-number": "no-number",
  "code-refused": "bad-answer",
  "identity-unknown-person": "no-number",
  "step-up-other-person": "other-person",
  "step-up-too-weak": "too-weak",
  "step-up-unreachable": "too-weak",
  "step-up-stale": "stale",
  "step-up-session-gone": "session-gone",
};

export function signInProblem(code: string): SignInProblem {
  const told = Object.values(PROBLEMS).find((problem) => problem === code);
  if (told) return told;
  if (Object.hasOwn(PROBLEMS, code)) return PROBLEMS[code] ?? "other";
  if (code.startsWith("token-") || code.startsWith("userinfo-")) return "bad-answer";
  return code.startsWith("identity-") ? "identity-unclear" : "other";
}

/**
 * Back to the sign-in page with what people are told, and the reference under which the log says more: the exact code
 * would tell whoever names somebody else's number whether that person has an account here.
 */
export function toSignInProblem(code: string, reference: string, wanted: WantedBefore = {}): string {
  const again = Object.entries(wanted).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  return `/sign-in?${new URLSearchParams([["reason", signInProblem(code)], ["reference", reference], ...again])}`;
}

/** What the sign-in was for and through which digital ID, so that another try goes the same way. */
interface WantedBefore {
  returnTo?: string | number | null | undefined;
  provider?: string | number | null | undefined;
}
