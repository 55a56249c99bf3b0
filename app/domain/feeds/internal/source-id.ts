import crypto from "node:crypto";
import { LosslessNumber } from "lossless-json";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { RawResource } from "#app/adapters/record-store/fhir-r4/bundle.ts";

/**
 * What the sender calls this resource: its id, else its first identifier, else the urn:uuid it stands
 * under (design §5.1). An identifier is hashed with our key: it may be a person's number.
 */
export function sourceIdOf(keys: KeyRing, resource: RawResource, fullUrl: string | undefined): string | undefined {
  if (typeof resource.id === "string") return safeSourceId(keys, resource.resourceType, resource.id);
  const [identifier] = identifiersOf(resource);
  if (identifier) return nameOfIdentifier(keys, identifier);
  return URN_UUID.exec(fullUrl ?? "")?.[1];
}

/** The name of what its sender does not name: its content, with the references resolved. */
export const contentId = (hash: Buffer): string => `c-${hash.toString("hex").slice(0, 40)}`;

/**
 * Many systems use a person's number as the id of their Patient, and some name other things by it; it must
 * not stand in a clinical table. Personal numbers begin with 0, which a visit id made of a date and time does not.
 */
export const safeSourceId = (keys: KeyRing, type: string, id: string): string =>
  !UUID.test(id) && !OURS.test(id) && (OF_PEOPLE.has(type) || NUMBER.test(id)) ? `n-${keyed(keys, id)}` : id;

const OF_PEOPLE = new Set(["Patient", "RelatedPerson", "Person"]);
const NUMBER = /(?<!\d)(?:\d{9,10}|0\d{11}|\d{13}|\d{15})(?!\d)/;
/** A name given here and told to the sender, who may use it. */
const OURS = /^[cfinq]-[0-9a-f]{40}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const URN_UUID = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The identifiers of a resource of any type; what has no value in text is none. */
export function identifiersOf(resource: RawResource): { system: string; value: string }[] {
  return [resource.identifier ?? []].flat().flatMap((identifier) => {
    const { system, value } = (identifier ?? {}) as { system?: unknown; value?: unknown };
    return typeof value === "string" && value !== ""
      ? [{ system: typeof system === "string" ? system : "", value }]
      : [];
  });
}

const keyed = (keys: KeyRing, text: string): string => mac(keys).update(text).digest("hex").slice(0, 40);

const oldest = new WeakMap<KeyRing, crypto.KeyObject>();

function mac(keys: KeyRing): crypto.Hmac {
  // The oldest key, always: rotating must not give known resources new names.
  let key = oldest.get(keys);
  if (!key) {
    const [first] = [...keys.personHash.keys.keys()].sort();
    key = crypto.createSecretKey(keys.personHash.keys.get(first ?? "") ?? Buffer.alloc(0));
    oldest.set(keys, key);
  }
  return crypto.createHmac("sha256", key);
}

/** The name of what a condition names, and nothing else does. */
export const nameOfIdentifier = (keys: KeyRing, { system, value }: { system: string; value: string }): string =>
  `i-${keyed(keys, `${system}|${value}`)}`;

/** Keyed hash of a resource's content: key order, versions and time of sending do not count. */
export function canonicalHash(keys: KeyRing, resource: RawResource): Buffer {
  const { versionId, lastUpdated, source, ...meta } = (resource.meta ?? {}) as Record<string, unknown>;
  const content = { ...resource, meta: Object.keys(meta).length > 0 ? meta : undefined };
  return mac(keys).update(canonical(content)).digest();
}

function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (value instanceof LosslessNumber) return value.toString();
  let text = "";
  if (Array.isArray(value)) {
    for (const item of value) text += text ? `,${canonical(item)}` : canonical(item);
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const item = (value as Record<string, unknown>)[key];
    if (item === undefined) continue;
    text += text ? `,${quoted(key)}${canonical(item)}` : `${quoted(key)}${canonical(item)}`;
  }
  return `{${text}}`;
}

/** Most names are FHIR's, and come again in every resource. */
const names = new Map<string, string>();
const NAMES_KEPT = 2_000;

function quoted(name: string): string {
  const known = names.get(name);
  if (known) return known;
  const made = `${JSON.stringify(name)}:`;
  if (names.size < NAMES_KEPT) names.set(name, made);
  return made;
}

/** Keyed hash of a resource's own identifier; it may be a person's number, so it is never kept in clear. */
export const identifierHashOf = (keys: KeyRing, identifier: { system: string; value: string }): Buffer =>
  mac(keys).update(`${identifier.system}|${identifier.value}`).digest();
