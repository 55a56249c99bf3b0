import type { AssuranceRule, WantedClaim } from "../settings/assurance.ts";
import { type Claims, claimAt } from "./claim-at.ts";

export type AssuranceLevel = 0 | 1 | 2 | 3;

const TOLERANCE_SECONDS = 10;

/** The highest level a rule gives; what no rule knows is level 0. */
export function assuranceLevel(claims: Claims, rules: readonly AssuranceRule[], now: Date): AssuranceLevel {
  const [highest] = [3, 2, 1].filter((level) => rules.some((rule) => rule.level === level && fits(claims, rule, now)));
  return (highest ?? 0) as AssuranceLevel;
}

function fits(claims: Claims, { when, withinSeconds }: AssuranceRule, now: Date): boolean {
  if (withinSeconds !== undefined && !authenticatedWithin(claims, withinSeconds, now)) return false;
  return Object.entries(when).every(([name, wanted]) => says(claimAt(claims, name), wanted));
}

function says(value: unknown, wanted: WantedClaim): boolean {
  const said = Array.isArray(value) ? value : [value];
  const texts = said.flatMap((one) => (["string", "number", "boolean"].includes(typeof one) ? [String(one)] : []));
  if (typeof wanted === "string") return texts.includes(wanted);
  if (Array.isArray(wanted)) return wanted.some((one) => texts.includes(one));
  return texts.some((text) => hasParts(text, wanted.parts));
}

/** A vector of trust (RFC 8485 §3): its parts in any order, more than the wanted ones allowed. */
function hasParts(vector: string, wanted: readonly string[]): boolean {
  const parts = new Set(vector.split("."));
  return wanted.every((part) => parts.has(part));
}

function authenticatedWithin({ auth_time: at }: Claims, seconds: number, now: Date): boolean {
  if (typeof at !== "number") return false;
  const age = now.getTime() / 1000 - at;
  return age >= -TOLERANCE_SECONDS && age <= seconds + TOLERANCE_SECONDS;
}
