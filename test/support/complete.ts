import { PLAIN_ELEMENT, ruleOf } from "#app/adapters/record-store/fhir-r4/definitions/read-types.ts";

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const absent = {
  extension: [{ url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason", valueCode: "unknown" }],
};

/**
 * What a test does not care about, as a sender says it who does not know: elements that R4 requires are there
 * without a value (data-absent-reason), so that they are shown like ones that are missing.
 */
export function complete<T extends Json>(resource: T): T {
  return typeof resource.resourceType === "string" ? (filled(resource, resource.resourceType) as T) : resource;
}

const isThere = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);

function filled(value: unknown, type: string): unknown {
  const rule = type === PLAIN_ELEMENT ? undefined : ruleOf(type);
  if (!isObject(value) || !rule) return value;
  const known = Object.entries(value).map(([key, item]) => {
    const element = rule.elements.get(key);
    if (!element || element.form) return [key, item];
    const typeOf = (one: unknown) => (element.type === "Resource" ? String((one as Json)?.resourceType) : element.type);
    return [key, Array.isArray(item) ? item.map((one) => filled(one, typeOf(one))) : filled(item, typeOf(item))];
  });
  const missing = rule.required.flatMap(({ names: [name = "", ...others] }) => {
    const element = rule.elements.get(name);
    if (!element || [name, ...others].some((n) => isThere(value[n]) || `_${n}` in value)) return [];
    const unknown = filled(absent, element.form ? PLAIN_ELEMENT : element.type);
    return [[element.form ? `_${name}` : name, element.many ? [unknown] : unknown]];
  });
  return Object.fromEntries([...known, ...missing]);
}
