import type { SignInProblem } from "#app/ui/public/sign-in-problem-page.tsx";

/** Our codes → what people are told. The exact code is in the log, under the reference they can read out. */
const PROBLEMS: Readonly<Record<string, SignInProblem>> = {
  expired: "expired",
  "attempt-unknown": "not-started-here",
  "browser-unknown": "not-started-here",
  "state-missing": "not-started-here",
  "sign-in-cancelled": "cancelled",
  "provider-refused": "bad-answer",
  "provider-unavailable": "provider-down",
  "response-invalid": "bad-answer",
  "token-claims": "bad-answer",
  "token-time": "bad-answer",
  "issuer-mismatch": "bad-answer",
  "claims-missing": "bad-answer",
  "code-refused": "bad-answer",
  "identity-unknown-person": "no-number",
};

export function signInProblem(code: string): SignInProblem {
  return PROBLEMS[code] ?? (code.startsWith("identity-") ? "identity-unclear" : "other");
}
