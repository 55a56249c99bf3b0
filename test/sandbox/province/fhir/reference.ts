import { v5 } from "uuid";
import type { FhirResource, Reference } from "./types.ts";

/** Fixed, so that the same resource stands under the same urn:uuid in every run. */
const NAMESPACE = "6f4d3a52-0c0e-5a6e-9d8b-2b7f1c9e4a10";

/** What a reference made here points at, so that a message can take the target along. */
const targets = new WeakMap<object, FhirResource>();

/** A UUIDv5 of the sandbox's own namespace. */
export const uuidOf = (name: string): string => v5(name, NAMESPACE);

export const fullUrlOf = (resource: FhirResource): string =>
  `urn:uuid:${uuidOf(`${resource.resourceType}/${resource.id}`)}`;

/** A reference by urn:uuid; `display` for what pages show without opening the target. */
export function ref(target: FhirResource, display?: string): Reference {
  const reference = { reference: fullUrlOf(target), ...(display ? { display } : {}) };
  targets.set(reference, target);
  return reference;
}

/** All resources that a value refers to, directly. */
export function referredTo(value: unknown): FhirResource[] {
  if (typeof value !== "object" || value === null) return [];
  const own = targets.get(value);
  return [...(own ? [own] : []), ...Object.values(value).flatMap(referredTo)];
}
