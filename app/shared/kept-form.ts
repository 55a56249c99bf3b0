/** A form that came without a session: given back to whoever sent it, so that nothing they wrote is lost. */
export interface KeptForm {
  /** Where it was sent, and is to be sent again. */
  to: string;
  fields: [name: string, value: string][];
}

/** What somebody wrote into a field: words, or figures where the field is named for them. */
export const isTyped = ([name, value]: readonly [name: string, value: string]): boolean =>
  isWritten(value) || (name.startsWith("figure-") && value.trim() !== "");

/** What a person wrote, rather than chose or never saw: it has words. */
export const isWritten = (value: string): boolean => /\S\s+\S/.test(value);
