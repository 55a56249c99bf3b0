import { LosslessNumber } from "lossless-json";
import { fhirInterval } from "#app/shared/dates.ts";

/** How a primitive is written in JSON (http://hl7.org/fhir/R4/datatypes.html). */
export interface Form {
  json: "string" | "number" | "boolean";
  /** Is the value of its form? Its JSON type is right already. */
  is(value: never): boolean;
  /** What it is, for the sender. */
  what: string;
}

const text = (what: string, is: (value: string) => boolean): Form => ({ json: "string", is, what });
const like = (what: string, pattern: RegExp): Form => text(what, (value) => pattern.test(value));
const whole = (what: string, least: number, most = 2_147_483_647): Form => ({
  json: "number",
  is: (value: unknown) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
  what,
});

/** Far more than any measurement has, and far less than the database refuses. */
const NUMBER = /^-?\d{1,60}(?:\.\d{1,60})?(?:[eE][+-]?0*\d{1,3})?$/;
export const isNumber = (value: unknown): boolean =>
  typeof value === "number" || (value instanceof LosslessNumber && NUMBER.test(value.toString()));

const NO_SPACE = /^\S+$/;
const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

export const primitiveForms: Readonly<Record<string, Form | undefined>> = {
  boolean: { json: "boolean", is: () => true, what: "true or false" },
  decimal: { json: "number", is: isNumber, what: "a decimal" },
  integer: whole("a whole number", -2_147_483_648),
  unsignedInt: whole("a whole number from 0", 0),
  positiveInt: whole("a whole number from 1", 1),
  string: text("a text", () => true),
  markdown: text("a text", () => true),
  xhtml: text("a text", () => true),
  code: like("a code", /^\S+( \S+)*$/),
  id: like("an id of 1 to 64 letters, digits, hyphens and dots", /^[A-Za-z0-9\-.]{1,64}$/),
  uri: like("a URI", NO_SPACE),
  url: like("a URL", NO_SPACE),
  canonical: like("a canonical URL", NO_SPACE),
  oid: like("an OID", /^urn:oid:[0-2](\.(0|[1-9]\d*))+$/),
  uuid: like("a UUID", /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i),
  base64Binary: like("base64", /^[0-9a-zA-Z+/=\s]*$/),
  time: like("a time of day", /^([01]\d|2[0-3]):[0-5]\d(:([0-5]\d|60)(\.\d+)?)?$/),
  date: text("a date", (value) => DATE.test(value) && fhirInterval(value) !== undefined),
  dateTime: text("a date", (value) => fhirInterval(value) !== undefined),
  instant: text("a date", (value) => value.includes("T") && fhirInterval(value) !== undefined),
};
