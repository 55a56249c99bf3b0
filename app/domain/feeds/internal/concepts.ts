export interface Coding {
  system?: string;
  code?: string;
}

/** The codings of a CodeableConcept that nobody has checked, as far as they have the form. */
export function codingsOf(concept: unknown): Coding[] {
  const { coding } = (concept ?? {}) as { coding?: unknown };
  return (Array.isArray(coding) ? coding : []).map((one: { system?: unknown; code?: unknown } | null) => ({
    ...(typeof one?.system === "string" ? { system: one.system } : {}),
    ...(typeof one?.code === "string" ? { code: one.code } : {}),
  }));
}

/** What such a concept is called: its text and the displays of its codings. */
export function namesOf(concept: unknown): string[] {
  const { text, coding } = (concept ?? {}) as { text?: unknown; coding?: unknown };
  const displays = (Array.isArray(coding) ? coding : []).map((one: { display?: unknown } | null) => one?.display);
  return [text, ...displays].filter((name): name is string => typeof name === "string");
}
