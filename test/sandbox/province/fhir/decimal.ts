import { LosslessNumber, stringify } from "lossless-json";
import type { FhirBundle } from "./types.ts";

/** A number with the digits the laboratory wrote: `decimal("7.20")` is sent as 7.20, not 7.2. */
export const decimal = (digits: string): LosslessNumber => new LosslessNumber(digits);

/** The text a hospital's system would send; every digit survives. */
export function bundleText(bundle: FhirBundle): string {
  const text = stringify(bundle, undefined, 1);
  if (text === undefined) throw new Error("A Bundle always has a JSON text.");
  return text;
}
