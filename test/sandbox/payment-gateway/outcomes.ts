/** What a payer, or a tester, can make of a payment. */
export const outcomes = {
  pay: { code: "00", ipn: "once", back: true },
  "pay-twice": { code: "00", ipn: "twice", back: true },
  "lose-ipn": { code: "00", ipn: "never", back: true },
  "wrong-amount": { code: "00", ipn: "wrong-amount", back: true },
  cancel: { code: "24", ipn: "once", back: true },
  "no-money": { code: "51", ipn: "once", back: true },
  "time-out": { code: "11", ipn: "never", back: false },
} as const satisfies Record<string, Outcome>;

interface Outcome {
  /** VNPay's response code. */
  code: string;
  /** How the merchant's server is told. */
  ipn: "once" | "twice" | "never" | "wrong-amount";
  /** Is the payer sent back? */
  back: boolean;
}

export type OutcomeName = keyof typeof outcomes;

export function isOutcome(name: string | undefined): name is OutcomeName {
  return name !== undefined && Object.hasOwn(outcomes, name);
}
