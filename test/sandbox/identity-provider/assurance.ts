import type { Persona } from "../province/personas.ts";

/** A provider's names of levels 1, 2 and 3 in `acr` and `acr_values`. */
export type Levels = readonly [string, string, string];

/** The name of an assurance level; a provider has none below its first. */
export const acrOf = (levels: Levels, level: number): string => levels[level - 1] ?? "none";

/** Does a request's `acr_values` ask for fresh strong authentication? */
export function asksForStrong(levels: Levels, requested: unknown): boolean {
  return typeof requested === "string" && requested.split(" ").includes(acrOf(levels, 3));
}

/** Only a persona of level 3 owns the means for the second step. */
export function canBeStrong(persona: Persona): boolean {
  return persona.assuranceLevel === 3;
}

/** The level reached: never above the persona's own, and 3 only when it was asked for and just proven. */
export function reachedAcr(levels: Levels, persona: Persona, strong: boolean): string {
  return acrOf(levels, Math.min(persona.assuranceLevel, strong ? 3 : 2));
}

/** How the sandbox signed somebody in, in the words of RFC 8176. */
export function methodsOf(secondStep: boolean): string[] {
  return secondStep ? ["user", "face", "mfa"] : ["user"];
}
