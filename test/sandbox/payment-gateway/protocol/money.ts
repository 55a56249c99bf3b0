/** On the wire, amounts are in hundredths of a đồng, which do not exist; here they are whole đồng. */
export const toWire = (dong: number): string => `${dong}00`;

/** Whole đồng, or nothing when it is no number or has a fraction of one. */
export function fromWire(text: string): number | undefined {
  return /^[1-9]\d{0,11}00$/.test(text) ? Number(text.slice(0, -2)) : undefined;
}
