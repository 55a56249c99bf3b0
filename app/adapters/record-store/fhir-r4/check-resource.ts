import { LosslessNumber } from "lossless-json";
import type { z } from "zod";
import { fhirInterval } from "#app/shared/dates.ts";
import type { RawResource } from "./bundle.ts";
import { type Issue, IssueList } from "./issues.ts";
import { checkedResources } from "./resources/index.ts";

const ID = /^[A-Za-z0-9\-.]{1,64}$/;

/** Elements that are a date, dateTime or instant wherever FHIR R4 uses the name with a text value. */
const DATE_ELEMENT =
  /(?:DateTime|Date|Instant)$|^(?:date|start|end|issued|recorded|authoredOn|dateAsserted|started|sent|received|created|creation|lastUpdated|timestamp|whenPrepared|whenHandedOver|recordedOn|lastOccurrence|time|indexed|expirationDate|valueInstant)$/;
/** Names that look like dates above but hold something else in R4. */
const NOT_A_DATE = new Set(["timeOfDay", "availableStartTime", "availableEndTime"]);
/** FHIR's names and vendors'. A value in the place of a name would be told in issues and found in the store. */
const ELEMENT_NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/;
/** Far more than any measurement has, and far less than the database refuses. */
const NUMBER = /^-?\d{1,60}(?:\.\d{1,60})?(?:[eE][+-]?0*\d{1,3})?$/;
const MOST_FORM_ISSUES = 20;
const MOST_SAID = 100;
const MOST_SAID_LENGTH = 50_000;

/**
 * Checks one resource: its id, every date in it, what could not be stored, and the form of all elements
 * a page reads. Unknown types and elements pass; what cannot be shown safely is an error with its place.
 */
export function checkResource(resource: RawResource, expression: string): Issue[] {
  const issues = new IssueList();
  if (resource.id !== undefined && (typeof resource.id !== "string" || !ID.test(resource.id))) {
    issues.push(error("value", "id-form", "An id is 1 to 64 letters, digits, hyphens and dots.", `${expression}.id`));
  }
  if (resource.id === undefined) {
    issues.push({
      severity: "warning",
      type: "informational",
      code: "no-id",
      diagnostics: "The resource has no id; it is known by its identifier, its fullUrl or its content instead.",
      expression,
    });
  }
  if (resource.resourceType === "Patient") checkAmount(resource, expression, issues);
  checkContent(resource, expression, issues);
  checkForm(resource, expression, issues);
  const contained = Array.isArray(resource.contained) ? resource.contained : [];
  for (const [i, part] of contained.entries()) checkForm(part, `${expression}.contained[${i}]`, issues);
  if (resource.modifierExtension !== undefined) {
    issues.push({
      severity: "warning",
      type: "informational",
      code: "modifier-extension",
      diagnostics:
        "The resource has a modifierExtension we do not know; it is kept and shown as not safely displayable.",
      expression: `${expression}.modifierExtension`,
    });
  }
  return issues.list();
}

/** Each of these is compared with what is known, and looked for in every text of the delivery. */
function checkAmount(patient: RawResource, expression: string, issues: IssueList): void {
  for (const element of ["identifier", "name", "telecom", "address"]) {
    const said = patient[element];
    if (!Array.isArray(said) || (said.length <= MOST_SAID && JSON.stringify(said).length <= MOST_SAID_LENGTH)) continue;
    const what = `A Patient says this at most ${MOST_SAID} times, in ${MOST_SAID_LENGTH} characters.`;
    issues.push(error("too-long", "patient-too-long", what, `${expression}.${element}`));
  }
}

function checkForm(resource: RawResource | undefined, expression: string, issues: IssueList): void {
  const type = resource?.resourceType;
  const checked = typeof type === "string" && Object.hasOwn(checkedResources, type) && checkedResources[type];
  for (const fault of checked ? faultsOf(checked, resource, expression) : []) issues.push(fault);
}

/** zod hands its issues on by spreading them, and more than the stack holds are a RangeError. */
function faultsOf(form: z.ZodType, resource: unknown, expression: string): Issue[] {
  try {
    return (
      form
        .safeParse(resource)
        .error?.issues.slice(0, MOST_FORM_ISSUES)
        .map((i) => formIssue(i, expression)) ?? []
    );
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return [error("structure", "element-form", "Too many elements do not have their FHIR form.", expression)];
  }
}

/** Dates, texts, numbers and names, wherever they stand. */
function checkContent(value: unknown, expression: string, issues: IssueList): void {
  if (typeof value === "string") checkText(value, expression, issues);
  else if (value instanceof LosslessNumber) checkNumber(value, expression, issues);
  else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) checkContent(item, `${expression}[${i}]`, issues);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (!ELEMENT_NAME.test(key) || key in Object.prototype)
        issues.push(error("structure", "element-name", "This is no FHIR element name.", expression));
      else if (typeof item !== "string") checkContent(item, `${expression}.${key}`, issues);
      else if (DATE_ELEMENT.test(key) && !NOT_A_DATE.has(key) && !fhirInterval(item) && !isTimeOfDay(key, item))
        issues.push(notADate(`${expression}.${key}`));
      else checkText(item, `${expression}.${key}`, issues);
    }
  }
}

function checkText(text: string, expression: string, issues: IssueList): void {
  if (!text.includes("\0") && isWellFormed(text)) return;
  const what = "A text holds U+0000 or half of a surrogate pair; neither is a character.";
  issues.push(error("value", "text", what, expression));
}

/** ES2024; Node has it since version 20. */
const isWellFormed = (text: string): boolean => (text as string & { isWellFormed(): boolean }).isWellFormed();

function checkNumber(number: LosslessNumber, expression: string, issues: IssueList): void {
  if (NUMBER.test(number.toString())) return;
  issues.push(error("value", "number", "A number has more than 60 digits or an exponent beyond 999.", expression));
}

const notADate = (expression: string): Issue =>
  error(
    "value",
    "date",
    "This is not a real date. FHIR dates are YYYY, YYYY-MM, YYYY-MM-DD, or a full time with its zone.",
    expression,
  );

/** `time` is a dateTime in Annotation, but hh:mm:ss in a few others. */
const isTimeOfDay = (key: string, value: string) =>
  key === "time" && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/.test(value);

function formIssue(issue: z.core.$ZodIssue, expression: string): Issue {
  const path = issue.path.map((p) => (typeof p === "number" ? `[${p}]` : `.${String(p)}`)).join("");
  const wanted =
    issue.code === "invalid_type"
      ? `is not ${issue.expected === "array" ? "a list" : `a FHIR ${issue.expected}`}`
      : "does not have its FHIR form";
  return error("structure", "element-form", `The element ${wanted}.`, `${expression}${path}`);
}

function error(type: Issue["type"], code: string, diagnostics: string, expression: string): Issue {
  return { severity: "error", type, code, diagnostics, expression };
}
