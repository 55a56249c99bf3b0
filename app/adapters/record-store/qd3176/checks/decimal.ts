import { decimalOf } from "../values.ts";
import { remember } from "./remember.ts";

/** Decimals as whole millionths: exact, and no field of the standard has more than three places. */
export type Millionths = bigint;

const PLACES = 6;
export const ONE: Millionths = 10n ** 6n;

/** A field's amount; `undefined` when it is missing, no number, or finer than a millionth. */
export const millionthsOf = (text: string | undefined): Millionths | undefined =>
  text === undefined ? undefined : parsed(text);

const parsed = remember((text): Millionths | undefined => {
  const [whole = "", part = ""] = decimalOf(text)?.split(".") ?? [];
  return whole === "" || part.length > PLACES ? undefined : BigInt(whole + part.padEnd(PLACES, "0"));
});

/** Are two amounts the same, give or take so many đồng? */
export const within = (a: Millionths, b: Millionths, dong: number): boolean => {
  const difference = a < b ? b - a : a - b;
  return difference <= BigInt(dong) * ONE;
};
