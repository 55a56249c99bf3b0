import type { Persona } from "../province/personas.ts";

/** The name of an assurance level in `acr` and `acr_values`. */
export function acrOf(level: number): string {
  return `urn:so-khoe:sandbox:loa:${level}`;
}

export const acrValues: readonly string[] = [1, 2, 3].map(acrOf);

/** Does a request's `acr_values` ask for fresh strong authentication? */
export function asksForStrong(requested: unknown): boolean {
  return typeof requested === "string" && requested.split(" ").includes(acrOf(3));
}

/** Only a persona of level 3 owns the means for the second step. */
export function canBeStrong(persona: Persona): boolean {
  return persona.assuranceLevel === 3;
}

/** The level reached: never above the persona's own, and 3 only when it was asked for and just proven. */
export function reachedAcr(persona: Persona, strong: boolean): string {
  return acrOf(Math.min(persona.assuranceLevel, strong ? 3 : 2));
}

/** How the sandbox signed somebody in, in the words of RFC 8176. */
export function methodsOf(secondStep: boolean): string[] {
  return secondStep ? ["user", "face", "mfa"] : ["user"];
}
