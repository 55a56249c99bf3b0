import type { RawResource } from "./bundle.ts";
import { checkInvariants } from "./check-invariants.ts";
import type { TypeAt } from "./check-target.ts";
import { isResourceType, ruleOf } from "./definitions/read-types.ts";
import { type Issue, IssueList } from "./issues.ts";
import { Place, walkContent, walkObject } from "./walk.ts";

const MOST_SAID = 100;
const MOST_SAID_LENGTH = 50_000;

/**
 * Checks one resource by the definitions of FHIR R4: cardinality, types, forms, fixed codes, what references
 * lead to, and some invariants. What cannot be shown safely is an error with its place; what we do not know is
 * kept, with a warning (docs/decisions/018).
 */
export function checkResource(resource: RawResource, expression: string, typeAt: TypeAt = () => undefined): Issue[] {
  const issues = new IssueList();
  const place = new Place(expression, issues, typeAt);
  if (resource.id === undefined) {
    const what = "The resource has no id; it is known by its identifier, its fullUrl or its content instead.";
    place.say("warning", "informational", "no-id", what);
  }
  if (resource.resourceType === "Patient") checkAmount(resource, place);
  const rule = isResourceType(resource.resourceType) ? ruleOf(resource.resourceType) : undefined;
  if (rule) walkObject(resource, rule, place);
  else checkUnread(resource, place);
  checkInvariants(resource, place);
  return issues.list();
}

/** A type that R4 does not have: its id names it, and the rest is kept unread. */
function checkUnread(resource: RawResource, place: Place): void {
  place.say(
    "warning",
    "not-supported",
    "type-unknown",
    "FHIR R4 has no such type; the resource is kept and not shown.",
  );
  const { id } = resource;
  if (id !== undefined && (typeof id !== "string" || !/^[A-Za-z0-9\-.]{1,64}$/.test(id)))
    place.sayOf(
      "id",
      "error",
      "value",
      "id-form",
      "The element is not an id of 1 to 64 letters, digits, hyphens and dots.",
    );
  walkContent(resource, place);
}

/** Each of these is compared with what is known, and looked for in every text of the delivery. */
function checkAmount(patient: RawResource, place: Place): void {
  for (const element of ["identifier", "name", "telecom", "address"]) {
    const said = patient[element];
    if (!Array.isArray(said) || (said.length <= MOST_SAID && JSON.stringify(said).length <= MOST_SAID_LENGTH)) continue;
    const what = `A Patient says this at most ${MOST_SAID} times, in ${MOST_SAID_LENGTH} characters.`;
    place.sayOf(element, "error", "too-long", "patient-too-long", what);
  }
}
