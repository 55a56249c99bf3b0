import { createHmac } from "node:crypto";
import type { Persona } from "../province/personas.ts";

export interface Directory {
  readonly personas: readonly Persona[];
  /** Who is meant by what was typed; spaces and case do not matter. */
  byLogin(typed: string): Persona | undefined;
  bySubject(subject: string): Persona | undefined;
}

/** The people this provider knows, found by what they type and by their subject. */
export function directoryOf(personas: readonly Persona[]): Directory {
  const logins = new Map(personas.map((p) => [folded(p.login), p]));
  const subjects = new Map(personas.map((p) => [subjectOf(p), p]));
  return {
    personas,
    byLogin: (typed) => logins.get(folded(typed)),
    bySubject: (subject) => subjects.get(subject),
  };
}

/** Stable over restarts, says nothing about the person, and is not derived from their number. */
export function subjectOf(persona: Persona): string {
  return createHmac("sha256", "so-khoe sandbox subject").update(persona.key).digest("base64url").slice(0, 27);
}

/** A persona's claims; which of them leave depends on the scopes asked for. */
export function claimsOf(persona: Persona, withNumber: boolean): Record<string, unknown> {
  return {
    name: persona.name,
    birthdate: persona.birthDate,
    gender: persona.gender,
    ...(withNumber && persona.personalNumber !== undefined ? { personal_number: persona.personalNumber } : {}),
    ...(persona.passport === undefined ? {} : { passport_number: persona.passport }),
  };
}

function folded(typed: string): string {
  return typed.replace(/\s+/g, "").toLowerCase();
}
