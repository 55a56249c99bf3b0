import { LosslessNumber } from "lossless-json";
import type { z } from "zod";
import { fhirInterval } from "#app/shared/dates.ts";
import type { RawResource } from "./bundle.ts";
import type { Issue } from "./issues.ts";
import { checkedResources } from "./resources/index.ts";

const ID = /^[A-Za-z0-9\-.]{1,64}$/;

/** Elements that are a date, dateTime or instant wherever FHIR R4 uses the name with a text value. */
const DATE_ELEMENT =
  /(?:DateTime|Date|Instant)$|^(?:date|start|end|issued|recorded|authoredOn|dateAsserted|started|sent|received|created|creation|lastUpdated|timestamp|whenPrepared|whenHandedOver|recordedOn|lastOccurrence|time|indexed|expirationDate|valueInstant)$/;
/** Names that look like dates above but hold something else in R4. */
const NOT_A_DATE = new Set(["timeOfDay", "availableStartTime", "availableEndTime"]);

/**
 * Checks one resource: its id, every date in it, and the form of all elements a page reads.
 * Unknown types and elements pass; what cannot be shown safely is an error with its place.
 */
export function checkResource(resource: RawResource, expression: string): Issue[] {
  const issues: Issue[] = [];
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
  checkDates(resource, expression, issues);
  const schema = checkedResources[resource.resourceType];
  const checked = schema?.safeParse(resource);
  if (checked && !checked.success)
    issues.push(...checked.error.issues.slice(0, 20).map((i) => formIssue(i, expression)));
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
  return issues;
}

function checkDates(value: unknown, expression: string, issues: Issue[]): void {
  if (typeof value !== "object" || value === null || value instanceof LosslessNumber) return;
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) checkDates(item, `${expression}[${i}]`, issues);
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    if (key === "__proto__" || key === "constructor") {
      issues.push(error("structure", "element-name", "This is no FHIR element name.", expression));
    } else if (typeof item === "string") {
      if (DATE_ELEMENT.test(key) && !NOT_A_DATE.has(key) && !fhirInterval(item) && !isTimeOfDay(key, item)) {
        issues.push(
          error(
            "value",
            "date",
            "This is not a real date. FHIR dates are YYYY, YYYY-MM, YYYY-MM-DD, or a full time with its zone.",
            `${expression}.${key}`,
          ),
        );
      }
    } else {
      checkDates(item, `${expression}.${key}`, issues);
    }
  }
}

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
