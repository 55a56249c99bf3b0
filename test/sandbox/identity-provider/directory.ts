import type { Persona } from "../province/personas.ts";
import type { Profile } from "./profiles/profile.ts";

export interface Directory {
  readonly personas: readonly Persona[];
  /** Who is meant by what was typed; spaces and case do not matter. */
  byLogin(typed: string): Persona | undefined;
  bySubject(subject: string): Persona | undefined;
}

/** The people a provider knows, found by what they type and by the subject they have there. */
export function directoryOf(personas: readonly Persona[], { subject }: Pick<Profile, "subject">): Directory {
  const logins = new Map(personas.map((p) => [folded(p.login), p]));
  const subjects = new Map(personas.map((p) => [subject(p), p]));
  return {
    personas,
    byLogin: (typed) => logins.get(folded(typed)),
    bySubject: (wanted) => subjects.get(wanted),
  };
}

function folded(typed: string): string {
  return typed.replace(/\s+/g, "").toLowerCase();
}
