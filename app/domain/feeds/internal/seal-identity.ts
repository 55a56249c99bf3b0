import { LosslessNumber } from "lossless-json";
import type { RawResource } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { stringifyFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { relativeTarget } from "#app/adapters/record-store/fhir-r4/references.ts";
import { identifiesPeople } from "#app/adapters/record-store/fhir-r4/systems.ts";
import type { Hider, Keeper } from "./hider.ts";

/** What stays readable of a Patient; names, numbers, addresses and contacts are sealed as one. */
const KEPT = new Set([
  "resourceType",
  "id",
  "meta",
  "active",
  "gender",
  "birthDate",
  "_birthDate",
  "deceasedBoolean",
  "deceasedDateTime",
  "maritalStatus",
  "multipleBirthBoolean",
  "multipleBirthInteger",
  "managingOrganization",
  "generalPractitioner",
  "patient",
  "relationship",
  "period",
  "contained",
  "link",
]);
const PEOPLE = new Set(["Patient", "RelatedPerson", "Person"]);
const OF_A_PERSON = /(?:^|\/)(?:Patient|RelatedPerson|Person)[/?]/;

export const SEALED_EXTENSION = "urn:so-khoe:sealed";

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;

/**
 * Takes who the person is out of a resource, in place: identity elements of people become one sealed
 * value, numbers and names elsewhere become tokens.
 */
export function sealIdentity(resource: RawResource, hide: Hider, keep: Keeper): void {
  const contained = Array.isArray(resource.contained) ? (resource.contained as (RawResource | null)[]) : [];
  const people = new Set(contained.flatMap((c) => (c && PEOPLE.has(c.resourceType) ? `#${c.id}` : [])));
  const { id } = resource;
  walk(resource, { keep, hide, people });
  // Its own name was made safe when it was planned, and references lead there.
  if (id !== undefined) resource.id = id;
}

interface Sealing {
  keep: Keeper;
  hide: Hider;
  /** References to people who are contained in the resource. */
  people: ReadonlySet<string>;
}

function walk(value: Json | unknown[], at: Sealing): void {
  if (!Array.isArray(value)) {
    if (typeof value.resourceType === "string" && PEOPLE.has(value.resourceType)) sealPerson(value, at.keep);
    sealReferenceAndNumber(value, at);
    hideInText(value, at);
  }
  for (const key in value) {
    const item = (value as Json)[key];
    if (typeof item === "string") {
      if (key === "resourceType" || (key === "reference" && relativeTarget(item))) continue;
      const shown = at.hide(item, at.keep);
      if (shown !== item) (value as Json)[key] = shown;
    } else if (isObject(item) && !(item instanceof LosslessNumber)) walk(item as Json, at);
  }
}

/** A paper written as text stands in base64, where no name would be found. */
function hideInText(attachment: Json, { hide, keep }: Sealing): void {
  const { contentType, data } = attachment;
  if (typeof data !== "string" || typeof contentType !== "string" || !TEXT.test(contentType)) return;
  const text = Buffer.from(data, "base64").toString("utf8");
  const shown = hide(text, keep);
  if (shown !== text) attachment.data = Buffer.from(shown).toString("base64");
}

const TEXT = /^(?:text\/|application\/(?:xml|json|xhtml)|[a-z]+\/[\w.-]+\+(?:xml|json))/i;

function sealPerson(person: Json, keep: Keeper): void {
  const hidden: Json = {};
  for (const [key, value] of Object.entries(person)) {
    if (KEPT.has(key)) continue;
    hidden[key] = value;
    delete person[key];
  }
  if (Object.keys(hidden).length === 0) return;
  person.extension = [{ url: SEALED_EXTENSION, valueString: keep(stringifyFhirJson(hidden)) }];
}

function sealReferenceAndNumber(value: Json, { keep, hide, people }: Sealing): void {
  const { reference, type, system } = value;
  if (typeof reference !== "string" && typeof type !== "string" && typeof system !== "string") return;
  const { display, value: number } = value;
  const ofAPerson =
    typeof reference === "string"
      ? OF_A_PERSON.test(reference) || people.has(reference)
      : typeof type === "string" && PEOPLE.has(type);
  if (ofAPerson && typeof display === "string") delete value.display;
  // On another server, or by a search: it may name them by a number.
  if (typeof reference === "string" && OF_A_PERSON.test(reference) && !relativeTarget(reference))
    value.reference = `{{reference:${keep(JSON.stringify(reference))}}}`;
  // The person's own numbers become tokens with all other texts; here it is somebody else's.
  const foreign = typeof system === "string" && typeof number === "string" && identifiesPeople(system);
  if (foreign && hide(number, keep) === number) value.value = `{{number:${keep(JSON.stringify(number))}}}`;
}
