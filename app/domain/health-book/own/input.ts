import { fhirInterval } from "#app/shared/dates.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import { isId } from "#app/shared/ids.ts";
import { type Figure, isOwnKind, type OwnKind, rulesOf, type Situation, situations, unitOf } from "./kinds.ts";

/** What somebody measured, checked. Figures keep the digits they were typed with. */
export interface Measured {
  kind: OwnKind;
  value: string;
  second: string | undefined;
  unit: string;
  situation: Situation | undefined;
  at: Date;
}

/** Clocks of phones go a little fast. */
const AHEAD = 2 * 60_000;

const NUMBER = /^(\d{1,4})(?:[.,](\d{1,4}))?$/;

/** A figure as people type it, with a comma or a point; the code of what is wrong where it is none. */
export function figureOf(
  text: string | undefined,
  { least, most, places, outside }: Figure,
): { value: string } | { wrong: string } {
  const typed = (text ?? "").trim();
  if (typed === "") return { wrong: "required" };
  const [, whole, rest] = NUMBER.exec(typed) ?? [];
  if (whole === undefined) return { wrong: "not-a-number" };
  if ((rest?.length ?? 0) > places) return { wrong: places === 0 ? "whole-number" : "too-many-places" };
  const value = rest === undefined ? String(Number(whole)) : `${Number(whole)}.${rest}`;
  return Number(value) < least || Number(value) > most ? { wrong: outside } : { value };
}

/** When it was measured, as a date and time field says it: Vietnamese time, not ahead of the clock. */
function momentOf(text: string | undefined, now: Date): { at: Date } | { wrong: string } {
  const typed = (text ?? "").trim();
  const found = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(typed) ? fhirInterval(`${typed}+07:00`) : undefined;
  if (!found) return { wrong: typed === "" ? "required" : "date-time" };
  if (found.low.getTime() > now.getTime() + AHEAD) return { wrong: "future" };
  return found.low.getTime() < Date.parse("1900-01-01T00:00:00+07:00") ? { wrong: "date-time" } : { at: found.low };
}

/** A form's fields as a measurement, or per field what is wrong. */
export function readMeasured(
  fields: Record<string, string>,
  now: Date,
): { measured: Measured } | { errors: FormErrors } {
  const { kind } = fields;
  if (!isOwnKind(kind)) return { errors: { kind: ["required"] } };
  const rules = rulesOf[kind];
  const chosen = unitOf(kind, fields.unit ?? rules.units[0].unit);
  if (!chosen) return { errors: { unit: ["required"] } };
  const value = figureOf(fields["figure-1"], chosen.figure);
  const second = rules.second ? figureOf(fields["figure-2"], rules.second) : undefined;
  const at = momentOf(fields.at, now);
  const errors: FormErrors = {
    ...("wrong" in value ? { "figure-1": [value.wrong] } : {}),
    ...(second && "wrong" in second ? { "figure-2": [second.wrong] } : {}),
    ...("wrong" in at ? { at: [at.wrong] } : {}),
  };
  if ("wrong" in value || "wrong" in at || (second && "wrong" in second)) return { errors };
  if (second && Number(second.value) >= Number(value.value)) return { errors: { "figure-2": ["upper-below-lower"] } };
  const situation = kind === "glucose" ? situations.find((one) => one === fields.situation) : undefined;
  return {
    measured: { kind, value: value.value, second: second?.value, unit: chosen.unit, situation, at: at.at },
  };
}

/** What a form carries unseen. */
export interface Meant {
  id: string;
  /** Whose book was open where the form was made. */
  bookId: string;
  /** Of a change: the version that was seen. */
  version: number | undefined;
}

export function readMeant({ id = "", bookId = "", version }: Record<string, string>): Meant | undefined {
  if (!isId(id) || !isId(bookId)) return undefined;
  return { id, bookId, version: /^[1-9]\d?$/.test(version ?? "") ? Number(version) : undefined };
}
