const PROBLEMS = ["refused", "no-passkey", "over", "no-script"] as const;
export type UnlockProblem = (typeof PROBLEMS)[number];

/** Why a counter stayed locked, as its page may tell it. */
export const toldUnlock = (text: string | null): UnlockProblem | undefined => PROBLEMS.find((one) => one === text);

/** The same, by the code of the error. */
export function unlockProblem(code: string): UnlockProblem {
  if (code === "no-passkey") return "no-passkey";
  return code === "no-such-shift" ? "over" : "refused";
}
